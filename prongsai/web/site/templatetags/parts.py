"""The components of pages, in every template. What they draw is in ``site/templates/parts/``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField, CheckboxInput, RadioSelect
from django.template import Context
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from prongsai.core.access.decision import Decision
from prongsai.core.access.permissions import Permission
from prongsai.core.sentence import Sentence
from prongsai.web.site import clock
from prongsai.web.site.icons import ICONS
from prongsai.web.site.refusals import said

register = template.Library()

_STATUS_ICONS = {"done": "check", "in_progress": "half", "not_started": "circle"}
_LATENESS_ICONS = {"overdue": "alert", "late_start": "alert", "due_soon": "clock"}


@register.simple_tag
def icon(name: str) -> SafeString:
    """A small picture that says nothing by itself: the word stands beside it."""
    return format_html(
        '<svg class="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path d="{}"/></svg>', ICONS[name]
    )


@register.simple_tag
def sentence(value: Sentence | None) -> str:
    """A sentence of the core in the reader's language."""
    return said(value) if value else ""


@register.simple_tag
def status_pill(status: str) -> SafeString:
    """The status of a measure or a disclosure, as picture and word."""
    words = {"done": _("Done"), "in_progress": _("In progress"), "not_started": _("Not started")}
    return _pill(str(status), _STATUS_ICONS.get(str(status), "circle"), words.get(str(status), str(status)))


@register.simple_tag
def lateness_pill(lateness: str) -> SafeString | str:
    """Lateness where it matters; nothing where all is well."""
    words = {"overdue": _("Overdue"), "late_start": _("Late start"), "due_soon": _("Due soon")}
    key = str(lateness)
    return _pill(key, _LATENESS_ICONS[key], words[key]) if key in words else ""


def _pill(kind: str, icon_name: str, word: str) -> SafeString:
    return format_html('<span class="pill pill--{}">{}{}</span>', kind, icon(icon_name), word)


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A field with its label, help and errors, tied together for screen readers."""
    widget = bound.field.widget
    return {"field": bound, "choice": isinstance(widget, RadioSelect), "tick": isinstance(widget, CheckboxInput)}


@register.inclusion_tag("parts/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What has to be mended, at the head of a form, with a way to each place."""
    return {"form": form, "faulty": [bound for bound in form if bound.errors]}


@register.inclusion_tag("parts/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any]) -> dict[str, Any]:
    """Before, after, and which page of how many; the other parameters of the address stay."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {"page": page, "query": query.urlencode()}


@register.inclusion_tag("parts/empty_state.html")
def empty_state(text: str, link: str = "", label: str = "") -> dict[str, str]:
    """There is nothing yet: what that means and the way on."""
    return {"text": text, "link": link, "label": label}


@register.inclusion_tag("parts/button_or_reason.html")
def button_or_reason(decision: Decision, label: str, kind: str = "primary") -> dict[str, Any]:
    """A button, or the same one disabled with the reason beside it."""
    return {"decision": decision, "label": label, "kind": kind}


@dataclass(frozen=True, slots=True)
class NavLink:
    """One entry of the main navigation."""

    label: str
    address: str
    here: bool


@register.inclusion_tag("parts/nav.html", takes_context=True)
def nav(context: Context) -> dict[str, Any]:
    """The main navigation of an agency, as far as this person may go."""
    seat, path = context["seat"], context["request"].path
    year = context.get("year") or clock.this_fiscal_year()
    entries: list[tuple[str, str, bool, Permission]] = [
        (_("Dashboard"), "measures:dashboard", True, Permission.SEE_AGENCY),
        (_("My work"), "measures:my_work", True, Permission.RECORD_PROGRESS),
        (_("Plan"), "measures:plan", True, Permission.SEE_AGENCY),
        (_("Measures"), "measures:list", True, Permission.SEE_AGENCY),
        (_("Rounds"), "measures:rounds", True, Permission.MANAGE_ROUNDS),
        (_("Disclosures"), "disclosures:list", True, Permission.SEE_AGENCY),
        (_("Reports"), "reports:list", True, Permission.SEE_AGENCY),
        (_("Imports"), "imports:list", False, Permission.ACCEPT_IMPORT),
        (_("People"), "agencies:people", False, Permission.SEE_AGENCY),
        (_("History"), "audit:history", False, Permission.SEE_HISTORY),
    ]
    links = [
        NavLink(label, address, path == address)
        for label, name, of_year, permission in entries
        if seat.may(permission) and (address := _address(name, seat.agency.slug, year if of_year else None))
    ]
    return {"links": links}


def _address(name: str, slug: str, year: int | None) -> str:
    try:
        return reverse(name, args=[slug] if year is None else [slug, year])
    except NoReverseMatch:
        return ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a bar: where it begins and how wide it is, on a scale of 0 to 100."""

    kind: str
    x: float
    width: float
    label: str
    value: int


@register.inclusion_tag("parts/stacked_bars.html")
def stacked_bars(
    rows: Sequence[tuple[str, Sequence[int]]], kinds: Iterable[tuple[str, str]], caption: str
) -> dict[str, Any]:
    """Bars of parts, with the same figures as a table.

    ``rows`` are (name, counts), ``kinds`` (class of the bar, word) in the order of the counts.
    """
    kinds = list(kinds)
    most = max((sum(counts) for _name, counts in rows), default=0) or 1
    drawn = [(name, _pieces(counts, kinds, most), list(counts), at * 44) for at, (name, counts) in enumerate(rows)]
    return {"rows": drawn, "kinds": kinds, "caption": caption, "height": max(len(rows) * 44, 44)}


def _pieces(counts: Sequence[int], kinds: Sequence[tuple[str, str]], most: int) -> list[Piece]:
    pieces, x = [], 0.0
    for count, (kind, label) in zip(counts, kinds, strict=True):
        width = count * 560 / most
        pieces.append(Piece(kind, round(x, 1), round(width, 1), label, count))
        x += width
    return pieces
