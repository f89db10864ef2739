"""Results of a survey as the public may read them: of everybody together, and only what may be told (anonymity.py).

Open texts are never among them: a text may tell who wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from prongsai.core.publication.content import Bar, Chart, Section
from prongsai.core.surveys.questionnaire import AnswerKind, Questionnaire
from prongsai.core.surveys.results import Asked, Results, Told

_TOO_FEW = "มีผู้ตอบข้อนี้น้อย จึงไม่แสดงผล เพื่อคุ้มครองผู้ตอบ"
_FROM_MEMORY = "ถ้อยคำของคำถามมาจากความจำ ยังไม่ได้เทียบกับแบบวัดจริง"


def survey_sections(title: str, results: Results, newest: Questionnaire) -> tuple[Section, ...]:
    """A section a section of the newest questionnaire; nothing where nothing may be told."""
    if results.until is None:
        return ()
    people = f"ผู้ตอบ {results.people} คน ผลรวมของทุกคน ไม่แยกเป็นรายบุคคลหรือรายกลุ่ม"
    head = Section(title, (people, _FROM_MEMORY) if newest.from_memory else (people,))
    parts = zip(newest.sections, results.sections, strict=True)
    told = (_section(section.title.th, asked) for section, asked in parts)
    return (head, *(one for one in told if one.charts or one.paragraphs))


def _section(title: str, asked: tuple[Asked, ...]) -> Section:
    counted = [one for one in asked if one.question.kind is not AnswerKind.TEXT]
    charts = tuple(_chart(one, one.told) for one in counted if one.told is not None and one.question.options)
    return Section(title, tuple(_words(counted)), charts)


def _words(asked: list[Asked]) -> Iterator[str]:
    """Means, which need no picture, and the questions of which nothing is told."""
    for one in asked:
        text = one.question.text.th
        if one.told is None:
            yield f"- {text}: {_TOO_FEW}"
        elif one.told.mean is not None:
            yield f"- {text}: ค่าเฉลี่ย {_two_places(one.told.mean)} (ผู้ตอบ {one.told.people} คน)"


def _chart(asked: Asked, told: Told) -> Chart:
    bars = tuple(
        Bar(f"{option.label.th} ({told.counts.get(option.value, 0)} คน)", str(told.share(option.value)), "100")
        for option in asked.question.options
    )
    return Chart(f"{asked.question.text.th} (ผู้ตอบ {told.people} คน)", "ร้อยละ", bars)


def _two_places(value: Fraction) -> str:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))
