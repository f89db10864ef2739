"""Results of the assessment for the public: the totals over the years, the instruments and the indicators of one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.publication.content import Bar, Chart, Content, Kind, Section, Table

CODE = "scores"
_FULL = Decimal(100)
_UNIT = "คะแนน"
_FROM_MEMORY = "ชื่อที่มีเครื่องหมาย * มาจากความจำ ยังไม่ได้เทียบกับเอกสารของสำนักงาน ป.ป.ช."


@dataclass(frozen=True, slots=True)
class Figure:
    """A named score of 0 to 100; ``from_memory``: the name was not compared with an official paper."""

    name: str
    score: Decimal
    from_memory: bool = False


@dataclass(frozen=True, slots=True)
class YearTotal:
    """The official total of a year and its level in words."""

    fiscal_year: int
    total: Decimal
    level: str


@dataclass(frozen=True, slots=True)
class PublicResult:
    """A result: ``years`` from the oldest, of which the last is the one that is told whole; ``source`` in words."""

    years: tuple[YearTotal, ...]
    instruments: tuple[Figure, ...]
    indicators: tuple[Figure, ...]
    source: str = ""


def scores_content(result: PublicResult) -> Content:
    """What an agency shows of its official result. ValueError where there is no year."""
    if not result.years:
        raise ValueError("a result without a year")
    last = result.years[-1]
    level = f" ระดับ {last.level}" if last.level else ""
    facts = [("คะแนนรวม", f"{last.total:.2f} คะแนน")]
    facts += [("ระดับผลการประเมิน", last.level)] if last.level else []
    facts += [("ที่มา", result.source)] if result.source else []
    return Content(
        kind=Kind.SCORES,
        fiscal_year=last.fiscal_year,
        code=CODE,
        title=f"ผลการประเมินคุณธรรมและความโปร่งใส (ITA) ปีงบประมาณ {last.fiscal_year}",
        lead=f"คะแนนรวม {last.total:.2f} จาก 100 คะแนน{level}",
        facts=tuple(facts),
        sections=tuple(_sections(result)),
    )


def _sections(result: PublicResult) -> Iterator[Section]:
    bars = tuple(Bar(f"ปีงบประมาณ {one.fiscal_year}", f"{one.total:.2f}", "100") for one in result.years)
    rows = tuple((str(one.fiscal_year), f"{one.total:.2f}", one.level) for one in reversed(result.years))
    yield Section(
        "คะแนนรวมย้อนหลัง",
        charts=(Chart("คะแนนรวมแต่ละปี", _UNIT, bars),),
        tables=(Table("คะแนนรวมและระดับแต่ละปี", ("ปีงบประมาณ", "คะแนนรวม", "ระดับ"), rows, (1,)),),
    )
    for title, figures in (("คะแนนรายแบบวัด", result.instruments), ("คะแนนรายตัวชี้วัด", result.indicators)):
        if figures:
            yield _figures(title, figures)


def _figures(title: str, figures: Sequence[Figure]) -> Section:
    bars = tuple(Bar(_name(one), f"{min(max(one.score, Decimal(0)), _FULL):.2f}", "100") for one in figures)
    note = (_FROM_MEMORY,) if any(one.from_memory for one in figures) else ()
    return Section(title, note, charts=(Chart(title.replace("คะแนนราย", "คะแนนของแต่ละ"), _UNIT, bars),))


def _name(figure: Figure) -> str:
    return f"{figure.name} *" if figure.from_memory else figure.name
