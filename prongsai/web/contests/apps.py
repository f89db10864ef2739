"""The app contests."""

from __future__ import annotations

from django.apps import AppConfig


class ContestsConfig(AppConfig):
    name = "prongsai.web.contests"
    label = "contests"
