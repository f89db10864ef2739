"""What stands beside a digit: a circle inside an English word is an o, whatever its shape says."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from prongsai.documents.readers.scan.digits.candidates import Candidate
from prongsai.documents.readers.scan.digits.model import ARABIC, THAI
from prongsai.documents.readers.scan.digits.pieces import WORKING_HEIGHT

#: Letters of one word stand no farther apart, in ordinary heights.
_BESIDE = 0.4

_THAI, _ARABIC = frozenset(THAI), frozenset(ARABIC)


def fit_neighbours(row: Sequence[Candidate], chars: Sequence[str]) -> list[bool]:
    """For each character of a line, read from left to right: whether it may be what it seems, beside its neighbours."""
    beside = [b.left - a.right <= _BESIDE * WORKING_HEIGHT for a, b in pairwise(row)]
    before = ["", *(char if near else "" for char, near in zip(chars, beside, strict=False))]
    after = [*(char if near else "" for char, near in zip(chars[1:], beside, strict=True)), ""]
    return [_fits(char, left, right) for left, char, right in zip(before, chars, after, strict=False)]


def _fits(char: str, left: str, right: str) -> bool:
    """A Thai digit touches no Latin letter and no Arabic digit. An Arabic one may follow a capital, as in the code O12;
    before a Latin letter it is an & or another letter.
    """
    if char in _THAI:
        return not any(_latin(one) or one in _ARABIC for one in (left, right))
    strange = left in _THAI or right in _THAI or _latin(right) or (_latin(left) and left.islower())
    return not (char in _ARABIC and strange)


def _latin(char: str) -> bool:
    return len(char) == 1 and char.isascii() and char.isalpha()
