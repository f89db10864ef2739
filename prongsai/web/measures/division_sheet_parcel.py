"""What the page of a returned sheet hands to itself: the rows that were read and what was shown, signed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.core import signing

from prongsai.documents.division_sheets import FilledRow, Returned
from prongsai.web.accounts.models import Person
from prongsai.web.measures.models import Round

_SALT = "prongsai.measures.returned-sheets"
#: Seconds for looking the page over.
_LONGEST = 24 * 60 * 60


@dataclass(frozen=True, slots=True)
class Parcel:
    """Files with the rows that change something; ``seen`` maps each change to the fingerprint of what was shown."""

    returned: tuple[Returned, ...]
    seen: Mapping[str, str]


def packed(parcel: Parcel, person: Person, round: Round) -> str:
    """The parcel as the value of a form that only this person can send, for this round."""
    files = [[one.file, [asdict(row) for row in one.rows]] for one in parcel.returned]
    return signing.dumps([person.pk, round.pk, files, dict(parcel.seen)], salt=_SALT, compress=True)


def unpacked(text: str, person: Person, round: Round) -> Parcel | None:
    """The parcel; None where it was changed, is another's, or is too old."""
    try:
        by, of, files, seen = signing.loads(text, salt=_SALT, max_age=_LONGEST)
    except signing.BadSignature:
        return None
    if (by, of) != (person.pk, round.pk):
        return None
    return Parcel(tuple(_returned(file, rows) for file, rows in files), seen)


def _returned(file: str, rows: Sequence[Mapping[str, Any]]) -> Returned:
    return Returned(file, tuple(FilledRow(**row) for row in rows))
