"""The tables of an analysis as they are printed: results, strengths, weak points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from prongsai.core.reports.analysis import Analysis, PointLine, ResultLine
from prongsai.core.reports.cell import Cell, Kind, numbered, ordinal, score
from prongsai.core.reports.layout import Column, Grammar, Holds
from prongsai.core.reports.printable import printable_text
from prongsai.core.reports.wording import to_thai

#: Behind a name that we know from memory only, and what it means.
MARK = "*"
MARK_MEANS = "* ถ้อยคำหรือเกณฑ์ส่วนนี้ยังไม่พบเอกสารอ้างอิง โปรดเทียบกับเอกสารของสำนักงาน ป.ป.ช. ก่อนเผยแพร่"

#: What stands in the table where there is nothing of the kind.
NOTHING = {
    Holds.STRENGTHS: "ไม่มีตัวชี้วัดที่ได้คะแนนตั้งแต่ ๙๕ ขึ้นไป",
    Holds.URGENT: "ไม่พบข้อบกพร่องหรือจุดอ่อนที่ต้องแก้ไขโดยเร่งด่วน",
    Holds.IMPROVABLE: "ไม่พบประเด็นอื่นที่ต้องพัฒนา",
}

_ABSENT = Cell(("-",), Kind.MIDDLE)


def heading_of(analysis: Analysis, heading: str) -> str:
    """The heading with the year of the result in it."""
    return heading.replace("{result_year}", to_thai(analysis.result_year))


def rows_of(analysis: Analysis, holds: Holds, columns: Sequence[Column]) -> tuple[tuple[Cell, ...], ...]:
    """The rows of one table; a list of points with nothing in it has one row that says so."""
    if holds is Holds.RESULT:
        return tuple(_results(analysis, columns))
    points = _points(analysis, holds)
    if not points:
        return (tuple(Cell((NOTHING[holds],)) if column.field == "name" else Cell() for column in columns),)
    return tuple(tuple(_point(column, at, one) for column in columns) for at, one in enumerate(points, 1))


def notes_of(analysis: Analysis, holds: Holds) -> tuple[str, ...]:
    """What stands below a table: the notes of the result, and what the mark means where it is used."""
    if holds is Holds.RESULT:
        marked = analysis.level_from_memory or any(line.from_memory for line in analysis.lines)
        return (*map(printable_text, analysis.notes), *((MARK_MEANS,) if marked else ()))
    more = (printable_text(analysis.more),) if analysis.more and holds is Holds.IMPROVABLE else ()
    return (*more, *((MARK_MEANS,) if any(one.from_memory for one in _points(analysis, holds)) else ()))


def _points(analysis: Analysis, holds: Holds) -> tuple[PointLine, ...]:
    return {
        Holds.STRENGTHS: analysis.strengths,
        Holds.URGENT: analysis.urgent,
        Holds.IMPROVABLE: analysis.improvable,
    }[holds]


def _results(analysis: Analysis, columns: Sequence[Column]) -> Iterator[tuple[Cell, ...]]:
    for line in analysis.lines:
        yield tuple(_result(column, line) for column in columns)
    yield tuple(_level(column, analysis) for column in columns)


def _result(column: Column, line: ResultLine) -> Cell:
    if column.grammar is Grammar.NUMBER:
        return ordinal(line.number)
    if column.field == "name":
        return Cell((_marked(line.name, line.from_memory),))
    if column.field == "change":
        return _change(line.change)
    value = line.score if column.field == "score" else line.before
    return _ABSENT if value is None else score(float(value))


def _level(column: Column, analysis: Analysis) -> Cell:
    """The last line: the level by name, of both years."""
    if column.field == "name":
        return Cell((_marked("ระดับผลการประเมิน", analysis.level_from_memory),))
    named = {"score": analysis.level, "before": analysis.level_before}.get(column.field)
    if named is None:
        return Cell()
    return Cell((named,), Kind.MIDDLE) if named else _ABSENT


def _point(column: Column, at: int, point: PointLine) -> Cell:
    if column.grammar is Grammar.NUMBER:
        return ordinal(at)
    if column.field == "name":
        return Cell((_marked(printable_text(point.name), point.from_memory),))
    if column.field == "remarks":
        return Cell(numbered([text for text in map(printable_text, point.remarks) if text]))
    value = point.score if column.field == "score" else point.points
    return _ABSENT if value is None else score(float(value))


def _marked(name: str, from_memory: bool) -> str:
    return name + MARK if from_memory else name


def _change(value: Decimal | None) -> Cell:
    """``+๑.๒๕`` or ``-๐.๕๐``, and ``๐.๐๐`` without a sign."""
    if value is None:
        return _ABSENT
    return Cell((to_thai(f"{value:+.2f}" if value else "0.00"),), Kind.FIGURE, float(value))
