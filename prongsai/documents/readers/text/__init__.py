"""Text of any of the kinds → a document of paragraphs and tables."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from prongsai.documents.readers.document import Cell, Document, Para, Row, Table
from prongsai.documents.readers.text.html_blocks import html_blocks
from prongsai.documents.readers.text.markup import paragraphs

_WHOLE_HTML = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_TABLE = re.compile(r"<table\b", re.IGNORECASE)
_TABLE_END = re.compile(r"</table\s*>", re.IGNORECASE)
#: The line below the header of a Markdown table. One of single hyphens could be a row of empty cells.
_RULE = re.compile(r"^\s*\|(?=.*(?:--|:))(?:\s*:?-+:?\s*\|)*(?:\s*:?-+:?\s*)?$")
_BAR = re.compile(r"(?<!\\)\|")
_OPENS = re.compile(r"<(?:p|ul|ol|li)\b", re.IGNORECASE)
_CLOSES = re.compile(r"</(?:p|ul|ol|li)\s*>", re.IGNORECASE)
_FENCE = re.compile(r"^\s*(?:```|~~~)")
_LONGEST_CELL = 30


def to_document(text: str) -> Document:
    """Paragraphs and tables in the order of the text."""
    found = html_blocks(text) if _WHOLE_HTML.search(text[:5000]) else _Lines(text).blocks()
    blocks: list[Para | Table] = []
    tables = 0
    for block in found:
        if isinstance(block, Para):
            blocks.append(block)
        elif block:
            tables += 1
            blocks.append(Table(tables, tuple(block)))
    return Document(tuple(blocks))


class _Lines:
    """Text line by line: tab-separated rows, rows between bars, pieces of HTML, and paragraphs."""

    def __init__(self, text: str) -> None:
        self.lines = text.split("\n")
        self.at = 0
        self.after_table = False

    def blocks(self) -> Iterator[Para | list[Row]]:
        """What stands there, in order."""
        gap = True
        while self.at < len(self.lines):
            line = self.lines[self.at]
            if not line.strip() or _FENCE.match(line):
                gap, self.at = True, self.at + 1
                continue
            if _TABLE.search(line):
                yield from self._html()
            elif begins_tabbed(line) or self._goes_on(line):
                yield self._rows(is_tabbed, self._tabbed)
                self.after_table = True
            elif is_barred(line):
                yield self._rows(is_barred, self._barred)
            else:
                yield from self._paragraph(gap)
                gap = self.after_table = False
                continue
            gap = True

    def _goes_on(self, line: str) -> bool:
        """Whether a line with tabs in front is a row whose first cells are empty: rows stand before or behind it."""
        if not line.startswith("\t\t"):
            return False
        below = self.lines[self.at + 1] if self.at + 1 < len(self.lines) else ""
        return self.after_table or begins_tabbed(below)

    def _paragraph(self, gap: bool) -> Iterator[Para]:
        for para in paragraphs(self.lines[self.at], self.at + 1):
            yield Para(para.text, para.line, para.block, para.depth, gap=gap or para.block)
        self.at += 1

    def _rows(self, belongs: Callable[[str], bool], make: Callable[[], Row | None]) -> list[Row]:
        rows = []
        while self.at < len(self.lines) and belongs(self.lines[self.at]):
            row = make()
            if row is not None:
                rows.append(row)
        return rows

    def _tabbed(self) -> Row:
        first = self.at + 1
        source = self.lines[self.at]
        self.at += 1
        # A cell whose markup is still open goes on in the next lines.
        for _ in range(_LONGEST_CELL):
            if len(_OPENS.findall(source)) <= len(_CLOSES.findall(source)) or self.at >= len(self.lines):
                break
            if is_tabbed(self.lines[self.at]) or not _CLOSES.search(self.lines[self.at]):
                break
            source += "\n" + self.lines[self.at]
            self.at += 1
        return Row(tuple(Cell(paragraphs(part, first)) for part in source.split("\t")), first)

    def _barred(self) -> Row | None:
        source, first = self.lines[self.at].strip(), self.at + 1
        self.at += 1
        if _RULE.match(source):
            return None
        parts = _BAR.split(source.removeprefix("|").removesuffix("|"))
        return Row(tuple(Cell(paragraphs(part.replace("\\|", "|"), first)) for part in parts), first)

    def _html(self) -> Iterator[Para | list[Row]]:
        first = self.at
        depth = 0
        while self.at < len(self.lines):
            line = self.lines[self.at]
            depth += len(_TABLE.findall(line)) - len(_TABLE_END.findall(line))
            self.at += 1
            if depth <= 0:
                break
        yield from html_blocks("\n".join(self.lines[first : self.at]), first)


def begins_tabbed(line: str) -> bool:
    """Whether a table can begin here: tabs between cells or behind the last, not a paragraph that they indent."""
    return "\t" in line.strip(" \t") or bool(line.strip() and line.rstrip(" ").endswith("\t"))


def is_tabbed(line: str) -> bool:
    """Whether a line inside a table is one of its rows."""
    return "\t" in line and bool(line.strip())


def is_barred(line: str) -> bool:
    """Whether a line is a row of a Markdown table."""
    bare = line.strip()
    return bare.startswith("|") and bare.count("|") > 1
