"""A number of a list in the way that its level asks for."""

from __future__ import annotations

from collections.abc import Callable

from prongsai.core.thai.digits import to_thai
from prongsai.core.thai.money import number_in_words

#: The letters that Thai lists count with: none of those that are out of use, or are vowels.
_THAI = "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST = 30_000


def number_text(count: int, format: str) -> str:
    """``count`` as ``thaiNumbers``, ``upperRoman`` … have it; ordinary digits for every other name."""
    if format == "none":
        return ""
    made = _FORMATS.get(format, str)
    return made(count) if 0 < count < _MOST else str(count)


def _letters(alphabet: str) -> Callable[[int], str]:
    """ก, ข … ฮ, กก, ขข: when the letters are used up each stands twice."""

    def made(count: int) -> str:
        times, at = divmod(count - 1, len(alphabet))
        return alphabet[at] * (min(times, 20) + 1)

    return made


def _roman(count: int) -> str:
    made = ""
    for worth, letters in _ROMAN:
        times, count = divmod(count, worth)
        made += letters * times
    return made


_FORMATS: dict[str, Callable[[int], str]] = {
    "thaiNumbers": to_thai,
    "thaiLetters": _letters(_THAI),
    "thaiCounting": number_in_words,
    "decimalZero": "{:02}".format,
    "lowerLetter": _letters(_LATIN),
    "upperLetter": _letters(_LATIN.upper()),
    "lowerRoman": _roman,
    "upperRoman": lambda count: _roman(count).upper(),
}
