"""Results to look for weak points in: ten scores of ita.md §6.1 case B with indicator 10 lowered, and all as one."""

from decimal import Decimal

from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.frameworks import load

FRAMEWORK = load("ita", 2566)
TEN = dict(
    zip(
        range(1, 11),
        map(Decimal, ["85.21", "70.59", "75.10", "72.88", "73.24", "81.14", "83.12", "76.79", "100", "93.75"]),
        strict=True,
    )
)
B = KnownResult(2566, TEN)


def even(score, **more):
    """A result in which every indicator has that score."""
    return KnownResult(2566, dict.fromkeys(range(1, 11), Decimal(score)), **more)


def items(scores):
    """Results of items: code to score."""
    return {code: ItemResult(Decimal(score)) for code, score in scores.items()}
