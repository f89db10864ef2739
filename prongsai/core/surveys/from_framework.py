"""Mock IIT and EIT: the questions of a framework as a questionnaire, section by indicator.

The keys are those of scoring (``Question.keys``) and the values stored are those of the year's scales, so that the
answers of a mock survey are scored as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from prongsai.core.framework.framework import Framework, Indicator, Part, Question
from prongsai.core.framework.origin import Confidence
from prongsai.core.framework.rules import Coding, Scale
from prongsai.core.sentence import Sentence
from prongsai.core.surveys.questionnaire import (
    SILENT,
    AnswerKind,
    Option,
    Questionnaire,
    Section,
    SurveyKind,
    SurveyQuestion,
)

#: The instrument that a mock survey asks.
INSTRUMENTS = {SurveyKind.MOCK_IIT: "IIT", SurveyKind.MOCK_EIT: "EIT"}

_KINDS = {
    Coding.NORMAL: AnswerKind.SCALE,
    Coding.REVERSED: AnswerKind.SCALE,
    Coding.BAD: AnswerKind.YES_NO,
    Coding.GOOD: AnswerKind.YES_NO,
}
_INTRODUCTIONS = {
    SurveyKind.MOCK_IIT: Sentence(
        "แบบสำรวจนี้ให้บุคลากรประเมินหน่วยงานของตนล่วงหน้า ด้วยคำถามเดียวกับแบบวัด IIT โปรดตอบตามที่ท่านรับรู้จริง "
        "ไม่มีคำตอบถูกหรือผิด ระบบไม่เก็บชื่อ ที่อยู่เครือข่าย หรือเวลาที่ตอบ",
        "Staff assess their own agency beforehand, with the questions of the IIT. Please answer as you really see it: "
        "no answer is right or wrong. Neither names, network addresses nor times are kept.",
    ),
    SurveyKind.MOCK_EIT: Sentence(
        "แบบสำรวจนี้ให้ผู้รับบริการและผู้มาติดต่อประเมินหน่วยงานล่วงหน้า ด้วยคำถามเดียวกับแบบวัด EIT โปรดตอบตามที่ท่านได้พบจริง "
        "ไม่มีคำตอบถูกหรือผิด ระบบไม่เก็บชื่อ ที่อยู่เครือข่าย หรือเวลาที่ตอบ",
        "Those who come for service assess the agency beforehand, with the questions of the EIT. Please answer as you "
        "met it: no answer is right or wrong. Neither names, network addresses nor times are kept.",
    ),
}


class NothingToAsk(LookupError):
    """The framework tells no questions of that instrument, or not what their choices are."""


def mock(framework: Framework, kind: SurveyKind, fiscal_year: int, agency_kind: str | None = None) -> Questionnaire:
    """The mock survey of an instrument for a year (Buddhist era), which the framework of another may serve.

    Questions that are not asked of such an agency are left out. Raises NothingToAsk where the framework has no question
    of that instrument, or no scale for one.
    """
    instrument = framework.instrument(INSTRUMENTS[kind])
    if instrument is None:
        raise NothingToAsk(INSTRUMENTS[kind])
    indicators = framework.indicators_of(instrument.code)
    asked = [one for indicator in indicators for one in _asked(framework, indicator, agency_kind)]
    if not asked:
        raise NothingToAsk(instrument.code)
    return Questionnaire(
        kind=kind,
        title=Sentence(
            f"แบบสำรวจทดลอง {instrument.code} ปีงบประมาณ {fiscal_year}",
            f"Mock {instrument.code}, fiscal year {fiscal_year}",
        ),
        introduction=_INTRODUCTIONS[kind],
        sections=tuple(_sections(framework, indicators, agency_kind)),
        from_memory=_from_memory(framework, asked),
    )


def _sections(framework: Framework, indicators: Iterable[Indicator], agency_kind: str | None) -> Iterator[Section]:
    for indicator in indicators:
        questions = tuple(
            one for asked in _asked(framework, indicator, agency_kind) for one in _questions(framework, asked)
        )
        if questions:
            yield Section(Sentence(indicator.name, indicator.name_en), questions)


def _asked(framework: Framework, indicator: Indicator, agency_kind: str | None) -> list[Question]:
    return [one for one in framework.questions_of(indicator.number) if agency_kind not in one.mechanics.not_for]


def _questions(framework: Framework, question: Question) -> Iterator[SurveyQuestion]:
    alone = len(question.parts) == 1
    for key, part in zip(question.keys, question.parts, strict=True):
        yield SurveyQuestion(
            key=key,
            kind=_KINDS[part.coding],
            text=Sentence(question.text if alone else part.label, ""),
            options=_options(_scale(framework, part)),
            lead=SILENT if alone else Sentence(question.text, ""),
        )


def _options(scale: Scale) -> tuple[Option, ...]:
    return tuple(Option(one.value, Sentence(one.label, one.label_en)) for one in scale.choices)


def _scale(framework: Framework, part: Part) -> Scale:
    scale = framework.scale(part.coding)
    if scale is None:
        raise NothingToAsk(str(part.coding))
    return scale


def _from_memory(framework: Framework, asked: Iterable[Question]) -> bool:
    """A questionnaire is as sure as its least sure question or scale."""
    sure = [one.origin for one in asked] + [_scale(framework, part).origin for one in asked for part in one.parts]
    return any(one.confidence is Confidence.MEMORY for one in sure)
