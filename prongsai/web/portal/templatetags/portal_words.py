"""How what is published is written on a page: paragraphs, addresses, sizes, pictures of figures and of addresses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

import segno
from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from prongsai.core.publication.content import Bar, Chart

register = template.Library()

_ADDRESS = re.compile(r"https?://[^\s<>\"'“”]+")
#: What follows an address in a sentence and is no part of it.
_AFTER = ".,;:!?)]}»”"
_ENTRY = "- "
_UNITS = ("KB", "MB", "GB")


@register.filter
def prose(paragraphs: Iterable[str]) -> SafeString:
    """Paragraphs and lists as markup; addresses become links. Nothing that was written becomes markup."""
    return format_html_join("\n", "{}", ((block,) for block in _blocks(paragraphs)))


@register.filter
def linked(text: str) -> SafeString:
    """Text in which addresses are links and lines stay lines."""
    pieces, at = [], 0
    for found in _ADDRESS.finditer(text):
        address = found[0].rstrip(_AFTER)
        pieces += [_lines(text[at : found.start()]), format_html('<a href="{}">{}</a>', address, address)]
        at = found.start() + len(address)
    return format_html_join("", "{}", ((one,) for one in (*pieces, _lines(text[at:]))))


@register.filter
def size(count: int) -> str:
    """``312 KB``, ``1.4 MB``: bytes by thousands, as shops and phones count."""
    value = Decimal(count) / 1000
    for unit in _UNITS[:-1]:
        if value < 1000:
            return f"{max(value, Decimal(1)):.0f} {unit}" if unit == "KB" else f"{value:.1f} {unit}"
        value /= 1000
    return f"{value:.1f} {_UNITS[-1]}"


@register.filter
def file_kind(name: str) -> str:
    """``PDF``, ``XLSX``: the ending of a file's name, as people know kinds of files."""
    _stem, dot, ending = name.rpartition(".")
    return ending.upper() if dot and ending.isalnum() and len(ending) <= 5 else ""


@register.filter
def place_of(where: str, places: Mapping[str, str]) -> str:
    """The address of what ``where`` names on this page, or nothing."""
    return places.get(where, "")


@register.inclusion_tag("portal/parts/chart.html")
def public_chart(chart: Chart, level: int = 3) -> dict[str, Any]:
    """Bars with their figures in words, and the same as a table."""
    return {"chart": chart, "level": level, "rows": [(bar, _width(bar)) for bar in chart.bars]}


@register.simple_tag
def qr(address: str) -> SafeString:
    """The QR code of an address, as large as the style makes it; the address stands beside it in letters."""
    drawn = segno.make(address, error="m", micro=False).svg_inline(omitsize=True, border=2, svgclass="qr")
    return format_html('<svg role="img" aria-label="QR: {}" {}', address, mark_safe(drawn.removeprefix("<svg ")))  # noqa: S308  # drawn here


def _blocks(paragraphs: Iterable[str]) -> Iterator[SafeString]:
    for entries, group in groupby(paragraphs, lambda one: one.startswith(_ENTRY)):
        if entries:
            rows = ((linked(one.removeprefix(_ENTRY)),) for one in group)
            yield format_html("<ul>{}</ul>", format_html_join("", "<li>{}</li>", rows))
        else:
            yield from (format_html("<p>{}</p>", linked(one)) for one in group)


def _lines(text: str) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in text.split("\n")))


def _width(bar: Bar) -> str:
    """Of a whole bar of 100, as SVG writes numbers."""
    whole = Decimal(bar.of)
    return f"{min(Decimal(bar.value) * 100 / whole, Decimal(100)):.2f}" if whole else "0"
