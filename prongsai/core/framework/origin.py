"""Where an entry of a framework comes from, and how sure we are of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Confidence(StrEnum):
    """How sure we are of an entry. What is only from memory is marked so wherever it is shown."""

    CERTAIN = "certain"  # read in a source, or proven by arithmetic
    LIKELY = "likely"  # one indirect source, or an inference
    MEMORY = "memory"  # no source found


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an entry comes from and how sure it is."""

    source: str
    confidence: Confidence
