"""Answers of a survey, counted by day, version and group: all that its results need, however many they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from prongsai.core.surveys.questionnaire import AnswerKind, Questionnaire, SurveyQuestion

#: What somebody answered, so that it can be counted: a number, the options chosen, a figure as text, or that a text is
#: there.
Value = int | str | bool | tuple[int, ...]
#: Stands in place of a text that the agency hid, because it told of somebody.
HIDDEN = "\u2588\u2588\u2588\u2588"
#: Groups of several questions cut each other into pieces too small to tell of any.
MOST_GROUPINGS = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Who is counted together: those of one day who had the same version and chose the same of each grouping."""

    day: date
    version: int
    groups: tuple[int | None, ...]


@dataclass(slots=True)
class Counts:
    """How many people are in each place, and how often each question was answered how there."""

    people: Counter[Place] = field(default_factory=Counter)
    answers: defaultdict[Place, Counter[tuple[str, Value]]] = field(default_factory=lambda: defaultdict(Counter))


def groupings(questionnaires: Mapping[int, Questionnaire]) -> tuple[SurveyQuestion, ...]:
    """The questions by which results may be told apart: one option, asked of everybody. Versions by their number.

    The first such question is taken. Those of older versions come first, so that a later version changes nothing for
    those who answered before it.
    """
    found: dict[str, SurveyQuestion] = {}
    for _number, questionnaire in sorted(questionnaires.items()):
        for question in questionnaire.questions:
            if question.kind is AnswerKind.CHOICE and question.required and question.shown_if is None:
                found.setdefault(question.key, question)
    return tuple(found.values())[:MOST_GROUPINGS]


def count(rows: Iterable[tuple[int, date, dict[str, Any]]], questionnaires: Mapping[int, Questionnaire]) -> Counts:
    """Rows of (version, day, answers by key) counted. The answers are changed in passing: they are of no use after.

    A question that was left out, and an empty answer, are counted nowhere.
    """
    keys = tuple(one.key for one in groupings(questionnaires))
    special = {number: _special(one) for number, one in questionnaires.items()}
    counts = Counts()
    for version, day, answers in rows:
        groups = tuple(_option(answers.get(key)) for key in keys)
        for key, kind in special[version]:
            _make_countable(answers, key, kind)
        place = Place(day, version, groups)
        counts.people[place] += 1
        counts.answers[place].update(answers.items())
    return counts


def _special(questionnaire: Questionnaire) -> tuple[tuple[str, AnswerKind], ...]:
    """The questions whose answers are no plain option; the others are counted as they are, which is much faster."""
    wanted = (AnswerKind.CHOICES, AnswerKind.NUMBER, AnswerKind.TEXT)
    return tuple((one.key, one.kind) for one in questionnaire.questions if one.kind in wanted)


def _make_countable(answers: dict[str, Any], key: str, kind: AnswerKind) -> None:
    value = answers.get(key)
    if value is None or value == "" or value == []:
        answers.pop(key, None)
    elif kind is AnswerKind.CHOICES:
        answers[key] = tuple(value)
    else:
        answers[key] = str(value) if kind is AnswerKind.NUMBER else True


def _option(value: Any) -> int | None:
    return value if isinstance(value, int) else None
