"""What of a Word report is understood: memo, title lines, tables, and so which form the paper is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.core.reports.layout import Column, FormLayout, FormTable, Grammar, TableLayout
from prongsai.core.sentence import Sentence
from prongsai.documents.readers.kinds import called
from prongsai.documents.readers.package import Package
from prongsai.documents.readers.recognise import recognise
from prongsai.documents.readers.recognise.grid import grid
from prongsai.documents.readers.recognise.headings import Kind
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.word.tags import w
from prongsai.documents.writers.own_paper.columns import holds
from prongsai.documents.writers.own_paper.doubts import is_writable, of_paper, of_tables
from prongsai.documents.writers.own_paper.leftovers import Leftover, leftovers
from prongsai.documents.writers.own_paper.memo import FoundMemo, find_memo
from prongsai.documents.writers.own_paper.package import open_form
from prongsai.documents.writers.own_paper.parts import Part, parts_of
from prongsai.documents.writers.own_paper.pattern import RowPattern, pattern_of
from prongsai.documents.writers.own_paper.titles import FoundTitles, find_titles
from prongsai.documents.writers.own_paper.traced import Traced, traced

#: The name of a report whose paper does not tell it.
TITLE = "รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน"
_MOST_TABLES = 12


@dataclass(frozen=True, slots=True)
class Target:
    """A table of the form and where it is written: several parts where disclosures are cut by sub-indicator."""

    place: FormTable
    parts: tuple[tuple[Part, RowPattern], ...]


@dataclass(frozen=True, slots=True)
class Understood:
    """A paper with its XML, ready to be written in once: what was found in it, and where."""

    package: Package
    traced: Traced
    year: int | None
    memo: FoundMemo | None
    titles: FoundTitles
    targets: tuple[Target, ...]
    doubts: tuple[Sentence, ...]
    left: tuple[Leftover, ...]

    @property
    def layout(self) -> FormLayout:
        """The form that the paper is, for the other formats and for what it can carry; its id is for others to give."""
        return FormLayout(
            id="own-paper",
            version=1,
            name_th="แบบ Word ของหน่วยงาน",
            name_en="The agency's own Word paper",
            title=self.titles.was.title or TITLE,
            source="Word",
            memo=self.memo is not None,
            landscape=_is_landscape(self.traced),
            tables=tuple(target.place for target in self.targets),
        )


def understand(data: bytes, name: str = "") -> Understood:
    """Read a Word report as a form. Raises Refusal where it is none, or where neither memo nor table is found in it."""
    package = open_form(data, name)
    document = traced(package)
    reading, places = recognise(document.document)
    memo = find_memo(document, reading.memo, places) if reading.memo is not None else None
    if memo is not None and not memo.head:
        memo = None
    parts = [(part, pattern_of(part)) for part in parts_of(document, grid(document.document))]
    targets = _targets([one for one in parts if is_writable(*one)])[:_MOST_TABLES]
    if memo is None and not targets:
        raise _nothing(name)
    titles = find_titles(document, reading, places, memo.lines if memo else frozenset())
    written = frozenset(titles.lines) | (memo.written if memo else frozenset())
    tables = frozenset(
        section.table.table.number for target in targets for part, _ in target.parts for section in part.sections
    )
    left = leftovers(document, package, reading.fiscal_year, written, tables)
    doubts = (*of_paper(memo, titles, reading.fiscal_year), *of_tables(parts))
    return Understood(package, document, reading.fiscal_year, memo, titles, tuple(targets), doubts, left)


def _targets(parts: list[tuple[Part, RowPattern]]) -> list[Target]:
    """The tables of the form: those of disclosures that differ only in their sub-indicator are one."""
    made: list[list[tuple[Part, RowPattern]]] = []
    for one in parts:
        group = next((each for each in made if _is_sub_indicator(each[0], one)), None)
        if group is None:
            made.append([one])
        else:
            group.append(one)
    return [Target(_place(group, at), tuple(group)) for at, group in enumerate(made, 1)]


def _is_sub_indicator(first: tuple[Part, RowPattern], other: tuple[Part, RowPattern]) -> bool:
    part, pattern = first
    if part.columns.kind is not Kind.DISCLOSURES or other[0].columns.kind is not Kind.DISCLOSURES:
        return False
    return [each.field for each in pattern.columns.values()] == [each.field for each in other[1].columns.values()]


def _place(group: list[tuple[Part, RowPattern]], at: int) -> FormTable:
    part, pattern = group[0]
    boxed = {column: one for _, each in group for column, one in each.columns.items() if _is_boxed(one)}
    columns = tuple(boxed.get(where, column) for where, column in pattern.columns.items())
    table = TableLayout(f"own-paper-{at}", 1, holds(part.columns), "Word", columns)
    return FormTable(table, _heading(part), by_sub_indicator=any(one.sub_indicator for one, _ in group))


def _is_boxed(column: Column) -> bool:
    return column.grammar is Grammar.BOXES_AND_ITEMS


def _heading(part: Part) -> str | None:
    """The line above a table, where it is a heading that can be printed again next year."""
    above = part.sections[0].above[-1:]
    if part.sub_indicator or not above or len(above[0]) > 120 or "รายงาน" in above[0]:
        return None
    return None if re.search(r"[๐-๙0-9]{2}|หน้า|จังหวัด|อำเภอ|เทศบาล|อบต|องค์การ|^\(|^เรียน|^จึง", above[0]) else above[0]


def _is_landscape(document: Traced) -> bool:
    """Whether the pages with the tables lie on their long side: the last section of the document tells."""
    sizes = list(document.root.iter(w("pgSz")))
    return bool(sizes) and sizes[-1].get(w("orient")) == "landscape"


def _nothing(name: str) -> Refusal:
    return Refusal(
        f"{called(name)}ไม่พบทั้งบันทึกข้อความและตารางรายงานที่รู้จัก จึงใช้เป็นแบบไม่ได้ "
        "โปรดเลือกไฟล์รายงานฉบับเต็มของปีก่อน ที่หัวตารางมีคำเช่น มาตรการ วิธีดำเนินการ ผู้รับผิดชอบ ผลการดำเนินการ",
        f"{name or 'The file'} has neither a memo nor a table of a report that is known. Please "
        "choose last year's whole report, with headings such as มาตรการ, วิธีดำเนินการ, ผู้รับผิดชอบ, ผลการดำเนินการ.",
    )
