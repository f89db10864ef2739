"""What a row of a division's sheet carries unseen: which measure it is, and what stood there when it was sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from django.core import signing

_SALT = "prongsai.measures.division-sheet"
#: What the parts of an identity are; another order or meaning is another number.
_SCHEMA = 1
_FIELDS = ("status", "result", "outcome", "suggestion")


@dataclass(frozen=True, slots=True)
class Identity:
    """Ids of what the row belongs to, of the entries in its cell of results, and a digest of each of its cells."""

    agency: int
    plan: int
    round: int
    division: int
    measure: int
    entries: tuple[int, ...]
    sent: Mapping[str, str]


def digest(text: str) -> str:
    """A short name for a text: the same text, the same name."""
    return blake2b(text.encode(), digest_size=6).hexdigest()


def signed(identity: Identity) -> str:
    """The identity as text without spaces, which nobody else can make."""
    ids = [identity.agency, identity.plan, identity.round, identity.division, identity.measure]
    parts = [_SCHEMA, *ids, list(identity.entries), [identity.sent[name] for name in _FIELDS]]
    return signing.dumps(parts, salt=_SALT, compress=True)


def identity_in(text: str | None) -> Identity | None:
    """The identity that a text is; None where it is none of ours, or was changed."""
    try:
        schema, *parts = signing.loads(text or "", salt=_SALT)
    except signing.BadSignature:
        return None
    if schema != _SCHEMA:
        return None
    agency, plan, round, division, measure, entries, sent = parts
    return Identity(agency, plan, round, division, measure, tuple(entries), dict(zip(_FIELDS, sent, strict=True)))
