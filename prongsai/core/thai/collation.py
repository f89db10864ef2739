"""Sorting as in the Royal Institute dictionary.

The rule: a leading vowel is sorted behind the consonant that it is written before; tone marks, ็ and ์ count only where
everything else is the same. Digits of either kind come first by value, then Latin letters, then Thai.
Source: the sorting rules of the dictionary of the Royal Institute (พจนานุกรม ฉบับราชบัณฑิตยสถาน).
"""

from __future__ import annotations

import unicodedata

from prongsai.core.thai.digits import to_arabic

_LEADING = "เแโใไ"
_CONSONANTS = frozenset("กขฃคฅฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรฤลฦวศษสหฬอฮ")
#: Counted last, in this order.
_MARKS = {mark: place for place, mark in enumerate("็่้๊๋์ํ๎", start=1)}

SortKey = tuple[tuple[tuple[int, int], ...], tuple[tuple[int, int], ...], str]


def sort_key(text: str) -> SortKey:
    """A key whose order is the dictionary's. Total: every text has one, and different texts have different keys."""
    letters = _swapped(to_arabic(unicodedata.normalize("NFC", text)).replace("ํา", "ำ"))
    primary: list[tuple[int, int]] = []
    marks: list[tuple[int, int]] = []
    for letter in letters:
        if letter in _MARKS:
            marks.append((len(primary), _MARKS[letter]))
        elif (weight := _weight(letter)) is not None:
            primary.append(weight)
    return tuple(primary), tuple(marks), text


def _swapped(text: str) -> str:
    letters = list(text)
    at = 0
    while at < len(letters) - 1:
        if letters[at] in _LEADING and letters[at + 1] in _CONSONANTS:
            letters[at], letters[at + 1] = letters[at + 1], letters[at]
            at += 1
        at += 1
    return "".join(letters)


def _weight(letter: str) -> tuple[int, int] | None:
    """(class, place): digits, Latin, Thai, the rest; None for what does not count (spaces and punctuation)."""
    if letter.isdigit() and letter.isascii():
        return 0, int(letter)
    if "ก" <= letter <= "ๅ":
        return 2, ord(letter)
    base = unicodedata.normalize("NFD", letter)[0]  # é stands with e
    if base.isascii():
        return (1, ord(base.lower())) if base.isalpha() else None
    return (3, ord(letter)) if unicodedata.category(letter)[0] in "LN" else None
