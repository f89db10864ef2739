"""Addresses of the app published."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver

app_name = "published"
urlpatterns: list[URLPattern | URLResolver] = []
