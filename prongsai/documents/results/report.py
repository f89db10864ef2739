"""What a report with scores says of a result. Read is only what stands there under its heading; nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal

from prongsai.core.framework.framework import Framework
from prongsai.core.reports.reading import Place
from prongsai.core.scoring.score import score
from prongsai.core.sentence import Sentence
from prongsai.documents.readers.document import Document, Para
from prongsai.documents.readers.report import ReadReport
from prongsai.documents.results.advice import recommendations
from prongsai.documents.results.places import where
from prongsai.documents.results.received import Found, Received
from prongsai.documents.results.rows import TOTAL, Value
from prongsai.documents.results.tables import other_years, table_figures

_CLOSE = Decimal("0.01")
#: Between the word ระดับ and the name of the level.
_BETWEEN = r"(?:ผล|การประเมิน|คะแนน|คือ|เป็น|ที่|[\s:“\"'‘(-]){0,12}"


def reported(report: ReadReport, framework: Framework) -> Received:
    """The figures of a report with their places; what does not agree with itself is marked as doubtful."""
    document = report.source.document
    found = _of_reading(report)
    for one in table_figures(document, framework, report.source.page_of_line):
        found.setdefault(one.code, one)
    level, level_place, several = _level(document, framework)
    reckoned = score(framework, dict(_indicators(found)))
    total = found.get(TOTAL)
    if reckoned and total and total.value.score and abs(total.value.score - reckoned.total) > _CLOSE:
        found[TOTAL] = _doubted(total, reckoned.total)
    return Received(
        from_template=False,
        found=tuple(found.values()),
        level=level,
        level_where=where(level_place, report.source.page_of_line) if level_place else None,
        level_doubt=_level_doubt(level, several, reckoned.level.name if reckoned else ""),
        recommendations=tuple(recommendations(document, framework)),
        fiscal_year=report.reading.fiscal_year,
        agency=report.reading.agency,
        other_years=other_years(document, report.reading.fiscal_year),
        remarks=report.source.remarks,
    )


def _of_reading(report: ReadReport) -> dict[str, Found]:
    scores = report.reading.scores
    if scores is None:
        return {}
    given = {number: (f"scores.indicators.{number}", value) for number, value in scores.indicators.items()}
    if scores.total is not None:
        given[TOTAL] = ("scores.total", scores.total)
    unsure = {one.path for one in report.doubtful}
    made = {}
    for code, (path, value) in given.items():
        place = next(iter(report.places.get(path, ())), Place())
        doubt = _SEEN if path in unsure else None
        made[code] = Found(code, Value(Decimal(str(value))), where(place, report.source.page_of_line), doubt)
    return made


def _indicators(found: Mapping[str, Found]) -> Iterator[tuple[int, Decimal]]:
    for code, one in found.items():
        if code.isdecimal() and one.value.score is not None:
            yield int(code), one.value.score


def _doubted(total: Found, reckoned: Decimal) -> Found:
    doubt = Sentence(
        f"คำนวณจากตัวชี้วัดที่อ่านได้ เท่ากับ {reckoned:.2f} โปรดเทียบกับรายงาน",
        f"From the indicators that were read it is {reckoned:.2f}. Please compare it with the report.",
    )
    return Found(total.code, total.value, total.where, total.doubt or doubt)


def _level(document: Document, framework: Framework) -> tuple[str, Place | None, bool]:
    """The level that the text names first, its place, and whether it names others too."""
    named = list(_levels(document, framework))
    if not named:
        return "", None, False
    return named[0][0], named[0][1], len({name for name, _place in named}) > 1


def _levels(document: Document, framework: Framework) -> Iterator[tuple[str, Place]]:
    names = sorted((one.name for one in framework.levels), key=len, reverse=True)
    pattern = re.compile(f"ระดับ{_BETWEEN}({'|'.join(map(re.escape, names))})(?![A-Za-z])")
    for block in document.blocks:
        paras = (
            [block] if isinstance(block, Para) else [p for row in block.rows for cell in row.cells for p in cell.paras]
        )
        for para in paras:
            for found in pattern.finditer(para.text):
                yield found[1], Place(line=para.line)


def _level_doubt(level: str, several: bool, reckoned: str) -> Sentence | None:
    if several:
        return Sentence(
            "รายงานเขียนไว้มากกว่าหนึ่งระดับ ระบบใช้ระดับที่พบก่อน โปรดตรวจอีกครั้ง",
            "The report names more than one level. The first was taken; please check it.",
        )
    if level and reckoned and level != reckoned:
        return Sentence(
            f"ตามคะแนนที่อ่านได้ควรเป็นระดับ {reckoned} โปรดเทียบกับรายงาน",
            f"By the scores that were read the level would be {reckoned}. Please compare it with the report.",
        )
    return None


_SEEN = Sentence(
    "อ่านจากภาพและไม่แน่ใจ โปรดเทียบกับกระดาษ", "Seen on a scan and not sure. Please compare it with the paper."
)
