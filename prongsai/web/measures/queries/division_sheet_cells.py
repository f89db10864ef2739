"""The cells of one row that came back, against what was sent and what stands in the plan now."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from prongsai.core.measures.rounds import LockedRound, may_write_on
from prongsai.core.reports.reading import Status
from prongsai.core.sentence import Sentence
from prongsai.documents.division_sheets import (
    FILLED,
    STATUS_WORDS,
    as_text,
    clean,
    edits,
    listed,
    same_title,
    status_in,
)
from prongsai.web.measures.division_sheet_identity import digest
from prongsai.web.measures.division_sheet_offers import LONGEST_ENTRY, LONGEST_TEXT, Past, Write, offer
from prongsai.web.measures.queries.division_sheet_rows import Fault, FoundRow


class Terms(Protocol):
    """What taking a row depends on beside the row."""

    @property
    def day(self) -> date: ...
    @property
    def today(self) -> date: ...
    @property
    def fiscal_year(self) -> int: ...
    @property
    def may_edit(self) -> bool: ...
    @property
    def locked(self) -> tuple[LockedRound, ...]: ...
    @property
    def past(self) -> Past: ...


@dataclass
class Draft:
    """A row on its way to a proposal. ``cells`` are its texts as they would stand in the plan."""

    row: FoundRow
    cells: dict[str, str]
    status: Status
    writes: list[Write] = field(default_factory=list)
    outcome: tuple[str, ...] | None = None
    suggestion: str | None = None
    remarks: list[Sentence] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    doubtful: bool = False
    needs_reason: bool = False
    refused: Sentence | None = None
