"""The app published."""

from __future__ import annotations

from django.apps import AppConfig


class PublishedConfig(AppConfig):
    name = "prongsai.web.published"
    label = "published"
