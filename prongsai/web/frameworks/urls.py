"""Addresses of the year's rules and calendar."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "frameworks"
urlpatterns: list[URLPattern] = []
