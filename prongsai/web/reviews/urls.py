"""Addresses of the reviewer, beside what it reviews."""

from __future__ import annotations

from django.urls import path

from prongsai.web.reviews import views

app_name = "reviews"
urlpatterns = [
    path("a/<slug:agency>/<int:year>/review/", views.of_plan, name="plan"),
    path("a/<slug:agency>/review/imports/<int:pk>/", views.of_import, name="import"),
    path("a/<slug:agency>/review/reports/<int:pk>/", views.of_report, name="report"),
]
