"""One figure of a result, ready for its page: its rule, its sum, its parts, and the answers behind it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from prongsai.core.framework.framework import Framework, Level, Origin
from prongsai.core.framework.origin import Confidence
from prongsai.core.scoring.figure import Chosen, Figure, Grade, How
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.telling import exactly, formula_of, label_of, rule_of
from prongsai.core.scoring.unfold import TOLERANCE
from prongsai.core.scoring.worth import gain
from prongsai.core.sentence import Sentence
from prongsai.web.assessments.explained_names import name_of, origins_of
from prongsai.web.assessments.words import in_words
from prongsai.web.site.refusals import said


@dataclass(frozen=True, slots=True)
class Row:
    """A part of the figure. ``weight`` is its share of it in percent; ``adds`` what it adds to it.

    ``from_memory``: it, or something beneath it, is from memory alone."""

    code: str
    label: str
    name: str
    shown: str
    weight: str
    adds: str
    from_memory: bool
    penalty: bool


@dataclass(frozen=True, slots=True)
class ChoiceRow:
    """A choice, what it is worth, by how many it was made, and the product of both."""

    label: str
    points: str
    times: int
    product: str


@dataclass(frozen=True, slots=True)
class Step:
    """A level with what it asks for. ``reached``: the first, from the top, whose conditions are met."""

    name: str
    total: str
    each: str
    reached: bool


@dataclass(frozen=True, slots=True)
class Explained:
    """A figure ready for the page. ``way`` leads to it from the total; ``exact`` is empty where nothing was rounded.

    ``gain``: the points that full marks would add to the total, empty where there are none."""

    code: str
    label: str
    name: str
    shown: str
    exact: str
    rule: Sentence
    formula: str
    way: tuple[tuple[str, str], ...]
    rows: tuple[Row, ...]
    choices: tuple[ChoiceRow, ...]
    respondents: int | None
    points: str
    reckoned: str
    differs: bool
    origins: tuple[Origin, ...]
    from_memory: bool
    gain: str
    remark: str


def explained(framework: Framework, known: KnownResult, way: tuple[Figure, ...]) -> Explained:
    """The last figure of a way that begins at the top of the result."""
    figure, rules = way[-1], framework.rules
    points = sum((Fraction(one.choice.points) * one.times for one in figure.chosen), Fraction(0))
    item = known.items.get(figure.code)
    return Explained(
        code=figure.code,
        label=said(label_of(figure)),
        name=name_of(framework, figure),
        shown=f"{figure.shown}",
        exact="" if Fraction(figure.shown) == figure.value else exactly(figure.value),
        rule=rule_of(figure, rules),
        formula=formula_of(figure, rules),
        way=tuple((one.code, said(label_of(one))) for one in way[:-1] if one.how is not How.SHARE),
        rows=tuple(_rows(framework, figure)),
        choices=tuple(map(_choice, figure.chosen)),
        respondents=figure.respondents,
        points=exactly(points) if figure.chosen else "",
        reckoned="" if figure.reckoned is None else f"{rounded(figure.reckoned, rules)}",
        differs=figure.reckoned is not None and abs(figure.reckoned - figure.value) > TOLERANCE,
        origins=tuple(origins_of(framework, figure)),
        from_memory=any(one.confidence is Confidence.MEMORY for one in figure.walk()),
        gain=_gain(framework, way),
        remark=item.remark if item else "",
    )


def _gain(framework: Framework, way: tuple[Figure, ...]) -> str:
    """What full marks would add to the total; nothing where there is none to add, or no total to add to."""
    top, figure = way[0], way[-1]
    points = gain(top, figure.code) if top.grade is Grade.TOTAL and figure is not top else Fraction(0)
    return f"{rounded(points, framework.rules)}" if points else ""


def _rows(framework: Framework, figure: Figure) -> Iterator[Row]:
    """The parts; of a total, the instruments themselves, with the shares in which they count."""
    if figure.grade is Grade.TOTAL:
        for share in figure.parts:
            yield row_of(framework, share.parts[0], exactly(share.weight * 100), f"{share.shown}")
        return
    whole = sum((part.weight for part in figure.parts if part.how is not How.PENALTY), Fraction(0))
    for part in figure.parts:
        if part.how is How.PENALTY:
            yield row_of(framework, part, "", "")
        else:
            share_of = part.weight / whole
            adds = rounded(share_of * part.value, framework.rules)
            yield row_of(framework, part, f"{exactly(Fraction(round(share_of * 10000), 100))}", f"{adds}")


def row_of(framework: Framework, figure: Figure, weight: str, adds: str) -> Row:
    memory = any(one.confidence is Confidence.MEMORY for one in figure.walk())
    name, label = name_of(framework, figure), said(label_of(figure))
    penalty = figure.how is How.PENALTY
    return Row(figure.code, label, name, f"{figure.shown}", weight, adds, memory, penalty)


def _choice(one: Chosen) -> ChoiceRow:
    points = Fraction(one.choice.points)
    label = in_words(one.choice.label, one.choice.label_en)
    return ChoiceRow(label, exactly(points), one.times, exactly(points * one.times))


def step_of(level: Level, reached: Level | None) -> Step:
    each = "" if level.each_instrument is None else f"{level.each_instrument}"
    return Step(in_words(level.name, level.name_en), f"{level.total}", each, level == reached)
