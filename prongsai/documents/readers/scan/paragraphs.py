"""Lines → paragraphs: a line that is full goes on in the next."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from prongsai.documents.readers.document import EMPTY, TICKED
from prongsai.documents.readers.scan.ink import Box
from prongsai.documents.readers.scan.lines import Line
from prongsai.documents.readers.scan.words import Word

#: What begins an item: a number with its dot or bracket, a bullet, a box.
_MARK = re.compile(
    rf"^(?:\(?[๐-๙0-9]{{1,3}}(?:\.[๐-๙0-9]{{1,2}})*[.)](?![๐-๙0-9])|[-–—•●○▪■◦*·➢✓]\s*\S|[{TICKED}{EMPTY}]|\([ก-ฮ]\)\s)"
)
#: Signs that say something though they stand alone.
_SAYS = frozenset(f"{TICKED}{EMPTY}✓✔/-–๚๛ๆฯ")
#: No Thai word that stays on one line is wider than so many heights of a letter: wider gaps end a paragraph.
_WIDEST_WORD = 8.0
#: A line within an item that begins with a number goes on longer: what follows an item begins with a number too.
_WIDEST_IN_ITEM = 12.0
#: Lines are so many times as far apart where a paragraph ends.
_APART = 1.45
#: Before and behind these a space stands where a line breaks.
_SPACE_BEFORE, _SPACE_BEHIND = re.compile(r"[A-Za-z0-9๐-๙(]"), re.compile(r"[A-Za-z0-9๐-๙,;:)ๆ%]")


@dataclass(frozen=True, slots=True)
class SeenLine:
    """A line with its words."""

    line: Line
    words: tuple[Word, ...]

    @property
    def text(self) -> str:
        """Its words with a space between them."""
        return " ".join(word.text for word in self.words if word.text)

    @property
    def is_dirt(self) -> bool:
        """Whether what was read has neither letter nor digit nor box: a speck, a stroke of a stamp, a staple."""
        text = self.text
        return bool(text) and not any(char.isalnum() or char in _SAYS for char in text)


@dataclass(frozen=True, slots=True)
class SeenPara:
    """A paragraph: its text on one line, its words, and where it stands. ``gap``: white space stands before it."""

    text: str
    words: tuple[Word, ...]
    box: Box
    gap: bool = False


def paragraphs(lines: Sequence[SeenLine], right: int, letter: int) -> list[SeenPara]:
    """The paragraphs of lines that stand below each other; ``right`` is where their column ends on the page."""
    pitch = _pitch(lines)
    groups: list[list[SeenLine]] = []
    gaps: list[bool] = []
    for at, line in enumerate(lines):
        before = lines[at - 1] if at else None
        gap = before is not None and line.line.base - before.line.base > _APART * pitch
        widest = letter * (_WIDEST_IN_ITEM if groups and _MARK.match(groups[-1][0].text) else _WIDEST_WORD)
        if before is None or gap or _begins(before, line, right, letter, widest):
            groups.append([])
            gaps.append(gap)
        groups[-1].append(line)
    return [_para(group, gap) for group, gap in zip(groups, gaps, strict=True)]


def _pitch(lines: Sequence[SeenLine]) -> float:
    steps = [two.line.base - one.line.base for one, two in pairwise(lines)]
    return float(np.percentile(steps, 30)) if steps else 0.0


def _begins(before: SeenLine, line: SeenLine, right: int, letter: int, widest: float) -> bool:
    """Whether a line begins a paragraph of its own behind the line before it."""
    if _MARK.match(line.text):
        return True
    high, other = line.line.base - line.line.top, before.line.base - before.line.top
    if max(high, other) > 1.3 * max(1, min(high, other)):
        return True
    if line.line.box.left - before.line.box.left > 2.5 * letter:
        return True
    first = line.words[0].box.width if line.words else line.line.box.width
    return right - before.line.box.right > min(first, widest) + 0.5 * letter


def _para(group: Sequence[SeenLine], gap: bool) -> SeenPara:
    text = ""
    for line in group:
        text = f"{text}{_between(text, line.text)}{line.text}"
    boxes = [line.line.box for line in group]
    box = Box(
        min(one.left for one in boxes),
        min(one.top for one in boxes),
        max(one.right for one in boxes),
        max(one.bottom for one in boxes),
    )
    return SeenPara(text, tuple(word for line in group for word in line.words), box, gap)


def _between(before: str, after: str) -> str:
    """Thai words of two lines stand together as they do in one; numbers and English words keep apart."""
    apart = _SPACE_BEHIND.match(before[-1:]) or _SPACE_BEFORE.match(after)
    return " " if before and after and apart else ""
