"""Rows of a table of results → scores of agencies, with every bad row by row and column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from prongsai import places
from prongsai.analysis.agency_score import AgencyScore
from prongsai.analysis.results.cells import BadCell, Cell, kind_of, province_of, score_of, text_of, year_of
from prongsai.analysis.results.complete import completed
from prongsai.analysis.results.headings import NAMES, NEEDED, Columns, columns_of, indicator_names, letters
from prongsai.core.country.kinds import KINDS, bare
from prongsai.core.sentence import Sentence
from prongsai.frameworks.loader import available, load, newest_for

_T = TypeVar("_T")
#: The heading stands within so many rows.
_HEADING_WITHIN = 20
#: A row with so many known headings is the heading.
_ENOUGH = 4


@dataclass(frozen=True, slots=True)
class RowFault:
    """What is wrong in a row (from 1) and column (``C``; empty: the whole row), under which heading."""

    row: int
    column: str
    heading: str
    sentence: Sentence

    def __str__(self) -> str:
        at = f"แถว {self.row}" + (f" คอลัมน์ {self.column}" if self.column else "")
        at_en = f"row {self.row}" + (f", column {self.column}" if self.column else "")
        name = f" ({self.heading})" if self.heading else ""
        return f"{at}{name}: {self.sentence.th} ({at_en}: {self.sentence.en})"


@dataclass(slots=True)
class Results:
    """``scores`` of the good rows, ``faults`` of the refused ones; ``notes`` are of rows that were read anyway."""

    scores: list[AgencyScore] = field(default_factory=list)
    faults: list[RowFault] = field(default_factory=list)
    notes: list[RowFault] = field(default_factory=list)


def read_results(rows: Iterable[tuple[int, Sequence[Cell]]], year: int | None = None) -> Results:
    """Read rows, each with its number as a person counts (from 1). ``year``: of all rows, where no column tells it.

    Blank rows are passed over. A row with a fault gives no score; the good ones do.
    """
    reader = _Reader(year)
    for number, cells in rows:
        reader.row(number, cells)
    reader.done()
    return reader.results


class _Reader:
    def __init__(self, year: int | None) -> None:
        self.results = Results()
        self._year = year
        self._columns: Columns | None = None
        self._headings: list[str] = []
        self._names = indicator_names(load(*one) for one in available() if one[0] == "ita")
        self._seen: dict[tuple[int, str], int] = {}
        self._provinces = {
            bare(word): one.name for one in places.load().provinces for word in (one.name, one.short, *one.also)
        }
        self._looked_at = 0

    def row(self, number: int, cells: Sequence[Cell]) -> None:
        """One row: the heading, what stands above it, or an agency."""
        if not any(text_of(cell) for cell in cells) or self._looked_at > _HEADING_WITHIN:
            return
        if self._columns is None:
            self._heading(number, [text_of(cell) for cell in cells])
            return
        faults = len(self.results.faults)
        score = self._agency(number, cells, self._columns)
        if score is not None and len(self.results.faults) == faults:
            self._keep(number, score, cells, self._columns)

    def done(self) -> None:
        """After the last row."""
        if self._columns is None and self._looked_at <= _HEADING_WITHIN:
            self._no_heading()

    def _heading(self, number: int, headings: list[str]) -> None:
        columns = columns_of(headings, self._names)
        if columns.known < _ENOUGH:
            self._looked_at += 1
            if self._looked_at > _HEADING_WITHIN:
                self._no_heading()
            return
        self._headings = headings
        faults = list(_faults_of_headings(columns, set(self._names.values()), self._year))
        for place, sentence in faults:
            self._fault(number, place, sentence)
        self._columns = columns
        if faults:  # every row would have the same fault
            self._looked_at = _HEADING_WITHIN + 1

    def _agency(self, number: int, cells: Sequence[Cell], columns: Columns) -> AgencyScore | None:
        def take(name: str, read: Callable[[Cell], _T], without: _T) -> _T:
            place = columns.named.get(name)
            return without if place is None else self._take(number, place, cells, read, without)

        kind = take("kind", kind_of, "")
        local = kind in KINDS and KINDS[kind].local
        province = take("province", lambda cell: province_of(cell, self._provinces, needed=local), "")
        name = take("name", _needed, "")
        places_of = sorted(columns.indicators.items())
        scores = {one: self._take(number, place, cells, score_of, -1) for one, place in places_of}
        if not kind or not name or -1 in scores.values():
            return None
        return AgencyScore(
            take("code", text_of, "") or f"{name} {province}".strip(),
            name,
            kind,
            province,
            take("year", year_of, self._year or 0),
            scores,
            {},
            take("total", lambda cell: score_of(cell) if text_of(cell) else None, None),
            take("level", text_of, ""),
            take("size", text_of, ""),
        )

    def _keep(self, number: int, score: AgencyScore, cells: Sequence[Cell], columns: Columns) -> None:
        first = self._seen.setdefault(score.key, number)
        if first != number:
            th = f"“{score.name}” ปี {score.year} ซ้ำกับแถว {first} โปรดเหลือไว้แถวเดียว"
            en = f"'{score.name}' of {score.year} stands already in row {first}; please leave one of them"
            self._fault(number, columns.named.get("code", columns.named["name"]), Sentence(th, en))
            return
        whole, notes = completed(newest_for(score.year)[0], score)
        self.results.scores.append(whole)
        self.results.notes += [self._at(number, columns.named.get(name), sentence) for name, sentence in notes]

    def _take(self, number: int, place: int, cells: Sequence[Cell], read: Callable[[Cell], _T], without: _T) -> _T:
        try:
            return read(cells[place] if place < len(cells) else None)
        except BadCell as bad:
            self._fault(number, place, bad.sentence)
            return without

    def _fault(self, number: int, place: int | None, sentence: Sentence) -> None:
        self.results.faults.append(self._at(number, place, sentence))

    def _at(self, number: int, place: int | None, sentence: Sentence) -> RowFault:
        if place is None:
            return RowFault(number, "", "", sentence)
        return RowFault(number, letters(place), self._headings[place], sentence)

    def _no_heading(self) -> None:
        th = "ไม่พบแถวหัวตาราง โปรดตั้งหัวคอลัมน์เป็น หน่วยงาน ประเภท จังหวัด ปี และ 1 ถึง 10"
        en = "no row of headings was found; please head the columns หน่วยงาน, ประเภท, จังหวัด, ปี and 1 to 10"
        self._fault(1, None, Sentence(th, en))


def _needed(cell: Cell) -> str:
    text = text_of(cell)
    if not text:
        raise BadCell("ว่างอยู่ โปรดใส่ชื่อหน่วยงาน", "is empty; please give the name of the agency")
    return text


def _faults_of_headings(columns: Columns, numbers: set[int], year: int | None) -> Iterable[tuple[int | None, Sentence]]:
    """Columns that are missing or stand twice."""
    for name in (*NEEDED, *(() if year else ("year",))):
        if name not in columns.named:
            wanted = NAMES[name][0]
            yield None, Sentence(f"ไม่มีคอลัมน์ “{wanted}” โปรดเพิ่ม", f"there is no column '{wanted}'; please add it")
    for number in sorted(numbers - columns.indicators.keys()):
        th = f"ไม่มีคอลัมน์ตัวชี้วัดที่ {number} โปรดเพิ่ม ต้องครบ {len(numbers)} ตัวชี้วัด"
        yield None, Sentence(th, f"there is no column for indicator {number}; all {len(numbers)} are needed")
    for place in columns.twice:
        yield place, Sentence("หัวคอลัมน์นี้ซ้ำ โปรดเหลือไว้หนึ่ง", "this heading stands twice; please leave one")
