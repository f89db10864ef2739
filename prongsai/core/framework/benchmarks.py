"""National figures of a year, to compare an agency's own with. Source: ita.md §5."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.framework.origin import Origin


@dataclass(frozen=True, slots=True)
class Benchmark:
    """What was published of all agencies in a year (Buddhist era), or of those of one ``kind``.

    ``code`` says of what: ``total``, or the number of an indicator. ``mean`` is 0 to 100; ``passed`` is how many
    agencies passed, ``passed_share`` their share (0 to 100). None is what was not published.
    """

    year: int
    code: str
    origin: Origin
    kind: str | None = None
    mean: Decimal | None = None
    agencies: int | None = None
    respondents: int | None = None
    passed: int | None = None
    passed_share: Decimal | None = None


def benchmark(benchmarks: Iterable[Benchmark], year: int, code: str, kind: str | None = None) -> Benchmark | None:
    """The figures of a year: of that kind of agency where they are known, else of all; None where neither is."""
    fitting = [one for one in benchmarks if (one.year, one.code) == (year, code) and one.kind in {kind, None}]
    return max(fitting, key=lambda one: one.kind is not None, default=None)
