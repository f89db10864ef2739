"""How a column of last year's paper marks its lists, digits, boxes and ticks; and marking the same way."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from prongsai.core.reports.cell import EMPTY_BOX, TICK, TICKED_BOX, boxes, numbered
from prongsai.core.reports.layout import Column, Grammar
from prongsai.core.reports.reading import Status
from prongsai.core.thai.digits import to_arabic, to_thai
from prongsai.documents.readers.document import EMPTY, TICKED, Cell, Para
from prongsai.documents.readers.recognise import boxes as of_boxes
from prongsai.documents.readers.recognise.marks import Style, first_mark
from prongsai.documents.readers.recognise.span import Span

_THAI_DIGIT, _ARABIC_DIGIT = re.compile("[๐-๙]"), re.compile("[0-9]")
_WRITTEN = {Style.DOT: "{}.", Style.PAREN: "{})", Style.BOTH: "({})"}
#: Ticks that are written as they stood; what a font of signs draws is written as the usual one.
_TICKS = ("/", "✓", "✔", "√")
_NUMBER_ALONE = re.compile(r"(\(?)[๐-๙0-9]{1,3}([.)]?)")
_A_BOX = re.compile(rf"^\s*[{TICKED}{EMPTY}]\s*")


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one column.

    ``pattern`` has ``{}`` for the number of an item (``{}.``), none in a bullet (``-``); None: items stand without a
    mark, each in its paragraph. ``drawn``: Word draws the bullet. ``labels``: the words beside the boxes.
    """

    pattern: str | None = "{}."
    drawn: bool = False
    arabic: bool = False
    tick: str = TICK
    untick: str = ""
    labels: dict[Status, str] = field(default_factory=dict)

    def items(self, items: Sequence[str], *, always: bool = False) -> tuple[str, ...]:
        """The items as lines. A single one has no number, as offices write it, unless ``always``."""
        if self.pattern is None:
            return numbered(items, always=True) if always else tuple(items)
        if "{}" not in self.pattern:
            return tuple(items) if self.drawn else tuple(f"{self.pattern} {item}" for item in items)
        if len(items) < 2 and not always:
            return tuple(items)
        return tuple(f"{self.pattern.format(self.digits(str(at)))} {item}" for at, item in enumerate(items, 1))

    def digits(self, text: str) -> str:
        """A number in the digits of the paper."""
        return to_arabic(text) if self.arabic else to_thai(text)

    def boxes(self, status: Status | None) -> tuple[str, ...]:
        """The boxes with the paper's own labels; one that the paper lacks is written where it is the ticked one."""
        if not self.labels:
            return boxes(status)
        labels = dict(self.labels)
        if status is not None and status not in labels:
            labels[status] = next(line for line in boxes(status) if line.startswith(TICKED_BOX))[1:].strip()
        return tuple(f"{TICKED_BOX if each is status else EMPTY_BOX} {label}" for each, label in labels.items())


def marks_of(column: Column, cells: Sequence[Cell]) -> Marks:
    """The marks of a column, by the cells of last year; where they tell nothing, as our own papers have them."""
    paras = [para for cell in cells for para in cell.paras if not _A_BOX.match(para.text)]
    pattern, drawn = _pattern(cells, paras, None if column.grammar is Grammar.UNITS else "{}.")
    if column.grammar is Grammar.NUMBER:
        pattern, drawn = _of_numbers(cells), False
    return Marks(pattern, drawn, _is_arabic(cells), *_ticks(cells), labels=_labels(cells))


def _of_numbers(cells: Sequence[Cell]) -> str:
    """How the number of a row stands in its cell: ``๑.``, ``๑``, ``(๑)``."""
    found = (_NUMBER_ALONE.fullmatch(cell.text.strip()) for cell in cells)
    return next((f"{one[1]}{{}}{one[2]}" for one in found if one), "{}.")


def _pattern(cells: Sequence[Cell], paras: Sequence[Para], default: str | None) -> tuple[str | None, bool]:
    """How most of the marked paragraphs are marked, and whether Word draws it."""
    found: Counter[tuple[str | None, bool]] = Counter()
    for para in paras:
        mark = first_mark(para.text)
        if mark is None or para.depth > 1:
            continue
        bullet = mark.style is Style.BULLET
        written: str | None = para.text[: mark.end].strip() if bullet else _WRITTEN[mark.style]
        drawn = bullet and para.depth > 0
        found["-" if drawn else written, drawn] += 1
    if found:
        return found.most_common(1)[0][0]
    several = any(len([para for para in cell.paras if not _A_BOX.match(para.text)]) > 1 for cell in cells)
    return (None if several else default), False


def _is_arabic(cells: Sequence[Cell]) -> bool:
    """Whether the column counts in Arabic digits: by the first digit of each cell that has one."""
    texts = [cell.text for cell in cells]
    arabic = sum(bool(_ARABIC_DIGIT.search(text)) and not _THAI_DIGIT.search(text) for text in texts)
    return arabic > sum(bool(_THAI_DIGIT.search(text)) for text in texts)


def _ticks(cells: Sequence[Cell]) -> tuple[str, str]:
    """What a ticked and an unticked cell of a tick column have in them."""
    texts = [cell.text.strip() for cell in cells]
    if EMPTY in texts:
        return TICKED_BOX, EMPTY_BOX
    return next((text for text in texts if text in _TICKS), TICK), ""


def _labels(cells: Sequence[Cell]) -> dict[Status, str]:
    """The words beside the boxes, where each box has a paragraph of its own that says one thing."""
    for cell in cells:
        made: dict[Status, str] = {}
        boxed = [para.text for para in cell.paras if _A_BOX.match(para.text)]
        for text in boxed:
            label = _A_BOX.sub("", text)
            said = of_boxes.boxes([Span(f"{TICKED} {label}", ())])
            if said.status is not None and not said.rest and not any(box in label for box in TICKED + EMPTY):
                made[said.status] = label
        if len(made) > 1 and len(made) == len(boxed):
            return made
    return {}
