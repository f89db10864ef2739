"""The address of one's own account."""

from __future__ import annotations

from django.urls import path

from prongsai.web.accounts import views

app_name = "accounts"
urlpatterns = [path("me/", views.mine, name="mine")]
