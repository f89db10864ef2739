"""Tables without lines: columns that white space keeps apart down several lines of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prongsai.documents.readers.pdf.grid import Ruled
from prongsai.documents.readers.pdf.lines import Line, parts
from prongsai.documents.readers.pdf.rules import Rule

#: White space between two columns, in parts of the size of the letters.
_GUTTER = 0.9
#: Fewer columns than this are no table: two are two signatures beside each other.
_FEWEST = 3
#: The way to the next line is wider than usual between rows, and far wider behind a table.
_ROW, _BEHIND = 1.22, 3.0
#: So much of the columns are filled where a row begins, if nothing else tells.
_FILLED = 0.6

Interval = tuple[float, float]


@dataclass(slots=True)
class _Stretch:
    """Lines that share their columns: the parts of each line, and from where to where each column is written on."""

    lines: list[list[Line]] = field(default_factory=list)
    columns: list[Interval] = field(default_factory=list)


def unruled(lines: Sequence[Line], across: Sequence[Rule], *, writes_spaces: bool) -> list[Ruled]:
    """The tables among these lines; ``across`` are lines that may part their rows."""
    cut = [parts(line, _GUTTER * line.size, writes_spaces=writes_spaces) for line in lines if line.text]
    return [_table(stretch, across) for stretch in _stretches(cut) if _is_table(stretch)]


def _stretches(cut: list[list[Line]]) -> Iterator[_Stretch]:
    at = 0
    while at < len(cut):
        if len(cut[at]) < _FEWEST:
            at += 1
            continue
        found = _Stretch()
        for line in cut[at:]:
            columns = _with(found.columns, line)
            if found.lines and (len(columns) < max(_FEWEST, len(found.columns)) or _is_behind(found, line)):
                break
            found.lines.append(line)
            found.columns = columns
        yield found
        at += len(found.lines)


def _with(columns: list[Interval], line: list[Line]) -> list[Interval]:
    """The columns, with one more line in them: what stands over both is one."""
    gutter = _GUTTER * 0.8 * line[0].size
    made: list[Interval] = []
    for left, right in sorted([*columns, *((part.left, part.right) for part in line)]):
        if made and left < made[-1][1] + gutter:
            made[-1] = (made[-1][0], max(made[-1][1], right))
        else:
            made.append((left, right))
    return made


def _is_behind(found: _Stretch, line: list[Line]) -> bool:
    return line[0].base - found.lines[-1][0].base > _BEHIND * line[0].size


def _is_table(found: _Stretch) -> bool:
    full = sum(len(line) >= _FEWEST for line in found.lines)
    return full >= 3 or (full == 2 and len(found.columns) > _FEWEST)


def _table(found: _Stretch, across: Sequence[Rule]) -> Ruled:
    steps = [(below[0].base - over[0].base) / below[0].size for over, below in pairwise(found.lines)]
    wide = _wide(found, steps)
    starts = [line for at, line in enumerate(found.lines) if at == 0 or _begins(found, at, wide, across)]
    down = [_top(line) for line in starts] + [found.lines[-1][0].base + found.lines[-1][0].size * 0.5]
    lefts = [left - 1 for left, _ in found.columns] + [found.columns[-1][1] + 1]
    table = Ruled(lefts, down, drawn=False)
    table.cells = {place: place for place in ((r, c) for r in range(table.rows) for c in range(table.columns))}
    return table


def _top(line: list[Line]) -> float:
    return min(part.base - part.size for part in line)


def _begins(found: _Stretch, at: int, wide: set[int] | None, across: Sequence[Rule]) -> bool:
    """Whether a row begins at a line: below a line that is drawn, below more white, or where most columns begin."""
    above, here = found.lines[at - 1], found.lines[at]
    if any(above[0].base < rule.at < here[0].base - here[0].size * 0.3 and _over(rule, found) for rule in across):
        return True
    if wide is not None:
        return at in wide
    first = here[0].left < found.columns[0][1]
    return first and len(here) >= max(2, _FILLED * len(found.columns))


def _wide(found: _Stretch, steps: list[float]) -> set[int] | None:
    """The lines with more white above them than usual; None where white does not part rows."""
    wide = {at for at, step in enumerate(steps, 1) if step > min(steps) * _ROW}
    return wide if wide and len(wide) * 2 >= _rows_told(found) else None


def _rows_told(found: _Stretch) -> int:
    """How many lines have most of the columns."""
    return sum(len(line) >= _FILLED * len(found.columns) for line in found.lines) - 1


def _over(rule: Rule, found: _Stretch) -> bool:
    left, right = found.columns[0][0], found.columns[-1][1]
    return min(rule.end, right) - max(rule.start, left) > 0.6 * (right - left)
