"""The app outside."""

from __future__ import annotations

from django.apps import AppConfig


class OutsideConfig(AppConfig):
    name = "prongsai.web.outside"
    label = "outside"
