"""Addresses of contests of results."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "contests"
urlpatterns: list[URLPattern] = []
