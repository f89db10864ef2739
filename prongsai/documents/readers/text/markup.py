"""Markup inside a cell or a line → paragraphs. Tags and entities go, boxes become ☑ and ☐."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from prongsai.core.reports.entities import shortened
from prongsai.documents.readers.document import EMPTY, TICKED, Para

#: Elements that end a paragraph where they begin and where they end.
BLOCKS = frozenset({"p", "li", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "blockquote", "pre", "section",
                    "header", "footer", "main", "article", "caption", "dd", "dt"})  # fmt: skip
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_SUPERSCRIPT = re.compile(r"[\^_]\{([^{}]*)\}")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"^\s*#{1,6}\s+")
#: A sign that begins no tag: the parser would look for its end over and over.
_NO_TAG = re.compile(r"<(?!/?[a-zA-Z][^<>]{0,4000}>|!)")
_DROPPED = frozenset({"style", "script", "head", "title"})


class Collector(HTMLParser):
    """Feeds on markup and collects paragraphs; ``offset`` lines of the source stand before it."""

    def __init__(self, offset: int = 0) -> None:
        super().__init__(convert_charrefs=True)
        self.paras: list[Para] = []
        self._offset = offset
        self._parts: list[str] = []
        self._line = 0
        self._block = False
        self._depth = 0
        self._dropped = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A block begins a paragraph, a line break is a space, an input is a box."""
        if tag in _DROPPED:
            self._dropped += 1
        elif tag in BLOCKS:
            self.flush()
            self._depth += tag in ("ul", "ol")
            self._block = tag in ("p", "li") or tag[0] == "h"
        elif tag == "br":
            self._parts.append(" ")
        elif tag == "input":
            self._box(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        """The end of a block ends its paragraph."""
        if tag in _DROPPED:
            self._dropped = max(0, self._dropped - 1)
        elif tag in BLOCKS:
            self.flush()
            self._depth = max(0, self._depth - (tag in ("ul", "ol")))

    def handle_data(self, data: str) -> None:
        """Text, unless it stands in a style or a script."""
        if self._dropped:
            return
        if not self._line and data.strip():
            before = len(data) - len(data.lstrip())
            self._line = self.getpos()[0] + self._offset + data.count("\n", 0, before)
        self._parts.append(data)

    def _box(self, attrs: dict[str, str | None]) -> None:
        if (attrs.get("type") or "checkbox").lower() in ("checkbox", "radio"):
            self._line = self._line or self.getpos()[0] + self._offset
            self._parts.append(f" {TICKED if 'checked' in attrs else EMPTY} ")

    def flush(self) -> None:
        """End the paragraph."""
        text = plain("".join(self._parts))
        if text:
            self.paras.append(Para(text, self._line, self._block, self._depth, gap=True))
        self._parts, self._line, self._block = [], 0, False


def sound(source: str) -> str:
    """Markup without comments, in which every ``<`` begins a tag, so that it is parsed in one go."""
    parts, at = [], 0
    while (start := source.find("<!", at)) >= 0:
        end = source.find("-->" if source.startswith("<!--", start) else ">", start)
        if end < 0:
            break
        after = source.index(">", end) + 1
        parts += [source[at:start], "\n" * source.count("\n", start, after)]
        at = after
    whole = "".join([*parts, source[at:]]).replace("<!", "&lt;!")
    return shortened(_NO_TAG.sub("&lt;", whole))


def paragraphs(source: str, line: int) -> tuple[Para, ...]:
    """The paragraphs of a cell or a line of text; ``line`` is where it stands in the source."""
    if "<" not in source and "&" not in source:
        text = plain(source)
        return (Para(text, line),) if text else ()
    collector = Collector(line - 1)
    collector.feed(sound(source))
    collector.close()
    collector.flush()
    return tuple(collector.paras)


def plain(text: str) -> str:
    """White space collapsed, what cannot be seen gone, marks of Markdown and of superscripts gone."""
    text = _INVISIBLE.sub("", text)
    if "{" in text:
        text = _SUPERSCRIPT.sub(r"\1", text)
    if "**" in text or "__" in text:
        text = _BOLD.sub(r"\2", text)
    if "#" in text:
        text = _HEADING.sub("", text)
    return " ".join(text.split())
