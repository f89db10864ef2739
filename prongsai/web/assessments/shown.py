"""What the page of a result shows: the total first, then where it comes from, then all that is known besides."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.origin import Confidence
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.score import Result, score
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.words import in_words
from prongsai.web.frameworks.queries import framework_for

#: Published figures are rounded: a total may differ by so much from what its parts give.
CLOSE = Decimal("0.01")
#: Up to this score a figure is shown as one to work on: it is the least of the highest but one level.
PASSED = Decimal(85)


@dataclass(frozen=True, slots=True)
class Bar:
    """A named score: ``width`` is its bar on 0 to 100, ``change`` since the year before ("" where it is not known)."""

    code: str
    name: str
    score: str
    width: str
    change: str = ""
    better: bool | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The total and level as published and as reckoned; ``differs``: by more than rounding can explain."""

    total: str
    level: str
    reckoned: str
    reckoned_level: str
    differs: bool
    change: str
    better: bool | None


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A disclosure item or question as it was judged. ``lost``: it has not all its points."""

    code: str
    name: str
    score: str
    remark: str
    lost: bool
    from_memory: bool


@dataclass(frozen=True, slots=True)
class Shown:
    """A result, ready for the page."""

    head: Head
    instruments: list[Bar]
    indicators: list[Bar]
    sub_indicators: list[Bar]
    questions: list[ItemRow]
    items: list[ItemRow]

    @property
    def lost_items(self) -> list[ItemRow]:
        """The items that have not all their points."""
        return [row for row in self.items if row.lost]


def shown(agency: Agency, known: KnownResult, before: KnownResult | None) -> Shown:
    """The result of an agency beside that of the year before (None where that is not known)."""
    framework, _provisional = framework_for(agency, known.fiscal_year)
    reckoned = score(framework, known.indicators, kind=agency.kind)
    return Shown(
        _head(known, reckoned, before),
        list(_instruments(agency, framework, reckoned)),
        list(_indicators(framework, known, before)),
        list(_sub_indicators(framework, known)),
        list(_questions(framework, known)),
        list(_items(framework, known)),
    )


def change_of(now: Decimal | None, before: Decimal | None) -> tuple[str, bool | None]:
    """The change as text with its sign, and whether it is for the better; nothing where one of both is not known."""
    if now is None or before is None:
        return "", None
    by = now - before
    return ("±0.00", None) if not by.quantize(CLOSE) else (f"{by:+.2f}", by > 0)


def total_of(agency: Agency, known: KnownResult) -> Decimal | None:
    """The published total, else the one that the ten indicators give, else None."""
    if known.total is not None:
        return known.total
    framework, _provisional = framework_for(agency, known.fiscal_year)
    reckoned = score(framework, known.indicators, kind=agency.kind)
    return reckoned.total if reckoned else None


def level_of(agency: Agency, known: KnownResult) -> str:
    """The published level, else the one that the ten indicators give, else nothing."""
    framework, _provisional = framework_for(agency, known.fiscal_year)
    if known.level:
        return next(
            (in_words(one.name, one.name_en) for one in framework.levels if one.name == known.level), known.level
        )
    reckoned = score(framework, known.indicators, kind=agency.kind)
    return in_words(reckoned.level.name, reckoned.level.name_en) if reckoned else ""


def _head(known: KnownResult, reckoned: Result | None, before: KnownResult | None) -> Head:
    total = known.total if known.total is not None else (reckoned.total if reckoned else None)
    change, better = change_of(total, before.total if before else None)
    level = in_words(reckoned.level.name, reckoned.level.name_en) if reckoned else ""
    far = reckoned is not None and known.total is not None and abs(known.total - reckoned.total) > CLOSE
    other = bool(known.level and reckoned and known.level not in (reckoned.level.name, reckoned.level.name_en))
    return Head(
        total="" if total is None else f"{total:.2f}",
        level=known.level or level,
        reckoned=f"{reckoned.total:.2f}" if reckoned else "",
        reckoned_level=level,
        differs=far or other,
        change=change,
        better=better,
    )


def _instruments(agency: Agency, framework: Framework, reckoned: Result | None) -> Iterator[Bar]:
    for one in framework.instruments:
        value = reckoned.instruments.get(one.code) if reckoned else None
        share = _("%(weight)s%% of the total") % {
            "weight": f"{one.weight_for(agency.kind) * 100:f}".rstrip("0").rstrip(".")
        }
        yield _bar(one.code, f"{one.code} · {share}", value)


def _indicators(framework: Framework, known: KnownResult, before: KnownResult | None) -> Iterator[Bar]:
    for one in framework.indicators:
        value = known.indicators.get(one.number)
        yield _bar(
            str(one.number),
            in_words(one.name, one.name_en),
            value,
            before.indicators.get(one.number) if before else None,
        )


def _sub_indicators(framework: Framework, known: KnownResult) -> Iterator[Bar]:
    for one in framework.sub_indicators:
        if one.code in known.sub_indicators:
            yield _bar(one.code, one.name, known.sub_indicators[one.code])


def _bar(code: str, name: str, value: Decimal | None, before: Decimal | None = None) -> Bar:
    change, better = change_of(value, before)
    return Bar(code, name, "" if value is None else f"{value:.2f}", f"{value or 0:.2f}", change, better)


def _questions(framework: Framework, known: KnownResult) -> Iterator[ItemRow]:
    for one in framework.questions:
        value = known.questions.get(one.code)
        if value is not None:
            memory = one.origin.confidence is Confidence.MEMORY
            yield ItemRow(one.code, one.text, f"{value:.2f}", "", value < PASSED, memory)


def _items(framework: Framework, known: KnownResult) -> Iterator[ItemRow]:
    for one in framework.items:
        result = known.items.get(one.code)
        if result is not None:
            text = _("Does not apply to us") if result.score is None else f"{result.score:.2f}"
            lost = result.score is not None and result.score < 100
            memory = one.origin.confidence is Confidence.MEMORY
            yield ItemRow(one.code, one.name, text, result.remark, lost, memory)
