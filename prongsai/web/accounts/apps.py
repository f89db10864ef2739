"""The app accounts."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "prongsai.web.accounts"
    label = "accounts"
