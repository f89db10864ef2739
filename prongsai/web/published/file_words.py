"""What stands in a file that is about to be published, as far as it can be read while a person waits."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256

from django.core.cache import cache

from prongsai.core.publication.privacy import Personal, personal_data_in
from prongsai.documents.readers import Refusal
from prongsai.documents.readers.isolated import Lost, PageRead, Whole, read_apart
from prongsai.documents.readers.kinds import FileKind, kind_of
from prongsai.documents.readers.text.decode import decode
from prongsai.web.published.drafts import OfferedFile

#: Seconds that reading the files of one page may take together; scanned pages alone take some seconds each.
PATIENCE = 10.0
_A_DAY = 24 * 60 * 60
#: Bump it when what is looked for changes: what was found before is looked for anew.
_LOOKED_FOR = 1


@dataclass(frozen=True, slots=True)
class LookedAt:
    """What was found in one file. ``whole``: every page of it could be read; what was not, a person must look at."""

    found: tuple[Personal, ...]
    whole: bool


def look_at(files: Iterable[OfferedFile], patience: float = PATIENCE) -> dict[str, LookedAt]:
    """Key of each file to what was found in it. The same bytes are read once a day."""
    ends_at = time.monotonic() + patience
    return {one.key: _known(one, ends_at) for one in files}


def _known(file: OfferedFile, ends_at: float) -> LookedAt:
    name = sha256(file.name.encode()).hexdigest()[:16]  # findings tell the name too, and a key has few letters
    kept_as = f"published:privacy:{_LOOKED_FOR}:{file.sha256}:{name}"
    known = cache.get(kept_as)
    if isinstance(known, LookedAt):
        return known
    lines, whole = _lines(file, ends_at)
    looked_at = LookedAt(tuple(personal_data_in(file.name, lines)), whole)
    if whole or time.monotonic() < ends_at:  # what patience cut short may be read further next time
        cache.set(kept_as, looked_at, _A_DAY)
    return looked_at


def _lines(file: OfferedFile, ends_at: float) -> tuple[list[str], bool]:
    """Its lines, and whether they are all of them; nothing of a file that cannot be read."""
    if time.monotonic() > ends_at or file.content_type.startswith("image/"):
        return [], False
    try:
        data = file.data()
        kind = kind_of(data, file.name)
        return (decode(data, file.name).splitlines(), True) if kind is FileKind.TEXT else _apart(kind, data, ends_at)
    except (Refusal, OSError):
        return [], False


def _apart(kind: FileKind, data: bytes, ends_at: float) -> tuple[list[str], bool]:
    lines: list[str] = []
    whole = True
    with closing(read_apart(kind, data, "")) as events:
        for event in events:
            if isinstance(event, Whole | PageRead):
                lines += event.source.lines
                whole = whole and not event.source.doubtful
            whole = whole and not isinstance(event, Lost)
            if time.monotonic() > ends_at:
                return lines, False
    return lines, whole
