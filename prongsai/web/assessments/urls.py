"""Addresses of results; all of them stand under /a/<agency>/<year>/."""

from __future__ import annotations

from django.urls import path

from prongsai.web.assessments import views

app_name = "assessments"
urlpatterns = [path("a/<slug:agency>/<int:year>/result/", views.result, name="result")]
