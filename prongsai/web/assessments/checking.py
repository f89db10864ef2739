"""What cannot be a result of the year is refused, each with the place and the way out."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from decimal import Decimal

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.known import KnownResult
from prongsai.web.site.refusals import refuse

MOST_LETTERS = 2000
_HUNDRED = Decimal(100)


def check(known: KnownResult, framework: Framework) -> None:
    """Refused for a score outside 0-100, for a code that the framework does not have, and where there is no score."""
    for examine in _EXAMINATIONS:
        examine(known, framework)


def _codes(known: KnownResult, framework: Framework) -> None:
    """Where the framework names no questions, none can be unknown."""
    numbers = [str(one.number) for one in framework.indicators]
    _all_known("ตัวชี้วัดที่", "indicator", map(str, known.indicators), numbers)
    parts = [part.code for one in framework.instruments for part in one.parts]
    _all_known("ส่วนของแบบวัด", "part of an instrument", known.parts, parts)
    for scores in known.parts.values():
        _all_known("ตัวชี้วัดที่", "indicator", map(str, scores), numbers)
    _all_known("ตัวชี้วัดย่อยที่", "sub-indicator", known.sub_indicators, [one.code for one in framework.sub_indicators])
    if framework.questions:
        _all_known("ข้อคำถาม", "question", known.questions, [one.code for one in framework.questions])
    _all_known("รายการ", "item", known.items, [one.code for one in framework.items])


def _all_known(kind_th: str, kind_en: str, given: Iterable[str], there: Collection[str]) -> None:
    if unknown := next((code for code in given if code not in there), None):
        ends = f" โปรดใช้ {next(iter(there))} ถึง {list(there)[-1]}" if there else ""
        ends_en = f" Please use {next(iter(there))} to {list(there)[-1]}." if there else ""
        raise refuse(f"ไม่มี{kind_th} {unknown[:30]}{ends}", f"There is no {kind_en} {unknown[:30]}.{ends_en}")


def _figures(known: KnownResult, framework: Framework) -> None:
    found = list(_all_figures(known))
    if not found:
        raise refuse("โปรดกรอกคะแนนอย่างน้อย 1 ช่อง", "Please enter at least one score.")
    for place_th, place_en, score in found:
        if not score.is_finite() or not 0 <= score <= _HUNDRED:
            raise refuse(
                f"คะแนน {score} ของ{place_th} อยู่นอกช่วง 0 ถึง 100 โปรดตรวจอีกครั้ง",
                f"The score {score} of {place_en} is outside 0 to 100. Please check it.",
            )

    for sub in framework.sub_indicators:
        score = known.sub_indicators.get(sub.code, Decimal(0))
        if sub.most is not None and score > sub.most:
            raise refuse(
                f"คะแนน {score} ของตัวชี้วัดย่อยที่ {sub.code} เกินคะแนนเต็ม {sub.most} โปรดตรวจอีกครั้ง",
                f"The score {score} of sub-indicator {sub.code} is over its most, {sub.most}. Please check it.",
            )


def _all_figures(known: KnownResult) -> Iterator[tuple[str, str, Decimal]]:
    """Every score with the words for its place, in Thai and English."""
    for number, score in known.indicators.items():
        yield f"ตัวชี้วัดที่ {number}", f"indicator {number}", score
    for code, scores in known.parts.items():
        for number, score in scores.items():
            yield f"ตัวชี้วัดที่ {number} ({code})", f"indicator {number} ({code})", score
    for code, score in known.sub_indicators.items():
        yield f"ตัวชี้วัดย่อยที่ {code}", f"sub-indicator {code}", score
    for code, score in known.questions.items():
        yield f"ข้อคำถาม {code}", f"question {code}", score
    for code, item in known.items.items():
        if item.score is not None:
            yield f"รายการ {code}", f"item {code}", item.score
    if known.total is not None:
        yield "คะแนนรวม", "the total", known.total


def _texts(known: KnownResult, framework: Framework) -> None:
    names = {name for level in framework.levels for name in (level.name, level.name_en)}
    if known.level and known.level not in names:
        levels = ", ".join(level.name for level in framework.levels)
        raise refuse(
            f"ไม่มีระดับผล “{known.level[:60]}” ในกรอบการประเมินปีนี้ โปรดเลือกจาก {levels}",
            f"There is no level “{known.level[:60]}” in this year's framework. Please choose one of {levels}.",
        )
    texts = [(code, item.remark) for code, item in known.items.items()]
    texts += [(one.code, one.text) for one in known.recommendations]
    for code, text in texts:
        if len(text) > MOST_LETTERS:
            raise refuse(
                f"ข้อความของ {code} ยาวเกิน {MOST_LETTERS} ตัวอักษร โปรดย่อให้สั้นลง",
                f"The text of {code} is longer than {MOST_LETTERS} letters. Please shorten it.",
            )


_EXAMINATIONS: tuple[Callable[[KnownResult, Framework], None], ...] = (_codes, _figures, _texts)
