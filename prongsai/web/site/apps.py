"""The app site."""

from __future__ import annotations

from django.apps import AppConfig


class SiteConfig(AppConfig):
    name = "prongsai.web.site"
    label = "site"
