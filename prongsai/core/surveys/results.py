"""The results of a survey, as far as they may be told: of everybody in steps, and of groups once.

The rules of what may be told are those of ``anonymity``; here they are asked for every question by itself, for not
everybody answers every question.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from prongsai.core.scoring.answers import Tally
from prongsai.core.surveys.anonymity import LEAST, Group, groups_to_show, step_of, steps
from prongsai.core.surveys.counts import Counts, Place, Value, groupings
from prongsai.core.surveys.questionnaire import AnswerKind, Questionnaire, SurveyQuestion

#: Step, version and options of the grouping questions of people who are counted together.
_Key = tuple[date | int | None, ...]
#: The place of versions among the groupings; the questions follow.
VERSIONS = 1


@dataclass(frozen=True, slots=True)
class Told:
    """What ``people`` answered to one question: option to how many, and for ordered or counted answers their mean."""

    people: int
    counts: Mapping[int, int]
    mean: Fraction | None = None

    def share(self, option: int) -> Decimal:
        """How many of a hundred chose that option, with one decimal, half up."""
        exact = Decimal(self.counts.get(option, 0) * 100) / Decimal(self.people)
        return exact.quantize(Decimal("0.1"), "ROUND_HALF_UP")


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, the versions that asked it in the same way, and what may be told of it (None: too few yet).

    ``until`` is the last day of the answers that are told; ``groups`` are those that may stand beside everybody.
    """

    question: SurveyQuestion
    versions: tuple[int, ...]
    told: Told | None
    until: date | None
    groups: Mapping[Group, Told]


@dataclass(frozen=True, slots=True)
class Results:
    """All results. ``people`` are those told of; ``until`` is the last day of their answers (None: nothing is told).

    ``sections`` are the titles' places in the newest version with their questions; ``former`` are questions that only
    older versions asked, or asked in another way. ``group_sizes`` are of the groups that may be shown, which
    cover the answers up to ``groups_until``.
    """

    people: int
    until: date | None
    sections: tuple[tuple[Asked, ...], ...]
    former: tuple[Asked, ...]
    group_sizes: Mapping[Group, int]
    groups_until: date | None

    @property
    def asked(self) -> Iterator[Asked]:
        """Every question, in order."""
        for section in self.sections:
            yield from section
        yield from self.former

    def tally(self) -> Tally:
        """What is told of chosen answers, for scoring."""
        told = ((one.question.key, one.told) for one in self.asked)
        return Tally({key: dict(one.counts) for key, one in told if one is not None and one.counts})


def results(
    counts: Counts, questionnaires: Mapping[int, Questionnaire], today: date, first_closed_on: date | None = None
) -> Results:
    """What may be told today. Groups are told once: of the answers up to the first closing, when that day is over."""
    daily = _daily(counts.people)
    ends = steps(daily, today)
    teller = _Teller(counts, today, first_closed_on if first_closed_on and first_closed_on < today else None)
    newest = questionnaires[max(questionnaires)]
    sections = tuple(
        tuple(teller.asked(question, questionnaires) for question in section.questions) for section in newest.sections
    )
    former = tuple(teller.asked(question, questionnaires) for question in _former(questionnaires))
    people = sum(number for day, number in daily.items() if ends and day <= ends[-1])
    sizes = teller.sizes(counts.people, ends)
    closed = teller.group_steps(ends)
    return Results(people, ends[-1] if ends else None, sections, former, sizes, closed[-1] if closed else None)


def choices_to_group_by(questionnaires: Mapping[int, Questionnaire]) -> tuple[tuple[int, SurveyQuestion], ...]:
    """The place of each grouping question among the groupings, with it."""
    return tuple(enumerate(groupings(questionnaires), VERSIONS + 1))


def same(one: SurveyQuestion, other: SurveyQuestion | None) -> bool:
    """Whether two versions of a question may be counted together: key, kind and options agree."""
    if other is None or (one.key, one.kind) != (other.key, other.kind):
        return False
    return [(option.value, option.label.th) for option in one.options] == [
        (option.value, option.label.th) for option in other.options
    ]


