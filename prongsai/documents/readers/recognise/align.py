"""A row with other cells than its header has columns, or with cells in the wrong one → fields, by what cells hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import combinations

from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.months import MONTH
from prongsai.documents.readers.document import Cell
from prongsai.documents.readers.recognise.boxes import has_box, is_tick
from prongsai.documents.readers.recognise.units import looks_like_units

_CODE = re.compile(r"^\s*[OoОо0๐]\s?[๐-๙0-9]{1,2}(?![๐-๙0-9])")
_NUMBER = re.compile(r"^\(?\d{1,3}[.)]?$")
_PERIOD = re.compile(
    r"^(?:ตลอด|ภายใน|ตั้งแต่|ระหว่าง|ประจำ)?\s*(?:เดือน|วันที่|รอบ|ปี)?\s*"
    rf"(?:(?:[0-9]{{1,2}}\s*)?{MONTH}|ปี\s*งบ\s*ประมาณ|งบ\s*ประมาณ\s*(?:พ|[0-9])|ไตรมาส|(?:พ\s*\.?\s*ศ\s*\.?\s*)?[0-9]{{2,4}}(?:\D|$)|ทั้งปี|ปี(?:\s|$)|6\s*เดือน)"
    r"|^ตลอด(?:ทั้ง)?ปี|^(?:ทุก\s*(?:เดือน|ไตรมาส|ปี|วัน|สัปดาห์)|ต่อเนื่อง)\S{0,12}$"
)
_SCORE = re.compile(r"^\d{1,3}(?:\.\d+)?$")

#: A cell that certainly does not belong, and one that certainly does.
_WRONG, _RIGHT = -1.0, 1.0

#: What speaks for a cell's staying in its own column, and the widest row that is searched for a better order.
_AT_HOME, _WIDEST = 0.25, 10


def is_period(text: str) -> bool:
    """Whether a short text is a period."""
    return len(text) < 90 and bool(_PERIOD.match(to_arabic(text)))


def has_code(text: str) -> bool:
    """Whether a text begins with the code of an item."""
    return bool(_CODE.match(text))


def _number(text: str) -> float:
    return _RIGHT if _NUMBER.match(to_arabic(text).strip()) else _WRONG


def _period(text: str) -> float:
    if is_period(text):
        return _RIGHT
    return _WRONG if looks_like_units(text) or len(text) > 120 or has_box(text) else -0.3


def _units(text: str) -> float:
    if is_period(text) or has_box(text):
        return _WRONG
    if looks_like_units(text):
        return _RIGHT
    return -0.3 if len(text) > 200 else 0.0


def _code(text: str) -> float:
    return _RIGHT if has_code(text) else _WRONG


def _tick(text: str) -> float:
    return _RIGHT if is_tick(text) or text.strip() in "☐□" else _WRONG


def _progress(text: str) -> float:
    return _RIGHT if has_box(text) else 0.0


def _score(text: str) -> float:
    return _RIGHT if _SCORE.match(to_arabic(text).strip()) else _WRONG


def _prose(text: str) -> float:
    if has_box(text) or is_period(text):
        return -0.5
    return 0.3


def _name(text: str) -> float:
    return -0.5 if has_box(text) or len(text) > 250 or is_period(text) or looks_like_units(text) else 0.2


_FITS: dict[str, Callable[[str], float]] = {
    "number": _number,
    "period": _period,
    "responsible": _units,
    "code": _code,
    "progress": _progress,
    "result": _progress,
    "boxes": _progress,
    "score": _score,
    "procedure": _prose,
    "components": _prose,
    "monitoring": _prose,
    "outcome": _prose,
    "suggestion": _prose,
    "title": _name,
    "name": _name,
}


def fits(field: str | None, cell: Cell) -> float:
    """How well a cell suits a field, -1 to 1; an empty cell suits any."""
    text = cell.text[:2000]
    if not text or field is None:
        return 0.0
    if field.startswith("status:"):
        return _tick(text)
    return _FITS[field](text) if field in _FITS else 0.0


def aligned(rows: Sequence[Sequence[Cell]], fields: Sequence[str | None]) -> tuple[tuple[str | None, ...], ...]:
    """For rows of one width, the fields of each cell, a tuple a row.

    Where the width is the header's, cells keep their columns unless they certainly slipped or were exchanged.
    Where it is another, all rows take the same columns, those that suit their cells best.
    """
    width = max((len(row) for row in rows), default=0)
    if width == len(fields):
        return tuple(_slipped(row, fields) or _exchanged(row, fields) for row in rows)
    if width > len(fields):
        chosen = _best([tuple(at) for at in _places(len(fields), width)], rows, fields, wide=True)
    else:
        chosen = _best([tuple(at) for at in _places(width, len(fields))], rows, fields, wide=False)
    return tuple(chosen for _ in rows)


def _places(few: int, many: int) -> list[tuple[int, ...]]:
    if many > 14:
        return [tuple(range(few))]
    return list(combinations(range(many), few))


def _best(
    choices: list[tuple[int, ...]], rows: Sequence[Sequence[Cell]], fields: Sequence[str | None], *, wide: bool
) -> tuple[str | None, ...]:
    """The choice of columns under which the cells suit their fields best; among equals the leftmost."""

    def named(choice: tuple[int, ...]) -> tuple[str | None, ...]:
        if not wide:
            return tuple(fields[at] for at in choice)
        return tuple(fields[choice.index(at)] if at in choice else None for at in range(max(map(len, rows))))

    def score(choice: tuple[int, ...]) -> float:
        lost = sum(-0.4 for row in rows for at, cell in enumerate(row) if wide and at not in choice and cell.text)
        return lost + sum(fits(field, cell) for row in rows for field, cell in zip(named(choice), row, strict=False))

    return named(max(choices, key=score))


def _slipped(row: Sequence[Cell], fields: Sequence[str | None]) -> tuple[str | None, ...] | None:
    """The fields of a row of the right width whose cells slipped to columns beside, where the content leaves no doubt.

    The cells keep their order. Empty ones, and twins of the cell in front of them, give way.
    """
    fit = [[fits(field, cell) for field in fields] for cell in row]
    now = [fit[at][at] for at in range(len(row))]
    if _WRONG not in now or len(row) > _WIDEST:
        return None
    kept = [at for at, cell in enumerate(row) if cell.text and not (at and cell.text == row[at - 1].text)]

    def score(columns: tuple[int, ...]) -> float:
        return sum(fit[at][column] + _AT_HOME * (at == column) for at, column in zip(kept, columns, strict=True))

    best = max(combinations(range(len(fields)), len(kept)), key=score)
    after = [fit[at][column] for at, column in zip(kept, best, strict=True)]
    if _WRONG in after or after.count(_RIGHT) < max(2, now.count(_RIGHT) + 1):
        return None
    names: list[str | None] = [None] * len(row)
    for at, column in zip(kept, best, strict=True):
        names[at] = fields[column]
    return tuple(names)


def _exchanged(row: Sequence[Cell], fields: Sequence[str | None]) -> tuple[str | None, ...]:
    """The fields of a row of the right width; two cells whose content leaves no doubt change places."""
    made = list(fields)
    wrong = [at for at, cell in enumerate(row) if fits(fields[at], cell) == _WRONG]
    for first, second in combinations(wrong, 2):
        if fits(fields[second], row[first]) == _RIGHT and fits(fields[first], row[second]) == _RIGHT:
            made[first], made[second] = fields[second], fields[first]
    for at in wrong:
        for other, cell in enumerate(row):
            if (
                made[at] == fields[at]
                and not cell.text
                and made[other] == fields[other]
                and abs(other - at) == 1
                and fits(fields[other], row[at]) == _RIGHT
            ):
                made[at], made[other] = fields[other], fields[at]
    return tuple(made)
