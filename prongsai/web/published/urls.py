"""Addresses of what is public, for the officials; they stand under /a/<agency>/published/."""

from __future__ import annotations

from django.urls import path

from prongsai.web.published import views

app_name = "published"
_ONE = "a/<slug:agency>/published/<int:year>/<slug:code>/"
urlpatterns = [
    path("a/<slug:agency>/published/", views.index, name="list"),
    path(_ONE, views.detail, name="detail"),
    path(_ONE + "withdraw/", views.withdraw, name="withdraw"),
]
