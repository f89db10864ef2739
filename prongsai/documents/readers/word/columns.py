"""The columns of a Word table: where cells begin that a person sees as one column, though the file has several."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from prongsai.documents.readers.word.tags import (
    DEL,
    TC,
    TC_PR,
    TR,
    TR_PR,
    WRAPPERS,
    child,
    is_on,
    number,
    value,
    w,
    whole,
)

#: Lines drawn by hand miss each other by a little: up to 2.5 mm (in twips), or that part of a mean column.
_MISSED, _PART = 142, 0.15


@dataclass(frozen=True, slots=True)
class Placed:
    """A cell, and the column that it begins at, counted in steps of the file; ``goes_on``: that of the row above."""

    cell: etree._Element
    start: int
    goes_on: bool


def placed_rows(table: etree._Element) -> list[list[Placed]]:
    """The rows of a table with their cells; rows and cells whose deletion was tracked are gone."""
    steps = _steps(table)
    rows: list[list[Placed]] = []
    open_starts: set[int] = set()
    for row in unwrapped(table, TR):
        properties = row.find(TR_PR)
        if child(properties, DEL) is not None or is_on(child(properties, w("hidden"))):
            continue
        found = _cells(row, properties, steps)
        cells = [Placed(one.cell, one.start, one.goes_on and one.start in open_starts) for one in found]
        rows.append(cells)
        open_starts = {one.start for one in cells if one.goes_on or _begins_down(one.cell)}
    return rows


def unwrapped(element: etree._Element, tag: str) -> Iterator[etree._Element]:
    """The children of that name, those in content controls and other wrappers included."""
    for one in element:
        if one.tag == tag:
            yield one
        elif one.tag in WRAPPERS:
            yield from unwrapped(one, tag)


def _cells(row: etree._Element, properties: etree._Element | None, steps: list[int]) -> Iterator[Placed]:
    at = max(0, number(child(properties, w("gridBefore"))))
    for cell in unwrapped(row, TC):
        own = cell.find(TC_PR)
        start = at
        at += max(1, number(child(own, w("gridSpan")), 1))
        if child(own, w("cellDel")) is not None or value(child(own, w("hMerge")), "restart") == "continue":
            continue
        merge = child(own, w("vMerge"))
        yield Placed(cell, _step(start, steps), merge is not None and value(merge, "continue") == "continue")


def _begins_down(cell: etree._Element) -> bool:
    return value(child(cell, TC_PR, w("vMerge"))) == "restart"


def _step(start: int, steps: list[int]) -> int:
    """A place of the file's grid as a step; beyond its end each place is one."""
    return steps[start] if start < len(steps) else start + (steps[-1] - len(steps) + 1 if steps else 0)


def _steps(table: etree._Element) -> list[int]:
    """For each line of the grid its step: lines that nearly meet are the same one."""
    widths = [whole(column.get(w("w"))) for column in table.findall(f"{w('tblGrid')}/{w('gridCol')}")]
    if not widths or min(widths) <= 0:
        return []
    near = min(_MISSED, _PART * sum(widths) / len(widths))
    steps, at, since = [0], 0, 0
    for width in widths:
        since += width
        if since > near:
            at, since = at + 1, 0
        steps.append(at)
    return steps
