"""What a file says of a result: figures with their place, what is doubtful, and what could not be taken."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from prongsai.core.scoring.known import Recommendation
from prongsai.core.sentence import Sentence
from prongsai.documents.results.rows import Value


@dataclass(frozen=True, slots=True)
class Found:
    """A figure that was read: where it stands, and why it is doubtful, if it is."""

    code: str
    value: Value
    where: Sentence
    doubt: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A cell that was not taken: where it stands, what is wrong, and what to do."""

    where: Sentence
    why: Sentence


@dataclass(frozen=True, slots=True)
class Received:
    """All that was read. Nothing of it is kept before a person has looked at it.

    ``from_template`` tells a filled template from a report. ``fiscal_year`` and ``agency`` are as the file says, None
    where it says nothing. ``other_years`` are the totals of other years that it prints; ``remarks`` are about the file.
    """

    from_template: bool
    found: tuple[Found, ...] = ()
    problems: tuple[Problem, ...] = ()
    level: str = ""
    level_where: Sentence | None = None
    level_doubt: Sentence | None = None
    recommendations: tuple[Recommendation, ...] = ()
    fiscal_year: int | None = None
    agency: str | None = None
    other_years: Mapping[int, Decimal] = field(default_factory=dict)
    remarks: tuple[Sentence, ...] = ()
