"""The secret of an address that needs no account: derived from the installation's key, so it need not be stored."""

from __future__ import annotations

from base64 import urlsafe_b64encode
from hashlib import sha256
from secrets import token_hex

from django.utils.crypto import salted_hmac


def new_salt() -> str:
    """32 random bytes, as hexadecimal."""
    return token_hex(32)


def secret_of(agency: int, salt: str, *, purpose: str) -> str:
    """The secret that goes into the address: the agency's number, then 43 letters, which are 256 bits.

    ``purpose`` is the same for all addresses of one sort, so that the secret of one sort is never that of another.

    With the number in front, a stranger's link is looked for inside one agency, like every other row.
    """
    digest = salted_hmac(purpose, salt, algorithm="sha256").digest()
    return f"{agency}-{urlsafe_b64encode(digest).decode().rstrip('=')}"


def agency_in(secret: str) -> int | None:
    """The agency's number in front of a secret, or None where there is none."""
    number = secret.partition("-")[0]
    return int(number) if number.isascii() and number.isdigit() and len(number) <= 18 else None


def fingerprint(secret: str) -> str:
    """What is stored and looked up in its place."""
    return sha256(secret.encode()).hexdigest()
