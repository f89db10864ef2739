"""Where last year's year still stands when this year's report has been written: for a person to look at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_thai
from prongsai.documents.readers.document import Para
from prongsai.documents.readers.package import Package
from prongsai.documents.readers.word.tags import P
from prongsai.documents.writers.own_paper.letters import Letters
from prongsai.documents.writers.own_paper.titles import years_in
from prongsai.documents.writers.own_paper.traced import Traced

Element = etree._Element

_MOST, _AROUND = 30, 40
_EDGES = re.compile(r"(?:^|/)(header|footer)\d*\.xml$")
_WHERE = {
    "paragraph": ("ในย่อหน้า", "in the paragraph"),
    "table": ("ในตารางที่ไม่ได้เขียนใหม่", "in a table that is not written anew"),
    "header": ("ในหัวกระดาษ", "in the header of the pages"),
    "footer": ("ในท้ายกระดาษ", "in the footer of the pages"),
}


@dataclass(frozen=True, slots=True)
class Leftover:
    """A text that still names the paper's year: ``where`` is paragraph, table, header or footer."""

    where: str
    text: str


def leftovers(
    traced: Traced, package: Package, year: int | None, written: frozenset[int], tables: frozenset[int]
) -> tuple[Leftover, ...]:
    """Texts that name ``year`` outside of the lines and tables that are written anew."""
    if year is None:
        return ()
    found = [*_in_body(traced, year, written, tables), *_at_edges(package, traced.main, year)]
    return tuple(dict.fromkeys(found))[:_MOST]


def said(leftover: Leftover, year: int) -> Sentence:
    """What a person is told: the year stands there still, and it is theirs to mend."""
    th, en = _WHERE[leftover.where]
    return Sentence(
        f"ยังมีปี {to_thai(year)} {th} “{leftover.text}” ระบบคงไว้ตามเดิม โปรดแก้ใน Word หากต้องเปลี่ยน",
        f"The year {year} still stands {en} “{leftover.text}”. It was left there; please change it in Word if needed.",
    )


def _in_body(traced: Traced, year: int, written: frozenset[int], tables: frozenset[int]) -> Iterator[Leftover]:
    for block in traced.document.blocks:
        if isinstance(block, Para):
            if block.line not in written:
                yield from _named("paragraph", block.text, year)
        elif block.number not in tables:
            for row in block.rows:
                for cell in row.cells:
                    yield from _named("table", cell.text, year)


def _at_edges(package: Package, main: str, year: int) -> Iterator[Leftover]:
    for relation in package.relations(main):
        kind = _EDGES.search(relation.part)
        if kind and relation.part in package:
            for paragraph in package.xml(relation.part).iter(P):
                yield from _named(kind[1], " ".join(Letters([paragraph]).text.split()), year)


def _named(where: str, text: str, year: int) -> Iterator[Leftover]:
    """The words around the year, so that it is found again."""
    for start, end, _ in years_in(text, (year,))[:1]:
        # Cut at a space: Thai letters apart from their vowels are hard to find again.
        first = text.find(" ", start - _AROUND, start) + 1 if start > _AROUND else 0
        last = text.rfind(" ", end, end + _AROUND) if len(text) > end + _AROUND else len(text)
        last = end if last < 0 else last
        yield Leftover(where, f"{'…' if first else ''}{text[first:last].strip()}{'…' if last < len(text) else ''}")
