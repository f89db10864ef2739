"""The app weak_points."""

from __future__ import annotations

from django.apps import AppConfig


class WeakPointsConfig(AppConfig):
    name = "prongsai.web.weak_points"
    label = "weak_points"
