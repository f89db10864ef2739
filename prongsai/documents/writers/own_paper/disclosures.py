"""Disclosures into the tables of their sub-indicators; one that the paper lacks gets a table like the one before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from prongsai.core.reports.reading import ReadDisclosure
from prongsai.core.reports.sheet import Names, named
from prongsai.documents.readers.word.columns import unwrapped
from prongsai.documents.readers.word.tags import TR
from prongsai.documents.writers.own_paper.cells import copied_paragraph
from prongsai.documents.writers.own_paper.elements import must_stay, remove
from prongsai.documents.writers.own_paper.find import Target
from prongsai.documents.writers.own_paper.letters import set_text
from prongsai.documents.writers.own_paper.parts import Part
from prongsai.documents.writers.own_paper.pattern import RowPattern
from prongsai.documents.writers.own_paper.rows import made_rows, replace_rows, row_lines, take_table_away

Element = etree._Element
Rows = Sequence[ReadDisclosure]


def put_disclosures(target: Target, rows: Rows, names: Names) -> None:
    """Write the items of this year, in their order."""
    homes: dict[str | None, tuple[Part, RowPattern]] = {
        part.sub_indicator: (part, pattern) for part, pattern in target.parts if part.sub_indicator
    }
    if not homes or not rows:
        for at, (part, pattern) in enumerate(target.parts):
            replace_rows(part, pattern, [row_lines(pattern, row) for row in rows] if at == 0 else [])
        return
    groups: dict[str | None, list[ReadDisclosure]] = {}
    for row in rows:
        groups.setdefault(row.sub_indicator, []).append(row)
    _add_missing(target, homes, groups, names)
    for part, pattern in target.parts:
        own = groups.get(part.sub_indicator, [])
        if own:
            replace_rows(part, pattern, [row_lines(pattern, row) for row in own])
        else:
            _take_away(part)


def _add_missing(
    target: Target,
    homes: dict[str | None, tuple[Part, RowPattern]],
    groups: dict[str | None, list[ReadDisclosure]],
    names: Names,
) -> None:
    """A heading and a table for each sub-indicator that the paper has no table for, in the order of the items."""
    behind: Element | None = None
    model = target.parts[0]
    for sub, rows in groups.items():
        if sub in homes:
            model = homes[sub]
            behind = model[0].sections[-1].table.element
            continue
        made = list(_further(model, sub, rows, names))
        before = None if behind is not None else _first(target)
        for one in made:
            if behind is None and before is not None:
                before.addprevious(one)
            elif behind is not None:
                behind.addnext(one)
                behind = one


def _first(target: Target) -> Element:
    """Where the first of the paper's tables begins: at its heading."""
    part = target.parts[0][0]
    heading = part.sections[0].heading
    return part.sections[0].table.element if heading is None else heading


def _further(model: tuple[Part, RowPattern], sub: str | None, rows: Rows, names: Names) -> Iterator[Element]:
    """A heading and a table like those of the model."""
    pattern, section = model[1], model[0].sections[0]
    if section.heading is not None and sub is not None:
        heading = copied_paragraph(section.heading)
        set_text(heading, named("ตัวชี้วัดย่อยที่", sub, names.sub_indicators))
        yield heading
    table = deepcopy(section.table.element)
    elements = list(unwrapped(section.table.element, TR))
    kept = [elements.index(section.table.rows[at].element) for at in section.header]
    copies = list(unwrapped(table, TR))
    for at, row in enumerate(copies):
        if at not in kept:
            remove(row)
    for row in reversed(made_rows(pattern, [row_lines(pattern, each) for each in rows])):
        copies[kept[-1]].addnext(row)
    yield table


def _take_away(part: Part) -> None:
    """A sub-indicator of which this year says nothing: its heading and its table go."""
    heading = part.sections[0].heading
    if heading is not None and not must_stay(heading):
        remove(heading)
    take_table_away(part)
