"""What is frozen, cut for the templates: paragraphs and lists, pieces of text and addresses, bars of charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from django import template

from prongsai.core.disclosures.text import Piece, pieces_of
from prongsai.core.publication.content import Bar, Chart

register = template.Library()
_ENTRY = "- "


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, or the entries of a list; each is cut into lines, and those into pieces."""

    is_list: bool
    items: list[list[tuple[Piece, ...]]]


@register.filter
def blocks(paragraphs: Sequence[str]) -> list[Block]:
    """Paragraphs with those entries together that stand next to each other."""
    made = []
    for is_list, group in groupby(paragraphs, key=lambda one: one.startswith(_ENTRY)):
        texts = [one.removeprefix(_ENTRY) if is_list else one for one in group]
        cut = [[pieces_of(line) for line in text.split("\n")] for text in texts]
        made += [Block(True, cut)] if is_list else [Block(False, [one]) for one in cut]
    return made


@dataclass(frozen=True, slots=True)
class DrawnBar:
    """A bar with its figure as it was frozen, and how much of the width it fills, of a hundred."""

    label: str
    value: str
    width: str


@register.filter
def drawn(chart: Chart) -> list[DrawnBar]:
    """The bars of a chart, each on its own scale from nought."""
    return [DrawnBar(bar.label, bar.value, _width(bar)) for bar in chart.bars]


def _width(bar: Bar) -> str:
    whole = Decimal(bar.of)
    return f"{Decimal(bar.value) * 100 / whole:.2f}" if whole else "0"
