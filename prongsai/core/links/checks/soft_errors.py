"""Pages that say 200 and mean that something is wrong.

Words alone do not decide: ไม่พบ stands in every report of complaints and 404 in many numbers. They count where a page
says them as its title, as a heading, as a line of their own, or where it says little else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prongsai.core.links.checks.error_words import GAMBLING, ONLY_ALONE, STEMS, TITLES, WORDS
from prongsai.core.links.link import Noticed, Reason
from prongsai.core.links.pages import Page
from prongsai.core.links.seen import Seen

_Words = tuple[tuple[str, re.Pattern[str]], ...]
_ALL = WORDS + ONLY_ALONE
#: Letters of a page that says little else than the error, and of one that says hardly anything.
_LITTLE, _HARDLY_ANY = 900, 300
#: An error is said in few letters; and so many lines of a page are looked at.
_LONGEST_LINE, _MOST_LINES = 120, 200
_GAMBLING = 3
_SEPARATORS = re.compile(r"\s[-–—|»:•]+\s|\s?[|»]\s?|: ")


def soft_error(seen: Seen) -> Iterable[Noticed]:
    """Detail: ``missing``, ``parked``, ``hosting``, ``program``, ``closed``, ``blocked``, ``listing`` or ``taken``."""
    page = seen.page
    if page is None:
        return
    title = _plain(page.title.lower())
    detail = _by_title(title) or (_in_little(page, title) if page.letters < _LITTLE else _in_much(page))
    if detail:
        yield Noticed(Reason.SOFT_ERROR, detail)


def _by_title(title: str) -> str:
    if title.startswith(("index of /", "directory listing for")):
        return "listing"
    if len(set(GAMBLING.findall(title))) >= _GAMBLING:
        return "taken"
    parts = [part.strip() for part in _SEPARATORS.split(title)]
    return next(filter(None, (_mostly(part, TITLES) for part in (title, *parts) if part)), "")


def _in_little(page: Page, title: str) -> str:
    lines = [line for line in map(_plain, page.text.split("\n")) if line][:_MOST_LINES]
    if page.letters >= _HARDLY_ANY:
        lines = [line for line in lines if _mostly(line, _ALL)]
    return next(filter(None, (_first(_ALL, line) for line in (title, *lines, " ".join(lines)))), "")


def _in_much(page: Page) -> str:
    """An error inside the frame of a whole site: as a heading, or a line that is nothing but the error."""
    lines = list(_suspicious(page.text))
    headings = set(map(_plain, page.headings)) if lines else set()
    return next(
        filter(None, (_mostly(line) or (_first(WORDS, line) if line in headings else "") for line in lines)), ""
    )


def _mostly(line: str, words: _Words = WORDS) -> str:
    """The error that a line is about, and about little else."""
    for detail, pattern in words:
        found = pattern.search(line)
        if found and len(found[0]) * 2 > len(line):
            return detail
    return ""


def _suspicious(text: str) -> Iterator[str]:
    """The short lines in which a stem of an error stands."""
    for stem in STEMS:
        at = -1
        for _ in range(_MOST_LINES):
            at = text.find(stem, at + 1)
            if at < 0:
                break
            line = text[text.rfind("\n", 0, at) + 1 : end if (end := text.find("\n", at)) >= 0 else None]
            if len(line) <= _LONGEST_LINE and (plain := _plain(line)):
                yield plain


def _plain(line: str) -> str:
    return " ".join(line.replace("’", "'").split())


def _first(words: _Words, text: str) -> str:
    return next((detail for detail, pattern in words if pattern.search(text)), "")
