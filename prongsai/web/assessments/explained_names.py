"""What a figure is called in the reader's language, and where its entry in the framework comes from."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.framework.framework import (
    DisclosureItem,
    Framework,
    Indicator,
    Instrument,
    InstrumentPart,
    Origin,
    Question,
    SubIndicator,
)
from prongsai.core.scoring.figure import Figure, Grade
from prongsai.core.sentence import Sentence
from prongsai.web.assessments.words import in_words
from prongsai.web.site.refusals import said


def name_of(framework: Framework, figure: Figure) -> str:
    """The name in the reader's language, where the framework has it."""
    if figure.grade is Grade.TOTAL:
        return said(Sentence("คะแนนรวมของการประเมิน", "Total of the assessment"))
    if figure.grade is Grade.INSTRUMENT:
        instrument = framework.instrument(figure.code.removesuffix("-share"))
        return in_words(instrument.name, instrument.name_en) if instrument else figure.name
    if figure.grade is Grade.INDICATOR:
        indicator = framework.indicator(int(figure.code))
        return in_words(indicator.name, indicator.name_en) if indicator else figure.name
    return figure.name


def origins_of(framework: Framework, figure: Figure) -> Iterator[Origin]:
    """Where the entry of the framework comes from and, of answers, what its choices are worth."""
    if figure.grade in (Grade.TOTAL, Grade.INSTRUMENT):
        yield framework.rules.origin
    entry = _entry(framework, figure)
    if entry is not None:
        yield entry
    for question in framework.questions:
        if figure.code in question.keys:
            part = question.parts[question.keys.index(figure.code)]
            yield from (one.origin for one in framework.scales if one.coding is part.coding)


def _entry(framework: Framework, figure: Figure) -> Origin | None:
    code = figure.code
    if figure.grade is Grade.INSTRUMENT:
        return _told(framework.instrument(code.removesuffix("-share")))
    if figure.grade is Grade.INSTRUMENT_PART:
        parts = (part for one in framework.instruments for part in one.parts)
        return _told(next((part for part in parts if part.code == code.rpartition("-")[0]), None))
    if figure.grade is Grade.INDICATOR:
        return _told(framework.indicator(int(code)))
    if figure.grade is Grade.SUB_INDICATOR:
        return _told(framework.sub_indicator(code))
    if figure.grade is Grade.ITEM:
        return _told(framework.item(code))
    return _told(framework.question(code if figure.grade is Grade.QUESTION else code[:-1]))


def _told(
    entry: Instrument | InstrumentPart | Indicator | SubIndicator | DisclosureItem | Question | None,
) -> Origin | None:
    return None if entry is None else entry.origin
