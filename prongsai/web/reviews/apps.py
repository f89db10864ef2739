"""The app reviews."""

from __future__ import annotations

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "prongsai.web.reviews"
    label = "reviews"
