"""Rows of measures → drafts: one a measure, with all its continuations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest

from prongsai.documents.readers.recognise.grid import FieldRow
from prongsai.documents.readers.recognise.headings import Columns
from prongsai.documents.readers.recognise.indicators import (
    Named,
    indicator_of,
    names,
    number_alone,
    own_number,
    without_number,
)
from prongsai.documents.readers.recognise.merge import (
    Cells,
    add,
    begins_within,
    counts_on,
    goes_on,
    is_again,
    starts_over,
    text_of,
)
from prongsai.documents.readers.recognise.span import Span, alike, joined
from prongsai.documents.readers.recognise.units import units

#: How the heading of a group of measures begins. A table of fewer columns has no such rows.
_GROUP = re.compile(r"\s*(?:ตัวชี้วัด|ด้าน|แบบวัด|ส่วนที่|หมวด|กลุ่ม|มิติ|ยุทธศาสตร์|ประเด็นที่|[IEO]IT\b)")
_NARROWEST = 4

#: Titles as alike as this are the same where a page cut the row; a full row must have them equal but for a slip.
_SAME_TITLE, _EQUAL_TITLE = 0.85, 0.97


@dataclass
class Draft:
    """A measure that is being put together: its cells, and what was noticed on the way."""

    cells: Cells
    columns: Columns
    rows: list[FieldRow]
    named: Named | None = None
    repeated: list[FieldRow] = field(default_factory=list)
    differing: list[tuple[str, FieldRow]] = field(default_factory=list)
    inherited: bool = False


def drafts(rows: list[FieldRow]) -> list[Draft]:
    """The measures of all tables, in order."""
    made: list[Draft] = []
    for row in _without_group_headings(rows):
        named = _named(row)
        before = made[-1] if made else None
        if before is None or before.columns.fields.count("indicator") != row.columns.fields.count("indicator"):
            made.append(_begun(row, named, None))
        elif is_again(before.cells, row) and not _other_name(before, row, named):
            before.repeated.append(row)
            before.rows.append(row)
        elif _is_more(before, row, named):
            other = _other_title(before, row, named) or (named and _completes(before, _row_name(row)))
            through = _is_cut_through(before, row)
            cut = _cut_name(before, row) if other and not through else None
            before.differing += [(name, row) for name in add(before.cells, row, cut_name=cut, cut_through=through)]
            before.rows.append(row)
        else:
            _drop_empty(made, row)
            made.append(_begun(row, named, before))
    return made


def _without_group_headings(rows: list[FieldRow]) -> Iterator[FieldRow]:
    """The rows without those that stand across the table as the heading of a group of measures with titles."""
    for row, below in zip_longest(rows, rows[1:]):
        if not (_is_group_heading(row) and below is not None and below.text("title") and _row_name(below)):
            yield row


def _is_group_heading(row: FieldRow) -> bool:
    """Whether a row says nothing but, in its first column, the name of a group."""
    filled = [name for name, spans in row.cells.items() if spans]
    if len(filled) != 1 or len(row.columns.fields) < _NARROWEST:
        return False
    return row.columns.fields[0] == filled[0] and bool(_GROUP.match(row.text(filled[0])))


def _named(row: FieldRow) -> Named | None:
    """The indicator that a row names in its own column, or in front of its title."""
    if row.text("indicator"):
        return indicator_of(row.text("indicator"), own_column=True)
    return indicator_of(row.text("title"), own_column=False)


def _begun(row: FieldRow, named: Named | None, before: Draft | None) -> Draft:
    draft = Draft({name: list(spans) for name, spans in row.cells.items()}, row.columns, [row], named)
    if before is None or before.columns.kind is not row.columns.kind:
        return draft
    if not row.text("indicator") and "indicator" in row.columns.fields:
        draft.named, draft.inherited = before.named, True
        if "indicator" in before.cells:
            draft.cells["indicator"] = list(before.cells["indicator"])
    elif not row.text("title") and "indicator" not in row.columns.fields:
        draft.named, draft.inherited = before.named, True
        draft.cells["title"] = list(before.cells.get("title", []))
    return draft


def _name(cells: Cells) -> str:
    own = text_of(cells, "title") or text_of(cells, "indicator")
    return without_number(own)


def _row_name(row: FieldRow) -> str:
    return without_number(row.text("title") or row.text("indicator"))


def _is_more(before: Draft, row: FieldRow, named: Named | None) -> bool:
    """Whether a row goes on with the measure before it."""
    if _numbers_differ(before, row):
        return False
    if _is_cut_through(before, row):
        return True
    if not _row_name(row) and not named:
        return _goes_on_unnamed(before, row)
    if _other_title(before, row, named) or (named and _completes(before, _row_name(row))):
        return _cut_name(before, row) is not None
    return _numbers_agree(before, row) or not _other_group(before, row)


def _is_cut_through(before: Draft, row: FieldRow) -> bool:
    """Whether a page cut a row through all its cells: the column of numbers, filled before, is empty on the next page,
    and no list begins there."""
    if not row.fresh or "number" not in row.columns.fields or row.text("number"):
        return False
    if not text_of(before.cells, "number") or own_number(row.text("title")) is not None:
        return False
    return not any(starts_over(row, name) for name in ("procedure", "monitoring", "result", "outcome"))


def _other_name(before: Draft, row: FieldRow, named: Named | None) -> bool:
    """Whether a row whose text stands above already has another name all the same."""
    if _numbers_differ(before, row) or (named and before.named and named.number != before.named.number):
        return True
    name = _row_name(row)
    return bool(name) and alike(name, _name(before.cells)) < _SAME_TITLE - 0.1


def _goes_on_unnamed(before: Draft, row: FieldRow) -> bool:
    """A row without a title goes on, unless it has a unit and a time or a status of its own and begins its list."""
    if not row.text("responsible") or counts_on(before.cells, row):
        return True
    if _is_full(row):
        return False
    if goes_on(before.cells, row):
        return True
    filled = row.text("period") or _has_tick(row)
    if not filled and not (starts_over(row) and row.text("result")):
        return True
    return not row.text("procedure") and not row.text("result")


def _is_full(row: FieldRow) -> bool:
    """Whether a row has everything that a measure has."""
    return all(row.text(name) for name in ("responsible", "period", "procedure")) and bool(
        row.text("result") or _has_tick(row)
    )


def _has_tick(row: FieldRow) -> bool:
    return any(row.text(name) for name in row.cells if name.startswith("status:"))


def _other_title(before: Draft, row: FieldRow, named: Named | None) -> bool:
    """Whether a row has a title, or an indicator, that is not that of the measure before."""
    if named and before.named and named.number != before.named.number:
        return True
    if named and before.named and not (row.text("title") and row.text("indicator")):
        return False
    name = _row_name(row)
    if not name:
        return False
    own = _name(before.cells)
    if _is_full(row) and not counts_on(before.cells, row):
        return alike(name, own) < _EQUAL_TITLE
    return alike(name, own) < _SAME_TITLE and not (len(name) > 15 and name in own)


def _numbers(before: Draft, row: FieldRow) -> tuple[int | None, int | None]:
    """The own numbers of both, from their columns or in front of their titles."""
    first = number_alone(text_of(before.cells, "number")) or own_number(text_of(before.cells, "title"))
    return first, number_alone(row.text("number")) or own_number(row.text("title"))


def _numbers_differ(before: Draft, row: FieldRow) -> bool:
    """Whether both have a number of their own, and not the same."""
    first, second = _numbers(before, row)
    return second is not None and first != second


def _numbers_agree(before: Draft, row: FieldRow) -> bool:
    first, second = _numbers(before, row)
    return second is not None and first == second


def _other_group(before: Draft, row: FieldRow) -> bool:
    """Whether a row with the same title is another group of units, with a list of its own."""
    if counts_on(before.cells, row) or not _is_full(row):
        return False
    if not _same_units(before, row):
        return True
    return starts_over(row) and bool(text_of(before.cells, "result")) and bool(row.text("result"))


def _same_units(before: Draft, row: FieldRow) -> bool:
    """Whether both name the same units, in any order, or in one with their lines broken elsewhere."""
    first = {unit.text for unit in units(before.cells.get("responsible", []))}
    second = {unit.text for unit in units(row.cells.get("responsible", []))}
    sorted_alike = alike(" ".join(sorted(first)), " ".join(sorted(second)))
    return max(sorted_alike, alike(text_of(before.cells, "responsible"), row.text("responsible"))) >= 0.8


def _cut_name(before: Draft, row: FieldRow) -> str | None:
    """The field of a name that a page cut: the first row of a page, with nothing that a new measure would have."""
    name = "title" if row.text("title") else "indicator"
    text = row.text(name)
    if not text or not row.fresh or row.text("number") or without_number(text) != text:
        return None
    if starts_over(row) or (not begins_within(before.cells, row) and (row.text("responsible") or row.text("period"))):
        return None
    if any(row.text(each) for each in row.cells if each.startswith("status:")):
        return None
    if "period" not in row.columns.fields and "responsible" not in row.columns.fields:
        return None
    if indicator_of(text, own_column=name == "indicator") is not None and not _completes(before, text):
        return None
    return name if _name(before.cells) else None


def _completes(before: Draft, text: str) -> bool:
    """Whether the name of the indicator before is likelier with ``text`` behind it."""
    if before.named is None:
        return False
    written = text_of(before.cells, "title") or text_of(before.cells, "indicator")
    own, known = without_number(written), names()[before.named.number]
    if own == written.strip():  # the number alone: the name stands overleaf
        return alike(text, known) >= 0.9
    return alike(own + text, known) > max(alike(own, known), alike(text, known), 0.9)


def _drop_empty(made: list[Draft], row: FieldRow) -> None:
    """A row with a title alone is the heading of the rows below it that have none."""
    last = made[-1]
    alone = all(not spans or name in ("title", "indicator", "number") for name, spans in last.cells.items())
    if alone and len(last.rows) == 1 and not _row_name(row):
        made.pop()
        row.cells.setdefault("title", [])
        for name in ("title", "indicator", "number"):
            if last.cells.get(name) and not row.cells.get(name):
                row.cells[name] = list(last.cells[name])


def title_span(draft: Draft) -> Span | None:
    """The cell that holds the measure's title."""
    spans = draft.cells.get("title") or draft.cells.get("indicator") or []
    return joined(spans) if spans else None
