"""What a check returns: where something is wrong, how much it matters, and what to do."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.sentence import Sentence


class Severity(StrEnum):
    """How much a finding matters, the gravest first."""

    ERROR = "error"  # an assessor would object: put it right before the paper leaves
    WARNING = "warning"  # it looks wrong: look, and put it right where it is
    REMARK = "remark"  # worth a look; it may well be meant


SEVERITY_NAMES: dict[Severity, Sentence] = {
    Severity.ERROR: Sentence("ต้องแก้ไข", "must be put right"),
    Severity.WARNING: Sentence("ควรแก้ไข", "should be put right"),
    Severity.REMARK: Sentence("ข้อสังเกต", "worth a look"),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection (ข้อทักท้วง).

    ``path`` is the value it is about (``measures[0].period``), or None where it is about the whole paper or about a
    line outside the tables. ``line`` and ``page`` count from 1, None where the source has none. ``where`` tells the
    place in words, ``what`` says what is wrong and what to do. ``quote`` is the part of the text that is meant.
    """

    code: str
    severity: Severity
    path: str | None
    line: int | None
    where: Sentence
    what: Sentence
    quote: str = ""
    page: int | None = None
