"""Numbers that come with an address or a form."""

from __future__ import annotations

#: More digits no row has: the databases count to nine trillion million, and Python refuses to read thousands of digits.
MOST_DIGITS = 18


def number_in(text: str) -> int | None:
    """The number that a text is, in ASCII digits; None for anything else and for what no row can have."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= MOST_DIGITS else None
