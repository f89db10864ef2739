"""One file with its findings."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.review.finding import Finding


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A file's name, its findings with their fingerprints, and whether its lines are those of a text file."""

    name: str
    findings: tuple[Finding, ...]
    fingerprints: tuple[str, ...]
    is_text: bool
