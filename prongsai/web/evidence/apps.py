"""The app evidence."""

from __future__ import annotations

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "prongsai.web.evidence"
    label = "evidence"
