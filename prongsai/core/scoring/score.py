"""From what is known of a result to instruments, total and level. Source of the rules: ita.md §1.6, §2.2, §6.1."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework.framework import Framework, Level
from prongsai.core.framework.rules import LevelsCompare
from prongsai.core.scoring.answers import Tally
from prongsai.core.scoring.figure import Figure, Grade, How
from prongsai.core.scoring.gather import Evidence, Gathered, gather
from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.core.scoring.perception import question_figures
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.total import total_of
from prongsai.core.scoring.unfold import Difference, differences

#: So many missing questions and items are named.
_NAMED = 10


@dataclass(frozen=True, slots=True)
class Result:
    """Scores of 0 to 100 as they are published: the instruments by code, the total, and its level.

    ``figure`` is the total, to unfold. ``unanswered`` are questions that nobody answered and that therefore do not
    count; ``left_out`` are questions and items that do not apply to the agency.
    """

    instruments: Mapping[str, Decimal]
    total: Decimal
    level: Level
    figure: Figure
    unanswered: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Published figures that are not what the published figures beneath them give."""
        return differences(self.figure)


def score(framework: Framework, indicators: Mapping[int, Decimal], *, kind: str | None = None) -> Result | None:
    """The result of indicator scores (0 to 100, finite) by number, or None where one is missing.

    By default each weighted instrument is rounded to two decimals half-up, then added: of the rules compared it is the
    one that reproduces every published total that is known, and the way in which published tables print their columns.
    """
    gathered = gather(framework, Evidence(indicators=indicators), kind)
    return None if gathered.missing else _result(framework, gathered, kind)


def gather_known(framework: Framework, known: KnownResult, *, kind: str | None = None) -> Gathered:
    """The indicators of a published result, as far as they are known; each unfolds as deep as it is known whole."""
    return gather(framework, evidence_of(framework, known), kind)


def evidence_of(framework: Framework, known: KnownResult, answers: Tally | None = None) -> Evidence:
    """What was published, with answers besides; a published question stands over its answers."""
    answered = question_figures(framework, answers) if answers else {}
    asked = {one.indicator for one in framework.questions if one.code in answered}
    questions = answered | {code: given_question(framework, code, value) for code, value in known.questions.items()}
    silent = (one.code for one in framework.questions if one.indicator in asked and one.code not in questions)
    return Evidence(
        questions=questions,
        unanswered=frozenset(silent),
        items=known.items,
        sub_indicators=known.sub_indicators,
        indicators=known.indicators,
        parts=known.parts,
    )


def score_known(framework: Framework, known: KnownResult, *, kind: str | None = None) -> Result:
    """The result of what is known. What was published stands; ``Result.differences`` tells where its parts disagree.

    NotScored, with what is missing, where an indicator can be told neither by itself nor from its parts.
    """
    return _result(framework, gather_known(framework, known, kind=kind), kind, known.total)


def gather_answers(
    framework: Framework, answers: Tally, items: Mapping[str, ItemResult], *, kind: str | None = None
) -> Gathered:
    """The indicators that counted answers and results of items give; see ``question_figures`` for what is refused."""
    return gather(framework, evidence_of(framework, KnownResult(framework.year, items=items), answers), kind)


def score_answers(
    framework: Framework, answers: Tally, items: Mapping[str, ItemResult], *, kind: str | None = None
) -> Result:
    """The result that answers and items give. NotScored where an indicator has no answer, or an item no result."""
    return _result(framework, gather_answers(framework, answers, items, kind=kind), kind)


def result_of(
    framework: Framework, figure: Figure, unanswered: tuple[str, ...] = (), left_out: tuple[str, ...] = ()
) -> Result:
    """The result that the figure of a total tells."""
    instruments = {one.parts[0].code: one.parts[0] for one in figure.parts}
    shown = {code: one.shown for code, one in instruments.items()}
    if framework.rules.levels_compare is LevelsCompare.EXACT:
        level = level_of(framework, figure.value, {code: one.value for code, one in instruments.items()})
    else:
        level = level_of(framework, figure.shown, shown)
    return Result(shown, figure.shown, level, figure, unanswered, left_out)


def result_from(
    framework: Framework, evidence: Evidence, kind: str | None = None, published: Decimal | None = None
) -> Result:
    """The result of all that is known, with the published total, if any. NotScored where an indicator is missing."""
    return _result(framework, gather(framework, evidence, kind), kind, published)


def level_of(
    framework: Framework, total: Decimal | Fraction, instruments: Mapping[str, Decimal] | Mapping[str, Fraction]
) -> Level:
    """The first level, from the top, whose least total and least instrument score are reached."""
    least = min(map(Fraction, instruments.values()), default=Fraction(0))
    for level in framework.levels:
        enough = level.each_instrument is None or least >= Fraction(level.each_instrument)
        if Fraction(total) >= Fraction(level.total) and enough:
            return level
    return framework.levels[-1]


def _result(framework: Framework, gathered: Gathered, kind: str | None, published: Decimal | None = None) -> Result:
    if gathered.missing:
        raise _missing(gathered.missing)
    figure = total_of(framework, gathered.indicators, kind, published)
    return result_of(framework, figure, gathered.unanswered, gathered.left_out)


def _missing(codes: tuple[str, ...]) -> NotScored:
    numbers = [code for code in codes if code.isdecimal()]
    others = [code for code in codes if not code.isdecimal()]
    named = ", ".join(others[:_NAMED]) + (" …" if len(others) > _NAMED else "")
    th = [f"ตัวชี้วัดที่ {', '.join(numbers)}"] if numbers else []
    en = [f"indicator {', '.join(numbers)}"] if numbers else []
    return NotScored(
        f"ยังคำนวณคะแนนรวมไม่ได้ เพราะขาดผลของ{' และ '.join([*th, *([named] if named else [])])} โปรดเพิ่มผลที่ขาด",
        f"The total cannot be reckoned: nothing is known of {' and '.join([*en, *([named] if named else [])])}. "
        "Please add what is missing.",
    )


def given_question(framework: Framework, code: str, value: Decimal) -> Figure:
    """The figure of a question of which only the published score is known."""
    question = framework.question(code)
    name, sure = (question.text, question.origin.confidence) if question else ("", framework.rules.origin.confidence)
    exact = Fraction(value)
    return Figure(
        Grade.QUESTION, code, name, How.GIVEN, exact, rounded(exact, framework.rules), Fraction(1), sure
    )  # fmt: skip
