"""The app links."""

from __future__ import annotations

from django.apps import AppConfig


class LinksConfig(AppConfig):
    name = "prongsai.web.links"
    label = "links"
