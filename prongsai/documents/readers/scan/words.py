"""Letters → words: a space is where the paper has a gap, wherever tesseract puts its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from prongsai.documents.readers.scan.dots import Sign, with_marks
from prongsai.documents.readers.scan.ink import Box
from prongsai.documents.readers.scan.lines import Inked, Line
from prongsai.documents.readers.scan.parts import Part, letters_left
from prongsai.documents.readers.scan.spelling import is_possible, spelt
from prongsai.documents.readers.scan.tesseract import Letter

#: A gap is a space from this part of a letter's height on, and from so many usual gaps between letters of its line.
_SPACE, _USUAL = 0.3, 2.2
#: Letters stand about where tesseract says: a space that it has is so many heights of a letter nearer than it seems.
_NEARER, _FARTHEST = 0.8, 1.6
#: Marks and vowels that stand behind, above or below a letter: no word begins with one.
_BEHIND = re.compile("[ะ-ฺๅ็-๎ๆ]")
#: What tesseract says of a digit that our own reader does not see counts for no more than this.
_UNSEEN_DIGIT = 0.3
#: What cannot be a word counts for no more than this.
_IMPOSSIBLE = 0.4
_DIGITS = frozenset("๐๑๒๓๔๕๖๗๘๙0123456789")
_NOUGHT_FIRST = re.compile("[0๐][๐-๙]{1,2}$")


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two gaps: its text, how sure the readers are of it, 0 to 1, and where it is on the page.

    An empty text: something stands there that nobody read.
    """

    text: str
    confidence: float
    box: Box


def words_of(
    found: Inked, line: Line, parts: Sequence[Part], letters: Sequence[Sequence[Letter] | None], letter: int
) -> tuple[Word, ...]:
    """The words of a line; ``letters`` are those that tesseract read in each part, None where it did not."""
    read = [sign for part, seen in zip(parts, letters, strict=True) for sign in _signs(part, seen)]
    signs = with_marks(read, found, line, letter)
    breaks = {at for gap in gaps_of(found, line, letter) if (at := _nearest(signs, gap, letter)) is not None}
    words: list[list[Sign]] = []
    for at, sign in enumerate(signs):
        if not words or at in breaks:
            words.append([])
        words[-1].append(sign)
    return tuple(_code(_word(word, line), found, line) for word in words)


def _code(word: Word, found: Inked, line: Line) -> Word:
    """The letter O before Thai digits, ``O๑๒``, which looks like a nought but is higher than the digits beside it."""
    if not _NOUGHT_FIRST.match(word.text):
        return word
    stats = found.stats[np.asarray(line.labels)]
    inside = stats[(stats[:, 0] >= word.box.left - 4) & (stats[:, 0] < word.box.right)]
    inside = inside[inside[:, 0].argsort()]
    higher = len(inside) >= 2 and inside[0, 3] > 1.12 * inside[1:, 3].max()
    return replace(word, text="O" + word.text[1:]) if higher else word


def _nearest(signs: Sequence[Sign], gap: float, letter: int) -> int | None:
    """Before which sign the gap stands."""
    best, least = None, _FARTHEST * letter
    for at in range(1, len(signs)):
        before, behind = signs[at - 1], signs[at]
        if _BEHIND.match(behind.text):
            continue
        left = before.box.right if before.exact else min(before.box.right, behind.box.left)
        right = behind.box.left if behind.exact else max(before.box.right, behind.box.left)
        off = max(0.0, left - gap, gap - right) - (_NEARER * letter if behind.spaced else 0.0)
        if off < least:
            best, least = at, off
    return best


def gaps_of(found: Inked, line: Line, letter: int) -> list[float]:
    """The middles of the gaps of a line that are spaces."""
    stats = found.stats[np.asarray(line.labels)]
    stretches: list[list[int]] = []
    for left, right in sorted(zip(stats[:, 0].tolist(), (stats[:, 0] + stats[:, 2]).tolist(), strict=True)):
        if stretches and left <= stretches[-1][1]:
            stretches[-1][1] = max(stretches[-1][1], right)
        else:
            stretches.append([left, right])
    gaps = [(one[1], two[0]) for one, two in pairwise(stretches)]
    usual = float(np.median([right - left for left, right in gaps])) if len(gaps) > 8 else 0.0
    least = max(_SPACE * max(letter, line.base - line.top), _USUAL * usual)
    return [(left + right) / 2 for left, right in gaps if right - left >= least]


def _signs(part: Part, seen: Sequence[Letter] | None) -> Iterator[Sign]:
    if part.picture is None:
        yield Sign(part.text, part.confidence, part.box)
    elif seen is None:
        yield Sign("", 0.0, part.box)
    else:
        for letter in seen:
            left, right = letter.box.left + letters_left(part), letter.box.right + letters_left(part)
            box = Box(left, part.box.top, right, part.box.bottom)
            yield Sign(letter.text, _trusted(letter), box, exact=False, spaced=letter.spaced)


def _trusted(letter: Letter) -> float:
    unseen = not letter.numeral and _DIGITS & set(letter.text)
    return min(letter.confidence, _UNSEEN_DIGIT) if unseen else letter.confidence


def _word(signs: Sequence[Sign], line: Line) -> Word:
    text = spelt("".join(sign.text for sign in signs))
    sure = min(sign.confidence for sign in signs)
    if text and not is_possible(text):
        sure = min(sure, _IMPOSSIBLE)
    left, right = min(sign.box.left for sign in signs), max(sign.box.right for sign in signs)
    return Word(text, sure, Box(left, line.box.top, right, line.box.bottom))
