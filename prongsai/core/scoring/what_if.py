"""What the result would be, if some of its figures were others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.rules import Rules
from prongsai.core.scoring.figure import Figure, Grade, How
from prongsai.core.scoring.score import Result, result_of
from prongsai.core.scoring.total import shown_of
from prongsai.core.scoring.unfold import FULL, made, taken_off


def what_if(framework: Framework, result: Result, scores: Mapping[str, Fraction]) -> Result:
    """The result with other scores (0 to 100) by code: of items, questions, sub-indicators, indicators, instruments.

    A published figure moves by as much as its parts move it, so that what its parts do not explain stays as it is.
    Where a figure and one beneath it are both given, the upper one counts. Codes that the result has not are ignored,
    and so are the total and the shares of instruments: they only follow from what is beneath.
    """
    beneath = {code: score for code, score in scores.items() if code != result.figure.code}
    figure = changed(result.figure, beneath, framework.rules)
    return result_of(framework, figure, result.unanswered, result.left_out)


def changed(figure: Figure, scores: Mapping[str, Fraction], rules: Rules) -> Figure:
    """A figure with other scores by code, here or below; itself where none of them is its own."""
    if figure.code in scores and figure.how is not How.SHARE:
        return _set(figure, scores[figure.code], rules)
    parts = tuple(changed(part, scores, rules) for part in figure.parts)
    if parts == figure.parts:
        return figure
    moved = replace(figure, parts=parts)
    reckoned = made(moved)
    if figure.grade is Grade.TOTAL:
        moved = replace(moved, how=How.SUM, value=reckoned, reckoned=None)
    elif figure.how is How.GIVEN:
        value = min(max(figure.value + reckoned - made(figure), Fraction(0)), _best(figure))
        moved = replace(moved, value=value, reckoned=reckoned)
    else:
        moved = replace(moved, value=reckoned)
    return replace(moved, shown=shown_of(moved, rules))


def _set(figure: Figure, score: Fraction, rules: Rules) -> Figure:
    """The figure with a score of its own: nothing of what was beneath explains it any more."""
    if figure.how is How.PENALTY:
        plain = replace(figure, value=taken_off(figure.most, score))
    else:
        plain = replace(figure, how=How.GIVEN, value=min(score, _best(figure)))
    plain = replace(plain, parts=(), chosen=(), respondents=None, reckoned=None)
    return replace(plain, shown=shown_of(plain, rules))


def _best(figure: Figure) -> Fraction:
    return FULL if figure.most is None else Fraction(figure.most)
