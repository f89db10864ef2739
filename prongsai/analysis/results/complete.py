"""What a row does not tell: instruments, total and level, reckoned from its ten indicators by the core."""

from __future__ import annotations

from dataclasses import replace

from prongsai.analysis.agency_score import AgencyScore
from prongsai.core.country.hundredths import as_decimal, hundredths, shown
from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.score import score
from prongsai.core.sentence import Sentence


def completed(framework: Framework, row: AgencyScore) -> tuple[AgencyScore, list[tuple[str, Sentence]]]:
    """The row with everything, and where it contradicts itself: a column's name (``total``, ``level``) and a sentence.

    What was published stands; a total may differ by 0.01, since the ten scores are themselves rounded (ita.md §6).
    """
    scores = {number: as_decimal(value) for number, value in row.indicators.items()}
    result = score(framework, scores, kind=row.kind)
    if result is None:
        return row, []
    total = hundredths(result.total)
    instruments = {code: hundredths(value) for code, value in result.instruments.items()}
    notes = []
    if row.total is not None and abs(row.total - total) > 1:
        th = f"คะแนนรวม {shown(row.total)} ไม่ตรงกับตัวชี้วัด ซึ่งให้ {shown(total)} โปรดตรวจ"
        notes.append(
            ("total", Sentence(th, f"the total {shown(row.total)} is not what the indicators give, {shown(total)}"))
        )
    level = result.level.name
    if row.level and row.level not in {word for one in framework.levels for word in (one.name, one.name_en)}:
        th = f"ไม่มีระดับ “{row.level}” ในปี {framework.year} โปรดตรวจ"
        notes.append(("level", Sentence(th, f"there is no level '{row.level}' in {framework.year}; please check")))
    told = total if row.total is None else row.total
    return replace(row, instruments=instruments, total=told, level=row.level or level), notes
