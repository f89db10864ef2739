"""The app measures."""

from __future__ import annotations

from django.apps import AppConfig


class MeasuresConfig(AppConfig):
    name = "prongsai.web.measures"
    label = "measures"
