"""Addresses of weak points."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "weak_points"
urlpatterns: list[URLPattern] = []
