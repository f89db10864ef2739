"""Lines that stand together."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from prongsai.core.review.subject import Text

#: Between two lines of a stretch so many others may stand: empty ones, captions, page numbers.
_GAP = 12


def stretches(lines: Sequence[Text], wanted: Callable[[str], bool]) -> Iterator[tuple[Text, Text, int]]:
    """(first, last, how many) of the wanted lines that stand near each other."""
    held: list[Text] = []
    for line in (line for line in lines if wanted(line.text)):
        if held and (line.line or 0) - (held[-1].line or 0) > _GAP:
            yield held[0], held[-1], len(held)
            held = []
        held.append(line)
    if held:
        yield held[0], held[-1], len(held)
