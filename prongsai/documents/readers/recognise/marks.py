"""The marks that begin an item: numbers in their styles, and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.months import MONTH


class Style(Enum):
    """How a mark is written. Marks of one list have one style."""

    DOT = "๑."
    PAREN = "๑)"
    BOTH = "(๑)"
    BULLET = "-"


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark in a text, from ``start`` to where its item's text begins; ``number`` is 0 for a bullet."""

    style: Style
    number: int
    start: int
    end: int
    spaced: bool = False  # a bullet with white space on both sides, which may be a dash


_NUMBER = re.compile(
    r"(?:^|(?<=\s)|(?<=[^\W\d_][ๆ฿ฯ)]))(?:\((?P<both>[๐-๙0-9]{1,2})\)|(?P<plain>[๐-๙0-9]{1,2})\s?(?P<style>[.)])(?![.]))"
    r"\s*(?![๐-๙0-9.)])"
)
_BULLET_START = re.compile(r"[-–—•●○▪■◦*·‣➢✓\uf0b7\uf0a7\uf0d8]+\s*(?=\S)")
_BULLET_INSIDE = re.compile(r"(?<=\s)(?:-(?=[^\W_]|[\"“(])|[-](?=\s)|[•●○▪■◦‣➢\uf0b7\uf0a7\uf0d8])\s*")
_TIGHT = re.compile(r"(?<=[^\s\dA-Za-z(-])-(?=(?:เป็น|แสดง|มีข้อมูล|จัดทำ|จัดให้|ระบุ|สามารถ|เผยแพร่|ดำเนินการ)[^\s-]{3})")
_MONTH_START = re.compile(MONTH)
_RANGE_END = re.compile(r"(?:[๐-๙0-9]|" + MONTH + r"|น\.|(?:^|\s)\S)\s*$")


def marks(text: str, *, start: bool = True) -> list[Mark]:
    """Every mark in a paragraph, in order. ``start``: the text begins a paragraph, so that a bullet may begin it."""
    found = list(_numbers(text)) + list(_bullets(text, start))
    return sorted(found, key=lambda mark: mark.start)


def first_mark(text: str) -> Mark | None:
    """The mark that the text begins with."""
    found = _NUMBER.match(text)
    if found:
        return _number(found)
    bullet = _BULLET_START.match(text)
    return Mark(Style.BULLET, 0, 0, bullet.end()) if bullet and not _is_sign(text, bullet.end()) else None


def _numbers(text: str) -> Iterator[Mark]:
    for found in _NUMBER.finditer(text):
        if found.end() < len(text):
            yield _number(found)


def _number(found: re.Match[str]) -> Mark:
    digits = found["both"] or found["plain"]
    style = Style.BOTH if found["both"] else Style.DOT if found["style"] == "." else Style.PAREN
    return Mark(style, int(to_arabic(digits)), found.start(), found.end())


def _bullets(text: str, start: bool) -> Iterator[Mark]:
    if start and (found := _BULLET_START.match(text)) and not _is_sign(text, found.end()):
        yield Mark(Style.BULLET, 0, 0, found.end())
    for found in _BULLET_INSIDE.finditer(text):
        if found.start() and found.end() < len(text) and not _is_range(text, found.start(), found.end()):
            yield Mark(Style.BULLET, 0, found.start(), found.end(), spaced=found.group() != found.group().strip())
    for found in _TIGHT.finditer(text):
        yield Mark(Style.BULLET, 0, found.start(), found.end(), spaced=True)


def _is_sign(text: str, end: int) -> bool:
    """Whether what looks like a bullet is the sign of a number: ``-๕``."""
    return text[:end] == "-" and text[end : end + 1].isdigit()


def _is_range(text: str, start: int, end: int) -> bool:
    """Whether a hyphen stands between two dates, times or numbers."""
    after = text[end:]
    return bool(after[:1].isdigit() or _MONTH_START.match(after)) and bool(
        _RANGE_END.search(text[max(0, start - 14) : start])
    )
