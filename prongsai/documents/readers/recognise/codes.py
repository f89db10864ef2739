"""Garbled codes of items → their numbers, by order, by name and by what is written."""

from __future__ import annotations

import re
from functools import cache

from prongsai.core.framework.framework import Framework
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.readers.recognise.span import alike
from prongsai.frameworks.fitting import newest_fitting

#: No year has more items than this.
MOST = 60
#: Longer lists are not weighed item by item.
_MANY = 150
_LEADING = re.compile(r"^[OoОоOΟโ0]+")


def framework_of(codes: list[str], names: list[str], year: int | None) -> tuple[Framework, bool]:
    """The framework by which a list of items is read, and whether only provisionally."""
    return newest_fitting([(written_number(code), name) for code, name in zip(codes, names, strict=True)], year)


def written_number(code: str) -> int | None:
    """12 of ``O12``, ``๐๑๒``, ``0๑๒`` and ``๑๒``; None where no number of an item is written."""
    plain = re.sub(r"[\s.:)-]", "", to_arabic(code))
    rest = _LEADING.sub("", plain) if len(plain) > 1 else plain
    rest = rest.translate(str.maketrans("OoО", "000"))
    if not (rest.isascii() and rest.isdigit()):
        return None
    number = int(rest[:4])
    return number if 1 <= number <= MOST else None


def numbers(codes: list[str], names: list[str], framework: Framework, *, provisional: bool) -> list[int]:
    """The number of each item: rising, as written where that can be, by name and by order where it cannot.

    The best rising sequence over all items at once, so that one garbled code does not carry the others away.
    """
    if len(codes) > _MANY:
        return _counted(codes)
    most = max(len(framework.items) if not provisional else 43, len(codes))
    weight = 1.2 if provisional else 2.0
    gains = [_gains(code, name, framework, most, weight) for code, name in zip(codes, names, strict=True)]
    return _rising(gains, most)


def _counted(codes: list[str]) -> list[int]:
    """The numbers as written, or the next one: for papers that list more items than any year has."""
    made: list[int] = []
    for code in codes:
        made.append(written_number(code) or (made[-1] + 1 if made else 1))
    return made


def _gains(code: str, name: str, framework: Framework, most: int, weight: float) -> list[float]:
    written = written_number(code)
    made = []
    for number in range(1, most + 1):
        gain = 1.6 if number == written else 0.0
        item = _names(framework).get(number)
        if item and name:
            gain += weight * max(0.0, alike(name, item) - 0.5) * 2
        made.append(gain)
    return made


@cache
def _names(framework: Framework) -> dict[int, str]:
    return {item.number: item.name for item in framework.items}


def _rising(gains: list[list[float]], most: int) -> list[int]:
    """The strictly rising numbers with the greatest gain; one that follows on the number before gains a little."""
    best = [[0.0] * most for _ in gains]
    back: list[list[int]] = [[-1] * most for _ in gains]
    for at, row in enumerate(gains):
        top, top_at = float("-inf"), -1  # the best end below this number
        for number in range(most):
            if at and number:
                before = best[at - 1][number - 1]
                if before > top:
                    top, top_at = before, number - 1
                follows = before + 0.5
                chosen, chosen_at = (follows, number - 1) if follows >= top else (top, top_at)
            else:
                chosen, chosen_at = (0.0, -1) if not at else (float("-inf"), -1)
            best[at][number] = chosen + row[number]
            back[at][number] = chosen_at
    return _walked(best, back)


def _walked(best: list[list[float]], back: list[list[int]]) -> list[int]:
    if not best:
        return []
    number = max(range(len(best[-1])), key=lambda at: best[-1][at])
    made = []
    for at in range(len(best) - 1, -1, -1):
        made.append(number + 1)
        number = back[at][number]
    return made[::-1]
