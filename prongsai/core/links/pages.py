"""HTML as far as a verdict needs it: its letters, its title, its text. Bounded, and in time that grows with its length.

A tree of the page would cost ten times as much; what hostile or broken HTML hides from this it hides to its own harm.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape

#: Bytes of a page that are looked at.
MOST = 512 * 1024
_HEAD = 16 * 1024

_TITLE = re.compile(r"<title[^<>]*>([^<]*)", re.IGNORECASE)
_NODES = re.compile(r">([^<]+)")
_HEADINGS = re.compile(r"<h[1-3](?:\s[^<>]{0,500})?>(.{0,400}?)</h[1-3]", re.DOTALL)
_TAG = re.compile(r"<[^<>]*>")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([a-z0-9_-]{3,20})")
_REFRESH = re.compile(r"""http-equiv\s*=\s*["']?refresh["']?[^<>]{0,80}?url\s*=\s*["']?([^"'<> ]+)""")
#: Blocks whose letters nobody reads on the page.
_UNSEEN = (("<script", "</script"), ("<style", "</style"), ("<!--", "-->"), ("<select", "</select"))
#: Windows and offices have many names for the Thai code page; it is a superset of TIS-620.
_THAI = "cp874"
_OTHERS = {"windows-1252": "cp1252", "iso-8859-1": "cp1252"}


@dataclass(frozen=True, slots=True)
class Page:
    """A page: ``html`` in lower case without scripts, ``text`` a line for each piece of text, in lower case too.

    ``title`` is as written. ``readable`` is False where its letters could not be made out.
    """

    html: str
    title: str
    text: str
    readable: bool

    @property
    def letters(self) -> int:
        """How many letters stand on it, without white space."""
        return sum(map(len, self.text.split()))

    @property
    def headings(self) -> tuple[str, ...]:
        """The texts of its headings of the first three orders."""
        return tuple(" ".join(unescape(_TAG.sub(" ", one)).split()) for one in _HEADINGS.findall(self.html))

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
    charset = _charset(body, headers)
    html = _without_unseen(_decoded(body.lower(), charset))
    title = _TITLE.search(_decoded(body[:_HEAD], charset))
    return Page(
        html=html,
        title=" ".join(unescape(title[1]).split()) if title else "",
        text=_text(html),
        readable=html.count("\ufffd") * 100 <= len(html),
    )


def _charset(body: bytes, headers: Mapping[str, str]) -> str:
    """UTF-8 where the bytes are that, whatever is declared; else what is declared, where that can be; else Thai."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16"
    if _is_utf8(body):
        return "utf-8"
    declared = _CHARSET.search(headers.get("content-type", "").lower().encode(errors="replace"))
    declared = declared or _CHARSET.search(body[:4096].lower())
    return _OTHERS.get(declared[1].decode(), _THAI) if declared else _THAI


def _is_utf8(body: bytes) -> bool:
    try:
        body.decode()
    except UnicodeDecodeError as fault:
        return fault.start >= len(body) - 3 or _mostly_utf8(body)  # the end may be cut inside a letter
    return True


def _mostly_utf8(body: bytes) -> bool:
    """A page of UTF-8 with a slip, such as a name cut in two by a home-grown programme."""
    wrong = body.decode(errors="replace").count("\ufffd")
    return wrong * 200 < len(body) - len(body.translate(None, bytes(range(128, 256))))


def _decoded(body: bytes, charset: str) -> str:
    return body.decode(charset, "replace")


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
    text = "\n".join(_NODES.findall(html, start if start >= 0 else 0))
    return unescape(text.replace("&nbsp;", " ")) if "&" in text else text
