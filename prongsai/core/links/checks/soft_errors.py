"""Pages that say 200 and mean that something is wrong.

Words alone do not decide: ไม่พบ stands in every report of complaints and 404 in many numbers. They count where a page
says them as its title, as a heading, as a line of their own, or where it says little else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from prongsai.core.links.checks.error_words import GAMBLING, ONLY_ALONE, STEMS, WORDS
from prongsai.core.links.link import Noticed, Reason
from prongsai.core.links.pages import Page
from prongsai.core.links.seen import Seen

#: Letters of a page that says little else than the error.
_LITTLE = 900
#: An error is said in few letters; and so many lines of a page are looked at.
_LONGEST_LINE, _MOST_LINES = 120, 200
_GAMBLING = 3


def soft_error(seen: Seen) -> Iterable[Noticed]:
    """Detail: ``missing``, ``parked``, ``hosting``, ``program``, ``closed``, ``blocked``, ``listing`` or ``taken``."""
    page = seen.page
    if page is None:
        return
    detail = _by_title(page.title.lower()) or (_in_little(page) if page.letters < _LITTLE else _in_much(page))
    if detail:
        yield Noticed(Reason.SOFT_ERROR, detail)


def _by_title(title: str) -> str:
    if title.startswith(("index of /", "directory listing for")):
        return "listing"
    if len(set(GAMBLING.findall(title))) >= _GAMBLING:
        return "taken"
    return _first(WORDS, title) if title else ""


def _in_little(page: Page) -> str:
    lines = [line for line in map(_plain, page.text.split("\n")) if line][:_MOST_LINES]
    return next(
        filter(None, (_first(WORDS + ONLY_ALONE, line) for line in (page.title.lower(), *lines, " ".join(lines)))), ""
    )


def _in_much(page: Page) -> str:
    """An error inside the frame of a whole site: as a heading, or a line that is nothing but the error."""
    for line in _suspicious(page.text):
        for detail, pattern in WORDS:
            found = pattern.search(line)
            if found and (len(found[0]) * 2 > len(line) or line in page.headings):
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
    return " ".join(line.split())


def _first(words: Iterable[tuple[str, re.Pattern[str]]], text: str) -> str:
    return next((detail for detail, pattern in words if pattern.search(text)), "")
