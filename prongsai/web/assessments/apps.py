"""The app assessments."""

from __future__ import annotations

from django.apps import AppConfig


class AssessmentsConfig(AppConfig):
    name = "prongsai.web.assessments"
    label = "assessments"
