"""Lines that stand at the same height of most pages: heads and feet that run through a file, and say nothing new."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from prongsai.documents.readers.pdf.lines import Line

#: Pages that are asked, and how many of them must have the line.
SAMPLE, _FEWEST = 8, 3
#: Heads and feet are among so many lines from the top and from the bottom.
_OUTER = 3
_DIGITS = re.compile(r"[0-9๐-๙]+")

#: What a line says, its numbers aside, and how high it stands.
Key = tuple[str, int]


def running(pages: Iterable[tuple[int, Sequence[Line]]]) -> dict[Key, int]:
    """The lines that run through these pages, each with the number of the first page that has it."""
    found: dict[Key, list[int]] = {}
    count = 0
    for number, lines in pages:
        count += 1
        for line in {_key(line): line for line in (*lines[:_OUTER], *lines[-_OUTER:])}.values():
            found.setdefault(_key(line), []).append(number)
    return {key: on[0] for key, on in found.items() if len(on) >= max(_FEWEST, count / 2)}


def without(lines: Sequence[Line], heads: Mapping[Key, int], page: int) -> list[Line]:
    """The lines of a page that say something new: a head is kept where it stands for the first time."""
    return [line for line in lines if heads.get(_key(line), page) >= page]


def _key(line: Line) -> Key:
    return _DIGITS.sub("0", line.text), round(line.base / 4)
