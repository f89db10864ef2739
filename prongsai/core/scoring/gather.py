"""What is known of questions, items and published figures → the indicators. Source: ita.md §1.5, §1.6."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum, auto
from fractions import Fraction

from prongsai.core.framework.framework import DisclosureItem, Framework, Indicator, Question, SubIndicator
from prongsai.core.framework.origin import Origin
from prongsai.core.framework.rules import DisclosureMean, Mechanics
from prongsai.core.scoring.figure import Figure, Grade, How
from prongsai.core.scoring.known import ItemResult
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.unfold import mean, taken_off


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that is known: figures of ``questions`` by code, results of ``items``, and what was published.

    ``unanswered`` are questions that were asked and that nobody answered: the rest of their indicator counts.
    """

    questions: Mapping[str, Figure] = field(default_factory=dict)
    unanswered: frozenset[str] = frozenset()
    items: Mapping[str, ItemResult] = field(default_factory=dict)
    sub_indicators: Mapping[str, Decimal] = field(default_factory=dict)
    indicators: Mapping[int, Decimal] = field(default_factory=dict)
    parts: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Gathered:
    """The figures of the indicators that can be told, by number.

    ``missing``: codes without which an indicator cannot be told. ``left_out``: codes that do not apply to the agency.
    ``unanswered``: questions that nobody answered, where others of their indicator were.
    """

    indicators: Mapping[int, Figure]
    missing: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    unanswered: tuple[str, ...] = ()


class _Gap(Enum):
    NOT_ASKED = auto()  # does not apply: in neither the score nor the maximum
    UNKNOWN = auto()


_Found = Figure | _Gap


def gather(framework: Framework, evidence: Evidence, kind: str | None = None) -> Gathered:
    """The indicators, each from the deepest level that is known whole; a published figure stands over its parts.

    ``kind`` is the kind of the agency, for what is weighed or asked by kind.
    """
    gatherer = _Gatherer(framework, evidence, kind)
    found = [(one.number, gatherer.indicator(one)) for one in framework.indicators]
    return Gathered(
        {number: figure for number, figure in found if isinstance(figure, Figure)},
        tuple(gatherer.missing),
        tuple(gatherer.left_out),
        tuple(one.code for one in framework.questions if one.code in evidence.unanswered),
    )


