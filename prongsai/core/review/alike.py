"""How much two Thai texts are alike, without words: Thai writes none, so letters in a row are compared."""

from __future__ import annotations

from difflib import SequenceMatcher
from functools import lru_cache

from prongsai.core.measures.search import needle


def alike(one: str, other: str) -> float:
    """Likeness of two texts, 0 to 1: the share of runs of letters that they have in common."""
    ours, theirs = runs(one), runs(other)
    return 2 * len(ours & theirs) / (len(ours) + len(theirs)) if ours and theirs else 0.0


def slip(name: str, other: str) -> float:
    """Likeness of two names, 0 to 1, letter by letter: one letter taken for another costs little."""
    return SequenceMatcher(None, needle(name), needle(other), autojunk=False).ratio()


def held(part: str, whole: str) -> float:
    """How much of ``part`` stands in ``whole``, 0 to 1. 0 where there is nothing to look for."""
    wanted = runs(part)
    return len(wanted & runs(whole)) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=4096)
def runs(text: str, length: int = 3) -> frozenset[str]:
    """All runs of so many letters; spaces, kinds of digits and ways of typing ำ make no difference."""
    plain = needle(text)
    return frozenset(plain[at : at + length] for at in range(len(plain) - length + 1))
