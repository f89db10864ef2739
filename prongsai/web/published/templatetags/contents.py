"""What is frozen, cut for the templates: paragraphs and lists, pieces of text and addresses, bars of charts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django import template

from prongsai.core.disclosures.text import Piece, pieces_of
from prongsai.core.publication.content import Chart

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


@register.filter
def chart_rows(chart: Chart) -> list[tuple[str, float]]:
    """Label and value of each bar."""
    return [(bar.label, float(bar.value)) for bar in chart.bars]


@register.filter
def chart_most(chart: Chart) -> float:
    """What fills the width of a bar."""
    return max((float(bar.of) for bar in chart.bars), default=0.0)
