"""Addresses of the country."""

from __future__ import annotations

from django.urls import URLPattern

app_name = "country"
urlpatterns: list[URLPattern] = []
