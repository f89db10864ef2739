"""Lines to learn from: numbers as offices write them, alone and among Thai and Latin words."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import numpy as np

Chance = np.random.Generator

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")

#: The wording of the ministry's framework, which never changes once it is published.
_WORDING = Path(__file__).parents[2] / "prongsai" / "frameworks" / "ita" / "2566" / "framework.yaml"

#: Signs that stand in reports and are not read, but must not be taken for digits.
OTHER_SIGNS = "&%@+=:;!?\"'*#–“”_|•"

_LATIN = "abcdefghijklmnopqrstuvwxyz"
_CONSONANTS = "กขคฆงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮฃฅ"
_SHORT = ("ข้อ", "ที่", "พ.ศ.", "น.", "วันที่", "ครั้ง", "ร้อยละ", "จำนวน", "ฯลฯ", "ต่าง ๆ", "ค่า", "ต่อ", "ถนน", "ซอย", "หมู่ที่")


@cache
def thai_words() -> tuple[str, ...]:
    """Runs of Thai letters from the wording of the framework."""
    return tuple(sorted(set(re.findall(r"[ก-ฮเ-ไะ-ูๆฯ็-์]{2,}", _WORDING.read_text("utf-8")))))


def number(chance: Chance) -> str:
    """A number as it stands in a report, in Thai digits three times of four."""
    digits = "".join(str(d) for d in chance.integers(0, 10, chance.integers(1, 7)))
    other = "".join(str(d) for d in chance.integers(0, 10, chance.integers(1, 5)))
    amount = f"{int(chance.integers(1000, 10_000_000)):,}"
    forms = (digits, digits, digits, digits, amount, f"{digits}.{other}", f"{digits}/{other}", f"{digits}-{other}")
    marked = (
        f"({digits})",
        f"{digits}.",
        f"{digits})",
        f"{digits},",
        f"{amount}.{other}",
        f"{digits}.-",
        f"{digits} - {other}",
    )
    text = str(chance.choice(forms + marked))
    return text.translate(THAI_DIGITS) if chance.random() < 0.75 else text


def line(chance: Chance, words: int) -> str:
    """So many words and numbers, with spaces between some."""
    parts = [_token(chance) + (" " if chance.random() < 0.45 else "") for _ in range(words)]
    return "".join(parts).strip()


def _token(chance: Chance) -> str:
    kind = chance.random()
    if kind < 0.36:
        return number(chance)
    if kind < 0.68:
        return _cut(str(chance.choice(thai_words())), chance)
    if kind < 0.76:
        return str(chance.choice(_SHORT))
    if kind < 0.85:
        return "".join(chance.choice(list(_CONSONANTS), chance.integers(1, 5)))
    if kind < 0.89:
        return "".join(chance.choice(list(OTHER_SIGNS), chance.integers(1, 3)))
    word = "".join(chance.choice(list(_LATIN), chance.integers(1, 8)))
    return str(chance.choice((word, word, word.title(), word.upper(), f"{word.upper()}{number(chance)}")))


def _cut(word: str, chance: Chance) -> str:
    """At most ten letters from somewhere in a word, beginning with one that stands on the line."""
    starts = [i for i, letter in enumerate(word) if letter in _CONSONANTS or letter in "เแโใไ"] or [0]
    start = int(chance.choice(starts))
    return word[start : start + int(chance.integers(2, 11))]
