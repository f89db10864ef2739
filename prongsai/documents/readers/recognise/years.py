"""The fiscal year of a paper, from what it says of itself, its periods, or its codes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.fiscal import fiscal_year_of
from prongsai.core.thai.periods import parse_period
from prongsai.core.thai.unreadable import Unreadable
from prongsai.documents.readers.recognise.span import Span

_NAMED = re.compile(r"ปี\s*(?:งบ\s*ประมาณ)?\s*(?:\(?\s*พ\s*\.?\s*ศ\s*\.?\s*\)?)?\s*(25[4-9]\d|[4-9]\d)(?!\d)")
_BARE = re.compile(r"(?<!\d)(25[4-9]\d)(?!\d)")
_YEARS = range(2540, 2600)


@dataclass(frozen=True, slots=True)
class Voice:
    """One statement of the year, and how much it counts."""

    year: int
    weight: float
    span: Span


def fiscal_year(
    title: Sequence[Span], memo: Sequence[Span], periods: Sequence[Span], rest: Sequence[Span]
) -> list[Voice]:
    """What the paper says of its year; ``title`` the lines of the title, ``memo`` subject and text of a memo."""
    voices = [*_named(title, 4.0), *_named(memo, 3.0), *_of_periods(periods), *_named(rest, 0.5)]
    if not voices:
        voices = list(_bare([*title, *rest]))
    return voices


def decided(voices: Iterable[Voice]) -> Voice | None:
    """The year that has most weight behind it, with where it was first stated."""
    sums: dict[int, float] = {}
    first: dict[int, Voice] = {}
    for voice in voices:
        sums[voice.year] = sums.get(voice.year, 0) + voice.weight
        first.setdefault(voice.year, voice)
    return first[max(sums, key=lambda year: sums[year])] if sums else None


def _named(spans: Sequence[Span], weight: float) -> Iterator[Voice]:
    """Years that are named; the first statement of a part counts in full, later ones little."""
    for span in spans:
        for found in _NAMED.findall(to_arabic(span.text)):
            year = int(found) if len(found) == 4 else 2500 + int(found)
            if year in _YEARS:
                yield Voice(year, weight, span)
                weight *= 0.5


def _of_periods(spans: Sequence[Span]) -> Iterator[Voice]:
    weight = 1.0
    for span in spans[:60]:
        period = parse_period(span.text) if len(span.text) < 100 else None
        if period is not None and not isinstance(period, Unreadable):
            year = fiscal_year_of(period.end)
            if year in _YEARS:
                yield Voice(year, weight, span)
                weight = max(0.05, weight * 0.7)


def _bare(spans: Sequence[Span]) -> Iterator[Voice]:
    for span in spans:
        for found in _BARE.findall(to_arabic(span.text)):
            yield Voice(int(found), 1.0, span)
