"""The app country."""

from __future__ import annotations

from django.apps import AppConfig


class CountryConfig(AppConfig):
    name = "prongsai.web.country"
    label = "country"
