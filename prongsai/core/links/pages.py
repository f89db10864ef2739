"""HTML as far as a verdict needs it: its letters, its title, its text. Bounded, and in time that grows with its length.

A tree of the page would cost ten times as much; what hostile or broken HTML hides from this it hides to its own harm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from itertools import islice

#: Bytes of a page that are looked at.
MOST = 512 * 1024
#: Bytes within which its title begins.
_HEAD = 64 * 1024
_MANY = 1000
_MOST_HEADINGS = 200
_NOT_ASCII = bytes(range(128, 256))

_TITLE = re.compile(rb"<title[^<>]{0,200}>([^<]{0,2000})", re.IGNORECASE)
_NODES = re.compile(r">([^<]+)")
_HEADINGS = re.compile(r"<h[1-3](?:\s[^<>]{0,500})?>(.{0,400}?)</h[1-3]", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_LINK_TEXT = re.compile(r"<a\s[^<>]*>(?:[^<]*<(?:span|b|font|strong|i|em|u|p)\b[^<>]*>){0,3}[^<]*<")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})")
_REFRESH = re.compile(r"""http-equiv\s*=\s*["']?refresh["']?[^<>]{0,80}?url\s*=\s*["']?([^"'<> ]+)""")
#: Blocks whose letters nobody reads on the page.
_UNSEEN = (
    ("<script", "</script"),
    ("<style", "</style"),
    ("<!--", "-->"),
    ("<select", "</select"),
    ("<noscript", "</noscript"),
)
#: Windows and offices have many names for the Thai code page; it is a superset of TIS-620.
_THAI = "cp874"
_OTHERS = {"windows-1252": "cp1252", "iso-8859-1": "cp1252"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: ``html`` in lower case without scripts, ``text`` a line for each piece of text, in lower case too.

    ``title`` is as written. ``letters`` counts those of the text without white space, up to a thousand or so.
    ``readable`` is False where its letters could not be made out.
    """

    html: str
    title: str
    text: str
    letters: int
    readable: bool

    @property
    def headings(self) -> tuple[str, ...]:
        """The texts of its first headings of the first three orders."""
        found = islice(_HEADINGS.finditer(self.html), _MOST_HEADINGS)
        return tuple(_plain(_TAG.sub(" ", one[1])) for one in found)

    @property
    def text_beside_links(self) -> str:
        """Its text without that of its links: menus and news of the site are such."""
        return _text(_LINK_TEXT.sub("<", self.html))

    @property
    def leads_on_to(self) -> str:
        """Where the page sends its reader by itself (meta refresh); empty where it does not."""
        if "refresh" not in self.html:
            return ""
        found = _REFRESH.search(self.html)
        return found[1] if found else ""


def read_page(body: bytes, headers: Mapping[str, str]) -> Page:
    """The page that these bytes are; every byte string is one."""
    body = body[:MOST]
    small = body.lower()  # of ASCII letters only, so that places in both are the same
    whole, charset = _decoded(small, headers)
    html = _without_unseen(whole)
    text = _text(html)
    return Page(
        html=html,
        title=_title(body, small, charset),
        text=text,
        letters=_letters(text),
        readable=html.count("\ufffd") * 100 <= len(html),
    )


def _decoded(small: bytes, headers: Mapping[str, str]) -> tuple[str, str]:
    """The letters and their charset: UTF-8 where it can be, whatever is declared; else as declared, else Thai."""
    if small.startswith((b"\xff\xfe", b"\xfe\xff")):
        return small.decode("utf-16", "replace"), "utf-16"
    try:
        return small.decode(), "utf-8"
    except UnicodeDecodeError as fault:
        charset = "utf-8" if fault.start >= len(small) - 3 or _is_mostly_utf8(small) else _declared(small, headers)
    return small.decode(charset, "replace"), charset


def _is_mostly_utf8(body: bytes) -> bool:
    """A page of UTF-8 with a slip, such as a name cut in two by a home-grown programme."""
    wrong = body.decode(errors="replace").count("\ufffd")
    return wrong * 200 < len(body) - len(body.translate(None, _NOT_ASCII))


def _declared(small: bytes, headers: Mapping[str, str]) -> str:
    said = _CHARSET.search(headers.get("content-type", "").lower().encode(errors="replace"))
    said = said or _CHARSET.search(small[:4096])
    return _OTHERS.get(said[1].decode(), _THAI) if said else _THAI


def _title(body: bytes, small: bytes, charset: str) -> str:
    if charset == "utf-16":
        found = _TITLE.search(body[:_HEAD].decode("utf-16", "replace").encode())
        return _plain(found[1].decode()) if found else ""
    start = small.find(b"<title", 0, _HEAD)
    found = _TITLE.match(body, start) if start >= 0 else None
    return _plain(found[1].decode(charset, "replace")) if found else ""


def _letters(text: str) -> int:
    """Nobody asks whether a page has ten thousand or twenty."""
    count = at = 0
    while count < _MANY and at < len(text):
        count += sum(map(len, text[at : at + 4 * _MANY].split()))
        at += 4 * _MANY
    return count


def _plain(text: str) -> str:
    return " ".join(unescape(text).split())


def _without_unseen(html: str) -> str:
    for begin, end in _UNSEEN:
        if begin in html:
            html = _without(html, begin, end)
    return html


def _without(html: str, begin: str, end: str) -> str:
    kept: list[str] = []
    at = 0
    while (start := html.find(begin, at)) >= 0:
        kept.append(html[at:start])
        at = html.find(end, start)
        if at < 0:
            return "".join(kept)
        kept.append("<")  # what is left of the closing tag stays a tag
        at += 2 if end.startswith("</") else len(end) - 1
    return "".join((*kept, html[at:]))


def _text(html: str) -> str:
    start = html.find("<body")
    bare = [] if start >= 0 else [html.partition("<")[0]]  # words before any tag, as programmes print them that fail
    text = "\n".join([*bare, *_NODES.findall(html, max(start, 0))])
    return unescape(text.replace("&nbsp;", " ")) if "&" in text else text
