"""The app portal."""

from __future__ import annotations

from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "prongsai.web.portal"
    label = "portal"
