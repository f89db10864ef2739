"""Dates and digits for Thai readers, in every template. Formatted in Python: Django's own date filter is slow."""

from __future__ import annotations

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.translation import get_language

from prongsai.core.thai.digits import to_thai
from prongsai.core.thai.fiscal import ERA
from prongsai.core.thai.months import SHORT

register = template.Library()

_ENGLISH = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def _english() -> bool:
    return (get_language() or "th").startswith("en")


@register.filter
def be_date(value: date | datetime | None) -> str:
    """``8 ก.พ. 2566``; in English ``8 Feb 2023``. Empty where there is no date."""
    if value is None or value == "":
        return ""
    day = timezone.localtime(value).date() if isinstance(value, datetime) else value
    if _english():
        return f"{day.day} {_ENGLISH[day.month - 1]} {day.year}"
    return f"{day.day} {SHORT[day.month - 1]} {day.year + ERA}"


@register.filter
def be_datetime(value: datetime | None) -> str:
    """``8 ก.พ. 2566 14:05 น.``, in Thailand's time."""
    if value is None or value == "":
        return ""
    local = timezone.localtime(value)
    clock = f"{local.hour:02d}:{local.minute:02d}"
    return f"{be_date(value)} {clock}" if _english() else f"{be_date(value)} {clock} น."


@register.filter
def thai_digits(value: object) -> str:
    """The value with Thai digits."""
    return to_thai(str(value))


@register.filter
def be_year(value: int) -> str:
    """A fiscal year of the Buddhist era: ``2566``; in English ``2566 (2022–2023)``, the two years that it touches."""
    year = int(value)
    return f"{year} ({year - ERA - 1}–{year - ERA})" if _english() else str(year)


@register.simple_tag
def period(start: date | None, end: date | None) -> str:
    """``1 ต.ค. 2565 – 31 มี.ค. 2566``: from the first day to the last; one day alone is written once."""
    first, last = be_date(start), be_date(end)
    return first if first == last else " – ".join(part for part in (first, last) if part)
