"""Results over the years: totals and levels of both eras, indicators as lines, items by what they are about."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import ngettext

from prongsai.core.country.hundredths import as_decimal
from prongsai.core.framework.benchmarks import Benchmark, benchmark
from prongsai.core.framework.framework import Framework
from prongsai.core.framework.origin import Confidence
from prongsai.core.scoring.known import KnownResult
from prongsai.frameworks import benchmarks
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.lines import Chart, chart
from prongsai.web.assessments.listening import KindMean, kind_means
from prongsai.web.assessments.shown import change_of, level_of, total_of
from prongsai.web.assessments.words import in_words
from prongsai.web.frameworks.queries import framework_for

#: Years that a page shows at most.
MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class Beside:
    """A figure to compare with: its mean, where that comes from, and whether it is from memory alone."""

    mean: str
    source: str
    from_memory: bool
    ahead: str


@dataclass(frozen=True, slots=True)
class YearRow:
    """A year: total, level and change; the mean of the whole country, and of agencies of the same kind, if known."""

    year: int
    total: str
    level: str
    change: str
    better: bool | None
    country: Beside | None
    same_kind: Beside | None


@dataclass(frozen=True, slots=True)
class Series:
    """An indicator over the years: the scores as texts in the order of the years, and the drawing of them.

    ``country`` is the mean of the whole country in the years of which one was published.
    """

    number: int
    name: str
    scores: list[str]
    chart: Chart
    change: str
    better: bool | None
    country: list[tuple[int, Beside]]


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """What items are about: for each year the code and score of each item that deals with it."""

    name: str
    cells: list[str]
    lost: bool


@dataclass(frozen=True, slots=True)
class Trend:
    """All of it; ``years`` from the oldest. ``total`` is the chart of totals."""

    years: list[int]
    rows: list[YearRow]
    total: Chart
    series: list[Series]
    subjects: list[SubjectRow]

    @property
    def knows_same_kind(self) -> bool:
        """Whether a mean of agencies of the same kind was found for any year."""
        return any(row.same_kind for row in self.rows)


def trend(agency: Agency, history: Sequence[KnownResult]) -> Trend:
    """The results of an agency over the years, the newest ``MOST_YEARS`` of them."""
    known = list(history)[-MOST_YEARS:]
    frameworks = {one.fiscal_year: framework_for(agency, one.fiscal_year)[0] for one in known}
    years = [one.fiscal_year for one in known]
    totals = {one.fiscal_year: total_of(agency, one) for one in known}
    means = {year: found.mean for year in years if (found := benchmark(benchmarks(), year, "total")) is not None}
    return Trend(
        years,
        list(_rows(agency, known, totals))[::-1],
        chart(years, [totals[year] for year in years], [means.get(year) for year in years]),
        list(_series(known, frameworks[years[-1]])) if known else [],
        list(_subjects(known, frameworks)),
    )


def _rows(agency: Agency, known: Sequence[KnownResult], totals: dict[int, Decimal | None]) -> Iterator[YearRow]:
    kept = kind_means(agency.kind, list(totals))
    for one in known:
        year, total = one.fiscal_year, totals[one.fiscal_year]
        change, better = change_of(total, totals.get(year - 1))
        of_kind = benchmark(benchmarks(), year, "total", agency.kind)
        yield YearRow(
            year,
            "" if total is None else f"{total:.2f}",
            level_of(agency, one),
            change,
            better,
            _beside(benchmark(benchmarks(), year, "total"), total),
            _beside(of_kind, total) if of_kind and of_kind.kind else _beside_kept(kept.get(year), total),
        )


def _beside(found: Benchmark | None, total: Decimal | None) -> Beside | None:
    if found is None or found.mean is None:
        return None
    ahead, _better = change_of(total, found.mean)
    from_memory = found.origin.confidence is Confidence.MEMORY
    return Beside(f"{found.mean:.2f}", found.origin.source, from_memory, ahead)


def _beside_kept(found: KindMean | None, total: Decimal | None) -> Beside | None:
    """The mean of what is kept in this installation, where nobody has published one."""
    if found is None:
        return None
    mean = as_decimal(found.mean)
    source = ngettext(
        "From the results kept here of %(n)s agency", "From the results kept here of %(n)s agencies", found.agencies
    )
    ahead, _better = change_of(total, mean)
    return Beside(f"{mean:.2f}", source % {"n": f"{found.agencies:,}"}, False, ahead)


def _series(known: Sequence[KnownResult], framework: Framework) -> Iterator[Series]:
    years = [one.fiscal_year for one in known]
    for one in framework.indicators:
        scores = [result.indicators.get(one.number) for result in known]
        # The change is told of two years that follow on each other, never over a gap.
        follows = len(known) > 1 and years[-1] - years[-2] == 1
        change, better = change_of(scores[-1], scores[-2]) if follows else ("", None)
        texts = ["" if score is None else f"{score:.2f}" for score in scores]
        means = [
            (year, beside)
            for year, score in zip(years, scores, strict=True)
            if (beside := _beside(benchmark(benchmarks(), year, str(one.number)), score))
        ]
        name = in_words(one.name, one.name_en)
        yield Series(one.number, name, texts, chart(years, scores), change, better, means)


def _subjects(known: Sequence[KnownResult], frameworks: dict[int, Framework]) -> Iterator[SubjectRow]:
    """A row for each subject that was judged in some year, in the order and by the name of the newest that has it."""
    judged = [one for one in known if one.items]
    names: dict[str, str] = {}
    for one in reversed(judged):
        for item in frameworks[one.fiscal_year].items:
            if any(subject in names for subject in item.subjects):
                names.setdefault(item.subject, item.name) if len(item.subjects) == 1 else None
            elif item.code in one.items:
                names[item.subject] = item.name
    for subject, name in names.items():
        cells = [_cell(one, frameworks[one.fiscal_year], subject) for one in judged]
        if any(cells):
            yield SubjectRow(name, cells, _lost(judged[-1], frameworks[judged[-1].fiscal_year], subject))


def _cell(known: KnownResult, framework: Framework, subject: str) -> str:
    found = [(item.code, known.items[item.code]) for item in framework.items_about(subject) if item.code in known.items]
    return ", ".join(f"{code}: {'–' if one.score is None else f'{one.score:g}'}" for code, one in found)


def _lost(known: KnownResult, framework: Framework, subject: str) -> bool:
    scores = [known.items[item.code].score for item in framework.items_about(subject) if item.code in known.items]
    return any(score is not None and score < 100 for score in scores)


def judged_years(history: Sequence[KnownResult]) -> list[int]:
    """The years of which results of items are known: the columns of the table by subject."""
    return [one.fiscal_year for one in list(history)[-MOST_YEARS:] if one.items]
