"""The plan of a year and its progress, for the public: what, who, when, how far, and what came of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from prongsai.core.publication.content import Bar, Chart, Content, Kind, Section, Table
from prongsai.core.reports.reading import ReadMeasure, Status

CODE = "plan"
#: What the public reads for each status, in the order of the chart.
WORDS = {
    Status.DONE: "ดำเนินการแล้ว",
    Status.IN_PROGRESS: "อยู่ระหว่างดำเนินการ",
    Status.NOT_STARTED: "ยังไม่ดำเนินการ",
}
_COLUMNS = ("ที่", "มาตรการ", "ผู้รับผิดชอบ", "ระยะเวลา", "สถานะ")


def plan_content(fiscal_year: int, measures: Sequence[ReadMeasure], *, state: str = "") -> Content:
    """The measures in their order. ``state`` tells in words how far the plan itself is, such as its approval."""
    counts = Counter(_status(one) for one in measures)
    words = [f"{word} {counts[status]}" for status, word in WORDS.items()]
    facts = [("จำนวนมาตรการ", f"{len(measures)} มาตรการ")]
    facts += [(word, f"{counts[status]} มาตรการ") for status, word in WORDS.items()]
    return Content(
        kind=Kind.PLAN,
        fiscal_year=fiscal_year,
        code=CODE,
        title=f"แผนและความก้าวหน้าของมาตรการส่งเสริมคุณธรรมและความโปร่งใส ปีงบประมาณ {fiscal_year}",
        lead=f"มาตรการทั้งหมด {len(measures)} รายการ: {' · '.join(words)}",
        facts=tuple(([("สถานะของแผน", state)] if state else []) + facts),
        sections=plan_sections(measures),
    )


def plan_sections(measures: Sequence[ReadMeasure]) -> tuple[Section, ...]:
    """The overview with its picture and table, then a section a measure."""
    return (_overview(measures), *(_section(at, one) for at, one in enumerate(measures, 1)))


def _overview(measures: Sequence[ReadMeasure]) -> Section:
    counts = Counter(_status(one) for one in measures)
    total = str(len(measures))
    bars = tuple(Bar(word, str(counts[status]), total) for status, word in WORDS.items())
    rows = tuple(
        (str(at), one.title or "", "\n".join(one.responsible), one.period or "", WORDS[_status(one)])
        for at, one in enumerate(measures, 1)
    )
    charts = (Chart("ความก้าวหน้าของมาตรการ", "มาตรการ", bars),) if measures else ()
    return Section("ภาพรวม", charts=charts, tables=(Table("มาตรการทั้งหมด", _COLUMNS, rows, (0,)),))


def _section(at: int, measure: ReadMeasure) -> Section:
    return Section(f"{at}. {measure.title or 'มาตรการ'}", tuple(_paragraphs(measure)))


def _paragraphs(measure: ReadMeasure) -> Iterator[str]:
    yield f"สถานะ: {WORDS[_status(measure)]}"
    if measure.responsible:
        yield f"ผู้รับผิดชอบ: {', '.join(measure.responsible)}"
    if measure.period:
        yield f"ระยะเวลา: {measure.period}"
    yield from _listed("วิธีดำเนินการ", measure.procedure)
    yield from _listed("ผลการดำเนินการ", measure.result)
    if not measure.result:
        yield "ผลการดำเนินการ: ยังไม่มีการบันทึกผล"
    yield from _listed("ผลลัพธ์หรือความสำเร็จ", measure.outcome)


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    """A heading and its entries, or both on one line where there is one."""
    if len(items) == 1:
        yield f"{title}: {items[0]}"
    elif items:
        yield f"{title}:"
        yield from (f"- {one}" for one in items)


def _status(measure: ReadMeasure) -> Status:
    return measure.status or Status.NOT_STARTED
