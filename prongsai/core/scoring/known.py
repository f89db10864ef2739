"""What an agency knows of its result of a year: at least ten figures, at best every question and item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class ItemResult:
    """How a disclosure item was judged: 0 to 100 (None: not applicable to this agency), and the assessor's remark."""

    score: Decimal | None
    remark: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A recommendation of the result report: the question or item it speaks of, its text, the items to work on."""

    code: str
    text: str
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KnownResult:
    """All scores are 0 to 100, as published. ``fiscal_year`` is in the Buddhist era.

    ``indicators`` by number; ``parts``: code of an instrument's part to its indicators by number; ``sub_indicators``
    and ``questions`` by code; ``items`` by code. ``total`` and ``level`` as published, None and empty where not told.
    """

    fiscal_year: int
    indicators: Mapping[int, Decimal] = field(default_factory=dict)
    parts: Mapping[str, Mapping[int, Decimal]] = field(default_factory=dict)
    sub_indicators: Mapping[str, Decimal] = field(default_factory=dict)
    questions: Mapping[str, Decimal] = field(default_factory=dict)
    items: Mapping[str, ItemResult] = field(default_factory=dict)
    total: Decimal | None = None
    level: str = ""
    recommendations: tuple[Recommendation, ...] = ()
