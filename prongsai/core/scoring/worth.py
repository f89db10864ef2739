"""How many points of the total an entry is worth: what makes one weak point matter more than another."""

from __future__ import annotations

from collections.abc import Collection
from decimal import Decimal
from fractions import Fraction

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.rules import Rules
from prongsai.core.scoring.figure import Figure, Grade, How
from prongsai.core.scoring.gather import Evidence
from prongsai.core.scoring.known import ItemResult
from prongsai.core.scoring.score import given_question, result_from
from prongsai.core.scoring.unfold import FULL, made
from prongsai.core.scoring.what_if import changed

_HUNDRED = Decimal(100)


def worth(framework: Framework, code: str, kind: str | None = None, *, left_out: Collection[str] = ()) -> Fraction:
    """Points of the total (0 to 100) between 0 and full marks of an item, question, sub-indicator or indicator.

    By the framework alone, for an agency of that kind to which the items ``left_out`` do not apply; caps are not looked
    at. 0 for a code that the framework has not, or that does not apply.
    """
    return share(_perfect(framework, kind, frozenset(left_out)), code)


def worths_of_items(framework: Framework, kind: str | None = None) -> dict[str, Fraction]:
    """``worth`` of every item of the framework by its code: the tree is made once for all of them."""
    perfect = _perfect(framework, kind, frozenset())
    return {item.code: share(perfect, item.code) for item in framework.items}


def gain(figure: Figure, code: str) -> Fraction:
    """Points that full marks of that code would add to this figure, as all else is now; caps and penalties included.

    0 where the figure has no such code, or has full marks there. Exact: the rounding of the year is not looked at, and
    neither is how far a published total lies from its parts.
    """
    is_published = figure.grade is Grade.TOTAL and bool(figure.parts) and figure.code != code
    before = made(figure) if is_published else figure.value
    after = changed(figure, {code: FULL}, Rules())
    return Fraction(0) if after is figure else after.value - before


def share(figure: Figure, code: str) -> Fraction:
    """Points of this figure that hang on that code, from none to full marks; 0 where it is not beneath."""
    if figure.code == code:
        return Fraction(figure.most or 0) if figure.how is How.PENALTY else FULL
    return next(
        (_passed_on(figure, part) * below for part in figure.parts if (below := share(part, code))), Fraction(0)
    )


def _passed_on(figure: Figure, part: Figure) -> Fraction:
    """How much of a point of the part is a point of the figure."""
    if figure.how is How.SHARE:
        return figure.weight
    if figure.grade is Grade.TOTAL or part.how is How.PENALTY:
        return Fraction(1)
    whole = sum((one.weight for one in figure.parts if one.how is not How.PENALTY), Fraction(0))
    mean = part.weight / whole
    return mean * Fraction(figure.most or 0) / FULL if figure.how is How.PENALTY else mean


def _perfect(framework: Framework, kind: str | None, left_out: frozenset[str]) -> Figure:
    """The tree of a result with full marks everywhere."""
    known = {one.indicator for one in framework.questions} | {one.indicator for one in framework.sub_indicators}
    evidence = Evidence(
        questions={one.code: given_question(framework, one.code, _HUNDRED) for one in framework.questions},
        items={one.code: ItemResult(None if one.code in left_out else _HUNDRED) for one in framework.items},
        indicators={one.number: _HUNDRED for one in framework.indicators if one.number not in known},
    )
    return result_from(framework, evidence, kind).figure