class _Gatherer:
    def __init__(self, framework: Framework, evidence: Evidence, kind: str | None) -> None:
        self.missing: list[str] = []
        self.left_out: list[str] = []
        self._framework = framework
        self._evidence = evidence
        self._kind = kind
        self._is_deep = bool(evidence.questions or evidence.items or evidence.sub_indicators or evidence.parts)
        self._mechanics: dict[str, Mechanics] = {one.code: one.mechanics for one in framework.questions}
        self._mechanics |= {one.code: one.mechanics for one in framework.items}

    def indicator(self, one: Indicator) -> _Found:
        """An indicator from its sub-indicators, from the parts of its instrument, or from its questions."""
        code = str(one.number)
        unknown: list[str] = []
        given = self._evidence.indicators.get(one.number)
        # Ten figures alone are scored thousands at a time: beneath them there is nothing to look at.
        parts = self._beneath(one, unknown) if self._is_deep or given is None else []
        found = self._node(Grade.INDICATOR, code, one.name, parts, given, one.origin)
        if found is _Gap.UNKNOWN:
            # Where nothing at all is known beneath, the indicator itself is what is asked for.
            self.missing += [code] if {each for each, _part in parts} <= set(unknown) else unknown
        return found

    def _beneath(self, one: Indicator, unknown: list[str]) -> list[tuple[str, _Found]]:
        subs = [sub for sub in self._framework.sub_indicators if sub.indicator == one.number]
        if subs:
            found = [(sub.code, self._sub_indicator(sub, unknown)) for sub in subs]
        else:
            found = self._instrument_parts(one) or [
                (question.code, self._question(question)) for question in self._framework.questions_of(one.number)
            ]
            unknown += [code for code, figure in found if figure is _Gap.UNKNOWN]
        return found

    def _instrument_parts(self, one: Indicator) -> list[tuple[str, _Found]]:
        """The indicator in each part of its instrument; nothing where no part is known."""
        instrument = self._framework.instrument(one.instrument)
        found: list[tuple[str, _Found]] = []
        for part in instrument.parts if instrument else ():
            score = self._evidence.parts.get(part.code, {}).get(one.number)
            code = f"{part.code}-{one.number}"
            node = self._node(Grade.INSTRUMENT_PART, code, part.name, [], score, part.origin)
            found.append((code, replace(node, weight=Fraction(part.weight)) if isinstance(node, Figure) else node))
        return found if any(isinstance(node, Figure) for _code, node in found) else []

    def _sub_indicator(self, sub: SubIndicator, unknown: list[str]) -> _Found:
        items = [(item.code, self._item(item)) for item in self._framework.items_of(sub.code)]
        given = self._evidence.sub_indicators.get(sub.code)
        found = self._node(Grade.SUB_INDICATOR, sub.code, sub.name, items, given, sub.origin, sub.most)
        if found is _Gap.UNKNOWN:
            some = any(figure is not _Gap.UNKNOWN for _code, figure in items)
            unknown += [code for code, figure in items if figure is _Gap.UNKNOWN] if some else [sub.code]
        if isinstance(found, Figure) and self._framework.rules.disclosure_mean is DisclosureMean.ITEMS:
            return replace(found, weight=self._weight_of_items(sub))
        return found

    def _weight_of_items(self, sub: SubIndicator) -> Fraction:
        """What a sub-indicator weighs where an indicator is the mean of items: as much as its items together."""
        items = [item for item in self._framework.items_of(sub.code) if self._applies(item.code)]
        weights = (Fraction(item.mechanics.weight) for item in items if item.mechanics.penalty is None)
        return sum(weights, Fraction(0))

    def _item(self, item: DisclosureItem) -> _Found:
        result = self._evidence.items.get(item.code)
        score = None if result is None else result.score
        if not self._counts(item.code):
            return _Gap.NOT_ASKED
        node = self._node(Grade.ITEM, item.code, item.name, [], score, item.origin)
        return self._entry(node, item.mechanics)

    def _question(self, question: Question) -> _Found:
        if not self._counts(question.code) or question.code in self._evidence.unanswered:
            return _Gap.NOT_ASKED
        return self._entry(self._evidence.questions.get(question.code, _Gap.UNKNOWN), question.mechanics)

    def _entry(self, found: _Found, mechanics: Mechanics) -> _Found:
        """A question or an item with its weight, or as the penalty that it is."""
        if not isinstance(found, Figure):
            return found
        if mechanics.penalty is None:
            return replace(found, weight=Fraction(mechanics.weight))
        value = taken_off(mechanics.penalty, found.value)
        return replace(
            found, how=How.PENALTY, value=value, shown=rounded(value, self._framework.rules), most=mechanics.penalty
        )

    def _counts(self, code: str) -> bool:
        """Whether an entry applies to this agency; what does not is remembered."""
        applies = self._applies(code)
        if not applies:
            self.left_out.append(code)
        return applies

    def _applies(self, code: str, seen: frozenset[str] = frozenset()) -> bool:
        result = self._evidence.items.get(code)
        mechanics = self._mechanics.get(code, Mechanics())
        if (result is not None and result.score is None) or self._kind in mechanics.not_for:
            return False
        other = mechanics.depends_on
        if other is None or other.code in seen:
            return True
        score = self._score(other.code)
        # What is not yet known neither holds nor fails: the entry is asked for with the one that it hangs on.
        holds = score is None or score in {Fraction(one) for one in other.scores}
        return holds and self._applies(other.code, seen | {code})

    def _score(self, code: str) -> Fraction | None:
        if (figure := self._evidence.questions.get(code)) is not None:
            return figure.value
        result = self._evidence.items.get(code)
        return None if result is None or result.score is None else Fraction(result.score)

    def _node(
        self,
        grade: Grade,
        code: str,
        name: str,
        beneath: Sequence[tuple[str, _Found]],
        given: Decimal | None,
        origin: Origin,
        most: Decimal | None = None,
    ) -> _Found:
        """A figure from what was published or, without that, from its parts."""
        parts = _whole(beneath)
        if given is None and isinstance(parts, _Gap):
            return parts
        reckoned = None if isinstance(parts, _Gap) else mean(parts, most)
        value = Fraction(given) if given is not None else reckoned or Fraction(0)
        return Figure(
            grade,
            code,
            name,
            How.MEAN if given is None else How.GIVEN,
            value,
            rounded(value, self._framework.rules),
            Fraction(1),
            origin.confidence,
            parts=() if isinstance(parts, _Gap) else parts,
            most=most,
            reckoned=None if given is None else reckoned,
        )


def _whole(beneath: Sequence[tuple[str, _Found]]) -> tuple[Figure, ...] | _Gap:
    """The parts, where all that apply are known and at least one of them counts for more than a penalty."""
    found = [figure for _code, figure in beneath]
    if not found or _Gap.UNKNOWN in found:
        return _Gap.UNKNOWN
    figures = tuple(figure for figure in found if isinstance(figure, Figure))
    return figures if any(one.weight and one.how is not How.PENALTY for one in figures) else _Gap.NOT_ASKED
