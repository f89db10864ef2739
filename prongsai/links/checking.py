"""The contract of the checker, kept here so that the web, the command and the bench call the same thing."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.links.link import Fetched, Request, Verdict


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the proof of an answer lies: the WARC file's name, offset and length in bytes, and the payload's hash."""

    file: str
    offset: int
    length: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Checked:
    """One link, opened and judged; ``kept`` where it was archived."""

    request: Request
    fetched: Fetched
    verdict: Verdict
    kept: Kept | None = None