def _former(questionnaires: Mapping[int, Questionnaire]) -> list[SurveyQuestion]:
    """Questions that the newest version does not ask, or asks with other options; the newest wording of each."""
    newest, *older = (questionnaires[number] for number in sorted(questionnaires, reverse=True))
    known = list(newest.questions)
    former: list[SurveyQuestion] = []
    for questionnaire in older:
        for question in questionnaire.questions:
            if not any(same(question, other) for other in [*known, *former]):
                former.append(question)
    return former


class _Teller:
    def __init__(self, counts: Counts, today: date, groups_until: date | None) -> None:
        self._today = today
        self._groups_until = groups_until
        self._by_key: defaultdict[str, defaultdict[Place, Counter[Value]]] = defaultdict(lambda: defaultdict(Counter))
        for place, answers in counts.answers.items():
            for (key, value), times in answers.items():
                self._by_key[key][place][value] = times
        self._known: dict[frozenset[tuple[_Key, int]], frozenset[Group]] = {}

    def asked(self, question: SurveyQuestion, questionnaires: Mapping[int, Questionnaire]) -> Asked:
        versions = tuple(
            number for number, one in sorted(questionnaires.items()) if same(question, one.question(question.key))
        )
        answers = self._answers(question.key, versions)
        people = Counter({place: sum(values.values()) for place, values in answers.items()})
        ends = steps(_daily(people), self._today)
        if not ends:
            return Asked(question, versions, None, None, {})
        told = _told(question, (values for place, values in answers.items() if place.day <= ends[-1]))
        groups = {
            group: _told(question, (values for place, values in answers.items() if self._inside(place, group, ends)))
            for group in self.sizes(people, ends)
        }
        return Asked(question, versions, told, ends[-1], groups)

    def sizes(self, people: Mapping[Place, int], ends: tuple[date, ...]) -> dict[Group, int]:
        """The groups that may be shown of those who are counted here, with how many they are."""
        inside = self.group_steps(ends)
        keyed = Counter[_Key]()
        for place, number in people.items():
            if (step := step_of(place.day, inside)) is not None:
                keyed[step, place.version, *place.groups] += number
        shown = self._shown(keyed)
        return {group: sum(number for key, number in keyed.items() if key[group[0]] == group[1]) for group in shown}

    def group_steps(self, ends: tuple[date, ...]) -> tuple[date, ...]:
        """Those steps that groups are told of."""
        until = self._groups_until
        return tuple(end for end in ends if until is not None and end <= until)

    def _inside(self, place: Place, group: Group, ends: tuple[date, ...]) -> bool:
        at, value = group
        found = (None, place.version, *place.groups)[at]
        return found == value and step_of(place.day, self.group_steps(ends)) is not None

    def _answers(self, key: str, versions: tuple[int, ...]) -> dict[Place, Counter[Value]]:
        return {place: values for place, values in self._by_key[key].items() if place.version in versions}

    def _shown(self, people: Counter[_Key]) -> frozenset[Group]:
        """Most questions are answered by everybody: what was found for one need not be looked for again."""
        known = frozenset(people.items())
        if known not in self._known:
            self._known[known] = groups_to_show(people)
        return self._known[known]


def _daily(people: Mapping[Place, int]) -> Counter[date]:
    daily = Counter[date]()
    for place, number in people.items():
        daily[place.day] += number
    return daily


def _told(question: SurveyQuestion, parts: Iterable[Counter[Value]]) -> Told:
    values = Counter[Value]()
    for part in parts:
        values.update(part)
    people = sum(values.values())
    options = Counter[int]()
    for value, times in values.items():
        if isinstance(value, tuple):
            options.update(dict.fromkeys(value, times))
        elif isinstance(value, int) and question.options:
            options[value] += times
    return Told(people, dict(options), _mean(question, values, people))


def _mean(question: SurveyQuestion, values: Mapping[Value, int], people: int) -> Fraction | None:
    if question.kind not in (AnswerKind.SCALE, AnswerKind.NUMBER) or people < LEAST:
        return None
    return sum((Fraction(str(value)) * times for value, times in values.items()), Fraction(0)) / people
