"""Filters for Thai dates and digits; filled by the site's designer."""

from __future__ import annotations

from django import template

register = template.Library()
