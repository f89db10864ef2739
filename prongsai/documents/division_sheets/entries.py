"""Several entries in one cell: written under each other with numbers, and what somebody changed of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from prongsai.core.reports.cell import numbered
from prongsai.core.reports.printable import printable_text
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.division_sheets.sheet import clean

_MARK = re.compile(r"\(?([๐-๙0-9]{1,2})[.)]\s*(?=\S)")
#: From this likeness (0 to 100) on, a text is an entry that was mended, not another one.
_MENDED = 50.0


@dataclass(frozen=True, slots=True)
class Edits:
    """What became of the entries of a cell: place of an entry and its new text; new texts; places of those deleted."""

    corrected: tuple[tuple[int, str], ...] = ()
    added: tuple[str, ...] = ()
    deleted: tuple[int, ...] = ()


def as_text(items: Sequence[str]) -> str:
    """The items as a cell has them: one as it is, several with Thai numbers, one a line."""
    known = [text for text in map(clean, items) if text]
    return clean("\n".join(numbered([printable_text(text) for text in known] if len(known) > 1 else known)))


def listed(text: str) -> tuple[str, ...]:
    """The items of a cell: by their numbers, else one a line."""
    lines = clean(text).splitlines()
    return tuple(_numbered(lines)) if any(map(_MARK.match, lines)) else tuple(lines)


def edits(entries: Sequence[str], text: str) -> Edits:
    """What was changed where ``entries`` were sent in one cell and ``text`` came back."""
    if clean(text) == as_text(entries):
        return Edits()
    new = [part for item in _items(entries, clean(text)) for part in _parted(item, entries)]
    pairs = _same(entries, new)
    pairs |= _mended(entries, new, pairs)
    corrected = tuple((old, new[at]) for old, at in sorted(pairs.items()) if not _alike(entries[old], new[at]))
    taken = set(pairs.values())
    return Edits(
        corrected,
        tuple(item for at, item in enumerate(new) if at not in taken),
        tuple(at for at in range(len(entries)) if at not in pairs),
    )


def _items(entries: Sequence[str], text: str) -> list[str]:
    """The items that came back. A single entry may hold numbers of its own, so it is looked for as a whole first."""
    if len(entries) == 1 and text.startswith(clean(entries[0]) + "\n"):
        rest = text[len(clean(entries[0])) + 1 :]
        return [clean(entries[0]), *_numbered(rest.splitlines())]
    return list(_numbered(text.splitlines()))


def _numbered(lines: Sequence[str]) -> list[str]:
    """The lines put together to items: each begins with the next number, or goes on; before the first number is one."""
    items: list[str] = []
    last: int | None = None
    for line in lines:
        mark = _MARK.match(line)
        number = int(to_arabic(mark[1])) if mark else 0
        if mark and (number == 1 + (last or 0) or (last is None and number == len(items) + 1) or not items):
            items.append(line[mark.end() :])
            last = number
        elif items:
            items[-1] += f"\n{line}"
        else:
            items.append(line)
    return items


def _parted(item: str, entries: Sequence[str]) -> list[str]:
    """The item, or an entry and what was written below it without a number."""
    for known in map(clean, entries):
        if known and item.startswith(known + "\n"):
            return [known, item[len(known) + 1 :]]
    return [item]


def _alike(first: str, second: str) -> bool:
    return printable_text(first) == printable_text(second)


def _same(entries: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Entries that came back as they were: place there to place here, each once."""
    pairs: dict[int, int] = {}
    for old, entry in enumerate(entries):
        at = next((at for at, item in enumerate(new) if at not in pairs.values() and _alike(entry, item)), None)
        if at is not None:
            pairs[old] = at
    return pairs


def _mended(entries: Sequence[str], new: Sequence[str], same: dict[int, int]) -> dict[int, int]:
    """Entries that came back in other words: the likest first; where one for one is left over, in their order."""
    olds = [at for at in range(len(entries)) if at not in same]
    left = [at for at in range(len(new)) if at not in same.values()]
    likeness = sorted(((fuzz.ratio(entries[old], new[at]), -old, -at) for old in olds for at in left), reverse=True)
    pairs: dict[int, int] = {}
    for score, minus_old, minus_at in likeness:
        if score >= _MENDED and -minus_old not in pairs and -minus_at not in pairs.values():
            pairs[-minus_old] = -minus_at
    olds = [at for at in olds if at not in pairs]
    left = [at for at in left if at not in pairs.values()]
    return pairs | (dict(zip(olds, left, strict=True)) if len(olds) == len(left) else {})
