"""The components of pages, in every template. What they draw is in ``site/templates/parts/``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField, CheckboxInput, CheckboxSelectMultiple, RadioSelect, Select
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from prongsai.core.access.decision import Decision
from prongsai.core.sentence import Sentence
from prongsai.web.site import clock
from prongsai.web.site.icons import ICONS
from prongsai.web.site.navigation import main_links, year_links
from prongsai.web.site.notices import notices_for
from prongsai.web.site.pictures import bars
from prongsai.web.site.refusals import said

register = template.Library()

_STATUS_ICONS = {
    "done": "check",
    "in_progress": "half",
    "not_started": "circle",
    "draft": "edit",
    "approved": "check",
    "closed": "lock",
    "open": "half",
    "locked": "lock",
    "submitted": "send",
    "endorsed": "check",
    "returned": "back",
    "acknowledged": "check",
}
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
def status_pill(status: str, word: str = "") -> SafeString:
    """The status of a measure, plan, report, round or disclosure, as picture and word."""
    key = str(status)
    return _pill(key, _STATUS_ICONS.get(key, "circle"), word or _status_words().get(key, key))


@register.simple_tag
def lateness_pill(lateness: str) -> SafeString | str:
    """Lateness where it matters; nothing where all is well."""
    words = {"overdue": _("Overdue"), "late_start": _("Late start"), "due_soon": _("Due soon")}
    key = str(lateness)
    return _pill(key, _LATENESS_ICONS[key], words[key]) if key in words else ""


def _status_words() -> dict[str, str]:
    return {
        "done": _("Done"),
        "in_progress": _("In progress"),
        "not_started": _("Not started"),
        "draft": _("Draft"),
        "approved": _("Approved"),
        "closed": _("Closed"),
        "open": _("Open"),
        "locked": _("Locked"),
        "acknowledged": _("Acknowledged"),
        "submitted": _("In the chain"),
        "endorsed": _("Endorsed"),
        "returned": _("Returned"),
    }


def _pill(kind: str, icon_name: str, word: str) -> SafeString:
    return format_html('<span class="pill pill--{}">{}{}</span>', kind, icon(icon_name), word)


@register.inclusion_tag("parts/field.html")
def field(bound: BoundField) -> dict[str, Any]:
    """A field with its label, help and errors, tied together for screen readers."""
    widget = bound.field.widget
    choice = isinstance(widget, RadioSelect | CheckboxSelectMultiple)
    # A list has a line that says "none": it needs no second word for that.
    optional = not bound.field.required and not isinstance(widget, Select)
    return {"field": bound, "choice": choice, "tick": isinstance(widget, CheckboxInput), "optional": optional}


@register.inclusion_tag("parts/error_summary.html")
def error_summary(form: BaseForm) -> dict[str, Any]:
    """What has to be mended, at the head of a form, with a way to each place."""
    return {"form": form, "faulty": [bound for bound in form if bound.errors]}


@register.inclusion_tag("parts/pager.html", takes_context=True)
def pager(context: Context, page: Page[Any]) -> dict[str, Any]:
    """Previous, next, and which page of how many; the other parameters of the address stay."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    return {"page": page, "query": query.urlencode()}


@register.inclusion_tag("parts/empty_state.html")
def empty_state(text: str, link: str = "", label: str = "") -> dict[str, str]:
    """There is nothing yet: what that means and the way on."""
    return {"text": text, "link": link, "label": label}


@register.inclusion_tag("parts/button_or_reason.html")
def button_or_reason(decision: Decision, label: str, kind: str = "primary", link: str = "") -> dict[str, Any]:
    """A button (with ``link`` a link that looks like one), or the same disabled with the reason beside it."""
    return {"decision": decision, "label": label, "kind": kind, "link": link}


@register.inclusion_tag("parts/nav.html", takes_context=True)
def nav(context: Context) -> dict[str, Any]:
    """The main navigation of an agency, as far as this person may go."""
    year = context.get("year") or clock.this_fiscal_year()
    links = main_links(context["seat"], int(year), context["request"].path)
    seldom = [link for link in links if link.seldom]
    here = next((link for link in seldom if link.here), None)
    return {"links": [link for link in links if not link.seldom], "seldom": seldom, "here": here}


@register.inclusion_tag("parts/notices.html", takes_context=True)
def notices(context: Context) -> dict[str, Any]:
    """What waits for this person, with the way there."""
    return {"notices": notices_for(context["seat"])}


@register.inclusion_tag("parts/years.html", takes_context=True)
def years(context: Context) -> dict[str, Any]:
    """The chooser of the fiscal year, on pages of a year."""
    year = int(context["year"])
    return {"year": year, "links": year_links(context["request"], context["seat"], year)}


@register.inclusion_tag("parts/bars.html")
def stacked_bars(
    rows: Iterable[tuple[str, Sequence[float]]], kinds: Iterable[tuple[str, str]], caption: str
) -> dict[str, Any]:
    """Bars of parts, with the same figures as a table.

    ``rows`` are (name, counts), ``kinds`` (class of the bar, word) in the order of the counts. Classes: ``done``,
    ``in_progress``, ``not_started``, ``overdue``.
    """
    known = list(kinds)
    return {"bars": bars(rows, known), "kinds": known, "caption": caption, "stacked": True, "unit": ""}


@register.inclusion_tag("parts/bars.html")
def bar_chart(
    rows: Iterable[tuple[str, float]], caption: str, most: float | None = None, unit: str = ""
) -> dict[str, Any]:
    """Plain bars of (name, value), with the same figures as a table. ``most`` is what fills the width (100 for %)."""
    kinds = [("value", _("Figure"))]
    drawn = bars([(name, (value,)) for name, value in rows], kinds, most)
    return {"bars": drawn, "kinds": kinds, "caption": caption, "stacked": False, "unit": unit}


@register.inclusion_tag("parts/meter.html")
def meter(done: int, total: int, label: str) -> dict[str, Any]:
    """How much of a whole: the words first, the bar beside them."""
    drawn = bars([(label, (done,))], [("done", label)], total)
    return {"label": label, "done": done, "total": total, "bar": drawn[0]}
