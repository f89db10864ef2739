"""Days as a calendar that phones and office programs subscribe to (RFC 5545): text/calendar, UTF-8, CRLF."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

#: Octets of a line before it is folded, without its line break (RFC 5545, 3.1).
_LINE = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n", "\r": None})


@dataclass(frozen=True, slots=True)
class Entry:
    """Whole days, both included. ``uid`` stays the same for the same thing, so that a changed day moves its entry.

    ``sure`` tells whether the days were announced; others stand as tentative. ``busy``: it takes the day, as a
    deadline does; a stretch of months does not.
    """

    uid: str
    first: date
    last: date
    summary: str
    description: str
    url: str
    sure: bool
    busy: bool


def calendar_text(name: str, entries: Iterable[Entry], stamp: datetime) -> str:
    """The whole calendar. ``stamp`` (aware) is when its content was last changed."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Prongsai//Prongsai//TH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{_escaped(name)}",
        "X-WR-TIMEZONE:Asia/Bangkok",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "X-PUBLISHED-TTL:P1D",
        *(line for entry in entries for line in _event(entry, stamp)),
        "END:VCALENDAR",
    ]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _event(entry: Entry, stamp: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{entry.uid}"
    yield f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{entry.first:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{entry.last + timedelta(days=1):%Y%m%d}"  # the end is exclusive
    yield f"SUMMARY:{_escaped(entry.summary)}"
    yield f"DESCRIPTION:{_escaped(entry.description)}"
    yield f"URL:{entry.url}"
    yield f"STATUS:{'CONFIRMED' if entry.sure else 'TENTATIVE'}"
    yield f"TRANSP:{'OPAQUE' if entry.busy else 'TRANSPARENT'}"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return text.translate(_ESCAPED)


def _folded(line: str) -> str:
    """The line in pieces of at most 75 octets, never cut inside a letter; those after the first begin with a space."""
    pieces, piece, room = [], "", _LINE
    for letter in line:
        size = len(letter.encode())
        if size > room:
            pieces.append(piece)
            piece, room = "", _LINE - 1
        piece += letter
        room -= size
    return "\r\n ".join([*pieces, piece])
