"""The app reports."""

from __future__ import annotations

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "prongsai.web.reports"
    label = "reports"
