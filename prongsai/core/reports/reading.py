"""The Reading: the one interchange format of a report.

What readers return, what writers and the import page take, and what ``prongsai read FILE --json`` prints.
A Reading says what stands in the paper, not what ought to stand there: text is never repaired; damage is in ``notes``.
Source of the conventions: ``docs/reference/reading.md``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Status(StrEnum):
    """How far a measure or a disclosure is, as its boxes say. Lateness is derived elsewhere, never stored."""

    NOT_STARTED = "not_started"
    IN_PROGRESS = "in_progress"
    DONE = "done"


class NoteKind(StrEnum):
    """What kind of damage or contradiction a note tells of."""

    FOREIGN_AGENCY = "foreign_agency"
    STATUS_CONTRADICTS_TEXT = "status_contradicts_text"
    WRONG_ITEM_NUMBER = "wrong_item_number"
    MISSING_CELL = "missing_cell"
    YEAR_MISMATCH = "year_mismatch"
    OCR_GARBLE = "ocr_garble"
    DUPLICATE_TEXT = "duplicate_text"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Signatory:
    """A person who signed the memo: name and position as spelled there."""

    name: str
    position: str


@dataclass(frozen=True, slots=True)
class Memo:
    """The memorandum (บันทึกข้อความ) in front of a report. ``date`` is ISO, Common Era; ``date_text`` as written."""

    office: str | None = None
    number: str | None = None
    date: str | None = None
    date_text: str | None = None
    subject: str | None = None
    to: str | None = None
    period: str | None = None
    body: tuple[str, ...] = ()
    signatories: tuple[Signatory, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadMeasure:
    """One measure with all its continuations. In a row of an indicator ``number`` is None and ``indicator`` 1-10."""

    number: int | None = None
    indicator: int | None = None
    title: str | None = None
    procedure: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    period: str | None = None
    monitoring: tuple[str, ...] = ()
    status: Status | None = None
    result: tuple[str, ...] = ()
    outcome: tuple[str, ...] = ()
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class ReadDisclosure:
    """What a paper says of one item. ``code`` is ``O`` and an Arabic number; ``sub_indicator`` like ``9.1``."""

    code: str
    name: str | None = None
    sub_indicator: str | None = None
    components: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    status: Status | None = None
    progress: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scores:
    """Scores of the indicators by number (``"1"`` … ``"10"``), and the total, all 0 to 100."""

    indicators: dict[str, float] = field(default_factory=dict)
    total: float | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """Damage or a contradiction: where in words, its kind, what it is; ``path`` is the value it doubts, if any."""

    where: str
    kind: NoteKind
    what: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """A report as read. ``fiscal_year`` is in the Buddhist era."""

    agency: str | None = None
    province: str | None = None
    district: str | None = None
    fiscal_year: int | None = None
    title: str | None = None
    memo: Memo | None = None
    measures: tuple[ReadMeasure, ...] = ()
    disclosures: tuple[ReadDisclosure, ...] = ()
    scores: Scores | None = None
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a value stands in its source, all counted from 1; None where the source has no such thing."""

    line: int | None = None
    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None


#: Value path (``measures[0].procedure[2]``, ``memo.subject``, ``scores.total``) to the places that it came from.
Places = dict[str, tuple[Place, ...]]
