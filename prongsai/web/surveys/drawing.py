"""Results as the page, the tables and the files show them: words for values, and a word where nothing may be told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.anonymity import LEAST, Group
from prongsai.core.surveys.questionnaire import SILENT, AnswerKind, Questionnaire, SurveyQuestion
from prongsai.core.surveys.results import VERSIONS, Asked, Results, Told, choices_to_group_by
from prongsai.web.site.refusals import said


@dataclass(frozen=True, slots=True)
class Grouping:
    """A way to tell results apart: ``name`` is its place in the address, ``groups`` are (value, word)."""

    name: str
    word: str
    place: int
    groups: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """A count with its share of a hundred, or the word that stands in place of both."""

    count: int | None
    share: Decimal | None
    word: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """An option: of everybody, then of each group."""

    word: str
    all: Cell
    groups: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Drawn:
    """One question. ``means`` are of everybody, then of each group; ``score`` is what a mock answer is worth."""

    asked: Asked
    text: str
    lead: str
    people: int
    rows: tuple[Row, ...]
    means: tuple[str, ...]
    sizes: tuple[str, ...]
    only_some_versions: bool
    score: Decimal | None = None

    @property
    def bars(self) -> list[tuple[str, float]]:
        """Option and share, for the chart."""
        return [(row.word, float(row.all.share)) for row in self.rows if row.all.share is not None]


def words(sentence: Sentence) -> str:
    """A text of a questionnaire in the reader's language, in Thai where there is no English."""
    return said(sentence) or sentence.th


def groupings_of(questionnaires: Mapping[int, Questionnaire]) -> tuple[Grouping, ...]:
    """Every way to tell the results of a survey apart."""
    found = []
    if len(questionnaires) > 1:
        versions = tuple((number, _("Version %(number)s") % {"number": number}) for number in sorted(questionnaires))
        found.append(Grouping("version", _("Version of the questionnaire"), VERSIONS, versions))
    for place, question in choices_to_group_by(questionnaires):
        options = tuple((option.value, words(option.label)) for option in question.options)
        found.append(Grouping(question.key, words(question.text), place, options))
    return tuple(found)


def drawn_sections(
    results: Results,
    newest: Questionnaire,
    versions: int,
    by: Grouping | None,
    scores: Mapping[str, Decimal] | None = None,
) -> Iterator[tuple[str, list[Drawn]]]:
    """Title and questions of each section, then what only former versions asked; ``scores`` are by key."""
    known = scores or {}
    for section, questions in zip(newest.sections, results.sections, strict=True):
        yield (
            words(section.title),
            [replace(drawn(one, versions, by), score=known.get(one.question.key)) for one in questions],
        )
    if results.former:
        yield _("Only in former versions"), [drawn(one, versions, by) for one in results.former]


def drawn(asked: Asked, versions: int, by: Grouping | None) -> Drawn:
    """A question of which something may be told, or with no rows where nothing may."""
    question, told = asked.question, asked.told
    some = len(asked.versions) < versions
    text, lead = words(question.text), "" if question.lead == SILENT else words(question.lead)
    if told is None:
        return Drawn(asked, text, lead, 0, (), (), (), some)
    groups = [(by.place, value) for value, _word in by.groups] if by and by.name != question.key else []
    rows = tuple(
        Row(
            words(option.label), _cell(told, option.value), tuple(_of_group(asked, one, option.value) for one in groups)
        )
        for option in question.options
    )
    shown = [told, *(asked.groups.get(one) for one in groups)]
    return Drawn(
        asked,
        text,
        lead,
        told.people,
        rows,
        tuple(_mean(one) for one in shown) if told.mean is not None else (),
        tuple(str(one.people) if one else hidden() for one in shown),
        some,
    )


def hidden() -> str:
    """The word in place of what is not told."""
    return _("hidden")


def two_places(value: Fraction) -> str:
    """A figure with two decimals, half up."""
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    return str(exact.quantize(Decimal("0.01"), ROUND_HALF_UP))


def has_options(question: SurveyQuestion) -> bool:
    """Whether a question is counted by options."""
    return question.kind not in (AnswerKind.NUMBER, AnswerKind.TEXT)


def _cell(told: Told, option: int) -> Cell:
    return Cell(told.counts.get(option, 0), told.share(option))


def _of_group(asked: Asked, group: Group, option: int) -> Cell:
    told = asked.groups.get(group)
    return Cell(None, None, hidden()) if told is None else _cell(told, option)


def _mean(told: Told | None) -> str:
    return hidden() if told is None else two_places(told.mean) if told.mean is not None else f"< {LEAST}"
