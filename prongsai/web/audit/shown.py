"""How the values of the history are shown: official labels, words for codes, Thai dates, one line for each item."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils.translation import gettext as _

from prongsai.core.access.roles import ROLES
from prongsai.core.events.fields import HIDDEN, label, word
from prongsai.web.audit.models import Event
from prongsai.web.audit.queries import changes_of
from prongsai.web.site.refusals import said
from prongsai.web.site.templatetags.thai import be_date

_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
#: Figures of a fingerprint that are shown: enough to compare by eye.
_FINGERPRINT = 16


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that changed, ready for the page. ``old`` and ``new`` are lines; None: it was not there."""

    label: str
    old: tuple[str, ...] | None
    new: tuple[str, ...] | None


def shown(event: Event, divisions: Mapping[int, str]) -> list[Shown]:
    """What changed, in words. ``divisions``: their names by number. What was and is empty stays away."""
    found = []
    for one in changes_of(event):
        if one.name in HIDDEN or not (_there(one.old) or _there(one.new)):
            continue
        named = label(event.subject_type, one.name)
        old, new = (_lines(event.subject_type, one.name, value, divisions) for value in (one.old, one.new))
        found.append(Shown(said(named) if named else one.name, old if one.name in event.before else None, new))
    return found


def _there(value: Any) -> bool:
    return value not in (None, "", [], {})


def _lines(subject_type: str, name: str, value: Any, divisions: Mapping[int, str]) -> tuple[str, ...]:
    if not _there(value):
        return ("–",)
    if isinstance(value, list):
        return tuple(_person(one) if isinstance(one, dict) else str(one) for one in value)
    if isinstance(value, dict):
        return (" · ".join(f"{key}: {one}" for key, one in value.items()),)
    if name == "division_id":
        return (divisions.get(value, "–"),)
    return (_text(subject_type, name, value),)


def _text(subject_type: str, name: str, value: Any) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, str) and _DAY.fullmatch(value):
        return be_date(date.fromisoformat(value))
    if name == "role" and value in ROLES:
        return said(ROLES[value].name)
    if name == "sha256":
        return f"{value[:_FINGERPRINT]}…"
    spoken = word(name, value)
    return said(spoken) if spoken else _choice(subject_type, name, value)


def _choice(subject_type: str, name: str, value: Any) -> str:
    """The word that the subject's own model has for a code; the value itself where it has none."""
    try:
        choices = dict(apps.get_model(subject_type)._meta.get_field(name).flatchoices)
    except (LookupError, FieldDoesNotExist, AttributeError):
        return str(value)
    return str(choices.get(value, value))


def _person(one: Mapping[str, Any]) -> str:
    name, position = one.get("name") or "–", one.get("position")
    return f"{name} ({position})" if position else str(name)
