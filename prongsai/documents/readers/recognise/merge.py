"""Rows that a page cut in two, or printed twice → one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from prongsai.documents.readers.document import EMPTY, TICKED
from prongsai.documents.readers.recognise.boxes import has_box
from prongsai.documents.readers.recognise.grid import FieldRow
from prongsai.documents.readers.recognise.items import ends_with_number
from prongsai.documents.readers.recognise.marks import Style, first_mark
from prongsai.documents.readers.recognise.span import Span, alike, joined, squeeze

Cells = dict[str, list[Span]]

#: Fields whose text flows over a page; in the others a second writing is a repeat.
FLOWING = frozenset({"procedure", "monitoring", "result", "outcome", "suggestion", "components", "progress", "boxes"})
_BODY = ("procedure", "components", "monitoring", "result", "progress", "outcome")
_SAME = 0.9
_UNIT = re.compile(r"\s*(?:สำนัก|กอง|งาน|หน่วย|ฝ่าย|ส่วน|ทุก)")


def text_of(cells: Cells, name: str) -> str:
    """A field on one line."""
    return " ".join(span.text for span in cells.get(name, []) if span.text)


def is_again(cells: Cells, row: FieldRow) -> bool:
    """Whether a row is the same as one before, printed a second time with slips."""
    pairs = [(text_of(cells, name), row.text(name)) for name in _BODY]
    both = [(first, second) for first, second in pairs if first and second]
    if not both or sum(bool(first) != bool(second) for first, second in pairs) > len(both):
        return False
    first, second = ("".join(squeeze(part) for part in side) for side in zip(*both, strict=True))
    return len(first) > 30 and alike(first, second) >= _SAME


def counts_on(cells: Cells, row: FieldRow, name: str = "procedure") -> bool:
    """Whether a field's numbering goes on where it stood."""
    before, now = cells.get(name, []), row.cells.get(name, [])
    if not before or not now:
        return False
    last, mark = ends_with_number(before), first_mark(now[0].text)
    return last is not None and mark is not None and mark.number in (last + 1, last + 2)


def goes_on(cells: Cells, row: FieldRow, name: str = "procedure") -> bool:
    """Whether a field's numbering goes on, or its text begins without a mark in a numbered list."""
    before, now = cells.get(name, []), row.cells.get(name, [])
    if not before or not now:
        return False
    return counts_on(cells, row, name) or (first_mark(now[0].text) is None and ends_with_number(before) is not None)


def begins_within(cells: Cells, row: FieldRow) -> bool:
    """Whether a list of the row begins in the middle of an item: text without a mark, then the mark that comes next."""
    for name in _BODY:
        before, now = cells.get(name, []), row.cells.get(name, [])
        if not before or len(now) < 2 or first_mark(now[0].text) is not None:
            continue
        last, marks = ends_with_number(before), [mark for span in now if (mark := first_mark(span.text))]
        if last is not None and marks and marks[0].number == last + 1:
            return True
    return False


def starts_over(row: FieldRow, name: str = "procedure") -> bool:
    """Whether a field begins a list at one."""
    now = row.cells.get(name, [])
    mark = first_mark(now[0].text) if now else None
    return mark is not None and mark.style is not Style.BULLET and mark.number == 1


def flow(before: Sequence[Span], now: Sequence[Span]) -> list[Span]:
    """A cell and what follows on the next page. Text without a mark goes on in the item that the page cut."""
    if not before or not now:
        return [*before, *now]
    first = now[0]
    if (
        first_mark(first.text) is None
        and not first.depth
        and _is_marked(before)
        and not any(token in before[-1].text + first.text for token in (TICKED, EMPTY))
    ):
        return [*before[:-1], _sewn(before[-1], first), *now[1:]]
    return [*before, *now]


def _rest(name: str, before: Sequence[Span], now: Sequence[Span]) -> list[Span]:
    """A cell that a page cut, and its rest: sewn, unless the rest begins an item, a box or a unit of its own."""
    begins = first_mark(now[0].text) is not None or has_box(now[0].text)
    if (name in FLOWING and begins) or (name == "responsible" and _UNIT.match(now[0].text)):
        return [*before, *now]
    return [*before[:-1], _sewn(before[-1], now[0]), *now[1:]]


def _sewn(end: Span, start: Span) -> Span:
    """The two halves of a paragraph. Thai has no space between words, so halves that are both Thai get none."""
    between = "" if _is_thai(end.text[-1:]) and _is_thai(start.text[:1]) else " "
    whole = joined([end, start], between)
    return Span(whole.text, whole.places, end.block, end.depth)


def _is_thai(letter: str) -> bool:
    return "ก" <= letter <= "๎"


def _is_marked(spans: Sequence[Span]) -> bool:
    return any(first_mark(span.text) is not None or span.depth for span in spans) or ends_with_number(spans) is not None


def add(cells: Cells, row: FieldRow, *, cut_name: str | None = None, cut_through: bool = False) -> list[str]:
    """Add a continuation to the cells; returns the fields whose second writing differed and was left out.

    ``cut_name`` is the field of a name that the page cut: its rest is appended. ``cut_through``: the page is known to
    have cut all cells, so that whatever is no repeat is the rest of its cell.
    """
    differing = []
    within = cut_through or (row.fresh and begins_within(cells, row))
    for name, now in row.cells.items():
        before = cells.get(name, [])
        if not now:
            continue
        if not before:
            cells[name] = list(now)
        elif name == cut_name:
            cells[name] = [_sewn(joined(before), joined(now))]
        elif within and not _is_repeat(text_of(cells, name), row.text(name), flows=name in FLOWING):
            cells[name] = _rest(name, before, now)
        elif _is_repeat(text_of(cells, name), row.text(name), flows=name in FLOWING):
            continue
        elif name in FLOWING:
            cells[name] = flow(before, now)
        elif name == "responsible" and not (row.text("title") or row.text("indicator")):
            cells[name] = [*before, *now]
        else:
            differing.append(name)
    return differing


def _is_repeat(before: str, now: str, *, flows: bool) -> bool:
    """Whether a second writing of a cell says nothing new. The rest of a sentence may well stand there already."""
    a, b = squeeze(before), squeeze(now)
    if alike(before, now) >= 0.85 and len(b) >= 12:
        return True
    return b in a and (len(b) > 60 or not flows)
