"""Addresses that nobody guesses: the code of a survey, short enough to be typed, and the secret of a one-time link."""

from __future__ import annotations

import secrets
from hashlib import sha256

#: Without letters and digits that look alike on paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
CODE_LENGTH, SECRET_LENGTH = 6, 22  # 22 of 31 letters: 109 bits


def new_code(agency: int) -> str:
    """The code of a new survey: the agency's number, in which alone it is looked for, and lots."""
    return f"{agency}-{_drawn(CODE_LENGTH)}"


def agency_in(code: str) -> int | None:
    """The agency's number in a code, or None where there is none."""
    number = code.partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) <= 9 else None


def new_secret() -> str:
    """The secret of a one-time link; lower case, so that it can be read out and typed."""
    return _drawn(SECRET_LENGTH)


def fingerprint(*words: str) -> str:
    """What is stored and looked for in place of a secret: its SHA-256, 64 hexadecimal digits."""
    return sha256("\n".join(words).encode()).hexdigest()


def _drawn(length: int) -> str:
    return "".join(secrets.choice(LETTERS) for _ in range(length))
