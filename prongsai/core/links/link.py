"""A link that is watched: what was fetched of it, and what is thought of that. Values in, verdict out: no network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from prongsai.core.framework.rules import YearRule


class State(StrEnum):
    """What an assessor would find. DOUBTFUL opens, but a person should look."""

    UNKNOWN = "unknown"  # not opened yet, or robots.txt asks not to
    FINE = "fine"
    DOUBTFUL = "doubtful"
    BROKEN = "broken"


class Failure(StrEnum):
    """Why nothing came back."""

    NOT_AN_ADDRESS = "not_an_address"
    NO_SUCH_HOST = "no_such_host"
    PRIVATE_ADDRESS = "private_address"  # the address, or a hop of its redirects, is not on the public internet
    REFUSED = "refused"
    TIME_OUT = "time_out"
    TLS = "tls"
    TOO_MANY_HOPS = "too_many_hops"
    CUT_OFF = "cut_off"
    BAD_ANSWER = "bad_answer"  # not HTTP
    ROBOTS = "robots"  # robots.txt asks not to; nothing was fetched


@dataclass(frozen=True, slots=True)
class Hop:
    """One redirect: what was asked and with which status it led on."""

    url: str
    status: int


@dataclass(frozen=True, slots=True)
class Expected:
    """What the link should show: for an item of ``fiscal_year`` (Buddhist era) with its rule; None: any link."""

    fiscal_year: int | None = None
    year_rule: YearRule = YearRule.NONE


@dataclass(frozen=True, slots=True)
class Before:
    """What is known of the last answer, for a conditional request and to tell a change."""

    etag: str = ""
    last_modified: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """A link to open."""

    url: str
    expected: Expected = field(default_factory=Expected)
    before: Before = field(default_factory=Before)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came back from the last hop. ``body`` is at most the limit's bytes, decoded of its Content-Encoding.

    ``size`` is the body's full length in bytes as far as known, ``cut`` whether the body was longer than the limit.
    ``headers`` have lower-case names. ``unchanged``: the server said 304 to our conditional request.
    ``tls_fault`` is told apart from ``failure``: the page was then opened without trusting the certificate. ``took`` is
    in seconds; ``tries`` counts attempts.
    """

    url: str
    at: datetime
    final_url: str = ""
    hops: tuple[Hop, ...] = ()
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    size: int = 0
    cut: bool = False
    unchanged: bool = False
    failure: Failure | None = None
    tls_fault: str = ""
    took: float = 0.0
    tries: int = 1


class Reason(StrEnum):
    """What was noticed; the sentences and which state each makes stand in reasons.py."""

    NO_ANSWER = "no_answer"
    NOT_PUBLIC = "not_public"
    ROBOTS = "robots"
    STATUS = "status"
    TLS = "tls"
    LOGIN = "login"
    SOFT_ERROR = "soft_error"
    EMPTY = "empty"
    WRONG_KIND = "wrong_kind"
    DAMAGED = "damaged"
    NO_TEXT = "no_text"
    NO_YEAR = "no_year"
    OTHER_YEAR = "other_year"
    HUGE = "huge"
    REDIRECTED = "redirected"
    TO_HOME = "to_home"
    NOT_ENCRYPTED = "not_encrypted"


@dataclass(frozen=True, slots=True)
class Noticed:
    """A reason with what fills its sentence, such as the status or the year."""

    reason: Reason
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is thought of an answer. ``kind`` is of the bytes (html, pdf, docx, xlsx, picture, zip, text, other, none).

    ``title`` is the page's own; ``sha256`` of the body as fetched; ``changed`` against the last answer, None where
    there was none; ``pages`` of a paper.
    """

    state: State
    noticed: tuple[Noticed, ...] = ()
    kind: str = "none"
    title: str = ""
    sha256: str = ""
    size: int = 0
    pages: int | None = None
    changed: bool | None = None
