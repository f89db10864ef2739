"""Addresses of the history."""

from __future__ import annotations

from django.urls import path

from prongsai.web.audit import views

app_name = "audit"
urlpatterns = [
    path("a/<slug:agency>/history/", views.history, name="history"),
    path("a/<slug:agency>/history/<int:pk>/", views.thing, name="thing"),
]
