"""What many results of one year say together. Pure arithmetic over whole hundredths; the web keeps it ready."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from fractions import Fraction
from typing import Any

from prongsai.core.country.hundredths import FULL, mean, median, quantile

#: Points of the histogram: from 0 to under 1, …, from 99 to 100.
POINTS = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A body in a year. Scores are hundredths; ``total`` is None, and the rest empty, where it has no result.

    ``indicators`` are the ten in order; ``change`` is that of the total from the year before, None where one lacks.
    """

    body: int
    kind: str
    province: str
    total: int | None = None
    indicators: tuple[int, ...] = ()
    level: str = ""
    change: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """The bodies of one kind or one province. ``change`` is the mean change of those that have both years."""

    name: str
    bodies: int
    with_result: int
    mean: int | None
    median: int | None
    change: int | None
    indicators: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Summary:
    """A scope in a year. ``histogram`` counts totals by whole points (100 counts as 99); ``indicators`` are means.

    ``up``, ``down`` and ``same`` count the bodies with a result in both years.
    """

    bodies: int = 0
    with_result: int = 0
    mean: int | None = None
    lowest: int | None = None
    first_quarter: int | None = None
    median: int | None = None
    third_quarter: int | None = None
    highest: int | None = None
    change: int | None = None
    up: int = 0
    down: int = 0
    same: int = 0
    histogram: tuple[int, ...] = (0,) * POINTS
    levels: Mapping[str, int] = field(default_factory=dict)
    indicators: tuple[int, ...] = ()
    kinds: tuple[Group, ...] = ()
    provinces: tuple[Group, ...] = ()

    @property
    def missing(self) -> int:
        """How many bodies have no result."""
        return self.bodies - self.with_result

    def kind(self, code: str) -> Group | None:
        """The bodies of that kind."""
        return next((one for one in self.kinds if one.name == code), None)

    def province(self, name: str) -> Group | None:
        """The bodies of that province."""
        return next((one for one in self.provinces if one.name == name), None)

    def as_json(self) -> dict[str, Any]:
        """As plain values; ``from_json`` reads them back."""
        return asdict(self)


def from_json(stored: Mapping[str, Any]) -> Summary:
    """The summary that ``as_json`` wrote."""
    groups = {key: tuple(_group(one) for one in stored.get(key, ())) for key in ("kinds", "provinces")}
    lists = {key: tuple(stored.get(key, ())) for key in ("histogram", "indicators")}
    return Summary(**{**stored, **lists, **groups})


def summarise(rows: Sequence[Row]) -> Summary:
    """All rows of a scope and a year together."""
    known = [row for row in rows if row.total is not None]
    totals = sorted(row.total for row in known if row.total is not None)
    changes = [row.change for row in known if row.change is not None]
    return Summary(
        bodies=len(rows),
        with_result=len(known),
        mean=mean(totals),
        lowest=totals[0] if totals else None,
        first_quarter=quantile(totals, Fraction(1, 4)),
        median=quantile(totals, Fraction(1, 2)),
        third_quarter=quantile(totals, Fraction(3, 4)),
        highest=totals[-1] if totals else None,
        change=mean(changes),
        up=sum(one > 0 for one in changes),
        down=sum(one < 0 for one in changes),
        same=changes.count(0),
        histogram=_histogram(totals),
        levels=dict(Counter(row.level for row in known)),
        indicators=_means(known),
        kinds=_groups(rows, lambda row: row.kind),
        provinces=_groups(rows, lambda row: row.province),
    )


def _histogram(totals: Iterable[int]) -> tuple[int, ...]:
    counts = Counter(min(total * POINTS // FULL, POINTS - 1) for total in totals)
    return tuple(counts.get(point, 0) for point in range(POINTS))


def _groups(rows: Iterable[Row], key: Callable[[Row], str]) -> tuple[Group, ...]:
    gathered: dict[str, list[Row]] = {}
    for row in rows:
        gathered.setdefault(key(row), []).append(row)
    return tuple(_grouped(name, gathered[name]) for name in sorted(gathered))


def _grouped(name: str, rows: Sequence[Row]) -> Group:
    known = [row for row in rows if row.total is not None]
    totals = [row.total for row in known if row.total is not None]
    changes = [row.change for row in known if row.change is not None]
    return Group(name, len(rows), len(known), mean(totals), median(totals), mean(changes), _means(known))


def _means(rows: Sequence[Row]) -> tuple[int, ...]:
    columns = zip(*(row.indicators for row in rows), strict=True)
    return tuple(found for column in columns if (found := mean(column)) is not None)


def _group(stored: Mapping[str, Any]) -> Group:
    return Group(**{**stored, "indicators": tuple(stored["indicators"])})
