"""A clean page → paragraphs and tables with their places on it, and what is doubtful."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from prongsai.core.sentence import Sentence
from prongsai.documents.readers.document import (
    TICKED,
    Cell,
    Document,
    DoubtfulWord,
    Para,
    Region,
    Row,
    Source,
    Spot,
    Table,
)
from prongsai.documents.readers.scan.grid import Grid
from prongsai.documents.readers.scan.ink import LETTER, Box, Picture, ink, letter_height, pieces
from prongsai.documents.readers.scan.layout import Area, Layout, layout
from prongsai.documents.readers.scan.lines import Line
from prongsai.documents.readers.scan.paragraphs import SeenLine, SeenPara, paragraphs
from prongsai.documents.readers.scan.parts import Part, parts_of
from prongsai.documents.readers.scan.second import looked_at_again
from prongsai.documents.readers.scan.tesseract import read_lines
from prongsai.documents.readers.scan.words import Word, words_of

#: A word is doubtful below this; measured by ``tests/bench/scans.py``.
DOUBTFUL = 0.92
#: Letters of a page are made so high, in pixels, where they are lower or higher than these.
_LOWEST, _HIGHEST = 15, 30
_OUT_OF_TIME = Sentence(
    "บางส่วนของหน้านี้ยังไม่ได้อ่านเพราะใช้เวลานานเกินกำหนด โปรดพิมพ์ส่วนที่ว่างตามภาพ หรือนำเข้าหน้านี้ใหม่อีกครั้ง",
    "Part of this page was not read because it took too long. "
    "Please type what is empty from the picture, or import the page once more.",
)


def read_picture(picture: Picture, *, deadline: float, resolution: int | None = None) -> Source:
    """What stands on one clean page; lines count from 1, regions are of page 1.

    ``deadline`` is a moment of ``time.monotonic()`` after which no more text is looked at: what is left is doubtful
    and empty, and a remark says so. ``resolution`` in dots an inch, where it is known, helps with a page that has few
    letters. Raises Refusal where tesseract or its Thai is not installed.
    """
    page, letter = _sized(picture, resolution)
    if letter is None:
        return Source(Document(()), ())
    found = layout(page, letter)
    seen, whole = _seen(page, found, deadline)
    made = _Made(page.shape[1], page.shape[0])
    for block in _in_order(found, seen):
        if isinstance(block, SeenPara):
            made.paragraph(block)
        else:
            made.table(*block)
    return made.source(() if whole else (_OUT_OF_TIME,))


def _sized(picture: Picture, resolution: int | None) -> tuple[Picture, int | None]:
    """The page at a size at which its letters are read well, and their height; None for an empty page."""
    _, stats = pieces(ink(picture))
    letter = letter_height(stats)
    if letter is None:
        letter = round(LETTER * resolution / 200) if resolution and len(stats) > 1 else None
    if letter is None or _LOWEST <= letter <= _HIGHEST:
        return picture, letter
    scale = (LETTER if letter < _LOWEST else 1.4 * LETTER) / letter
    how = cv2.INTER_CUBIC if scale > 1 else cv2.INTER_AREA
    return np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=how), dtype=np.uint8), round(
        letter * scale
    )


def _seen(page: Picture, found: Layout, deadline: float) -> tuple[dict[Line, SeenLine], bool]:
    """Every line of the page with its words; and whether there was time for all of them."""
    areas = [area for cells in found.cells for area in cells]
    every = [line for area in (*areas, found.outside) for line in area.lines]
    parts: list[list[Part]] = []
    read = read_lines(_pictures(page, found, every, parts, deadline), deadline)
    wanted = [(at, one) for at, row in enumerate(parts) for one, part in enumerate(row) if part.picture is not None]
    letters = {
        (at, one): None if seen is None else looked_at_again(_picture(parts[at][one]), seen)
        for (at, one), seen in zip(wanted, read, strict=True)
    }
    made = {
        line: SeenLine(
            line,
            words_of(found.found, line, row, [letters.get((at, one), ()) for one in range(len(row))], found.letter),
        )
        for at, (line, row) in enumerate(zip(every, parts, strict=True))
    }
    return made, None not in read


def _pictures(
    page: Picture, found: Layout, lines: Sequence[Line], parts: list[list[Part]], deadline: float
) -> Iterator[Picture]:
    """What tesseract is to read, line by line; the parts of each line are added to ``parts``."""
    for line in lines:
        if time.monotonic() < deadline:
            parts.append(parts_of(page, found.found, line, found.boxes, found.letter))
        else:
            parts.append([Part(line.box, picture=line.box.cut(page))])
        yield from (part.picture for part in parts[-1] if part.picture is not None)


def _picture(part: Part) -> Picture:
    return part.picture if part.picture is not None else np.zeros((0, 0), dtype=np.uint8)


_TableBlock = tuple[Grid, tuple[Area, ...], list[list[SeenPara]]]


def _in_order(found: Layout, seen: dict[Line, SeenLine]) -> Iterator[SeenPara | _TableBlock]:
    """Paragraphs and tables from top to bottom."""
    outside = [seen[line] for line in found.outside.lines if seen[line].words and not seen[line].is_dirt]
    right = max([line.line.box.right for line in outside] + [grid.box.right for grid in found.grids], default=0)
    at = 0
    for grid, areas in zip(found.grids, found.cells, strict=True):
        before = [line for line in outside[at:] if line.line.base <= grid.box.top + found.letter]
        yield from paragraphs(before, right, found.letter)
        at += len(before)
        yield grid, areas, [_paras(area, seen, found.letter) for area in areas]
    yield from paragraphs(outside[at:], right, found.letter)


def _paras(area: Area, seen: dict[Line, SeenLine], letter: int) -> list[SeenPara]:
    if area.tick:
        return [SeenPara(TICKED, (), area.box)]
    read = [_without_dirt(seen[line]) for line in area.lines if seen[line].words]
    return paragraphs(read, area.box.right - letter // 3, letter)


def _without_dirt(line: SeenLine) -> SeenLine:
    """A line of a cell; dirt is something that nobody could read, and a person looks at it."""
    return SeenLine(line.line, (Word("", 0.0, line.line.box),)) if line.is_dirt else line


@dataclass
class _Made:
    """The source as it grows; ``width`` and ``height`` of the page in pixels."""

    width: int
    height: int
    blocks: list[Para | Table] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    regions: dict[Spot, Region] = field(default_factory=dict)
    doubtful: list[DoubtfulWord] = field(default_factory=list)
    tables: int = 0

    def paragraph(self, para: SeenPara) -> None:
        """Add a paragraph outside of tables."""
        spot = Spot(len(self.lines) + 1)
        self.lines.append(para.text)
        if para.text:
            self.blocks.append(Para(para.text, spot.line, block=True, gap=para.gap))
        self.regions[spot] = self._region(para.box)
        self._doubt(para.words, spot)

    def table(self, grid: Grid, areas: Sequence[Area], texts: Sequence[Sequence[SeenPara]]) -> None:
        """Add a table; a cell that spans several rows or columns stands in its first."""
        self.tables += 1
        rows = []
        for number in range(grid.rows):
            line = len(self.lines) + 1
            cells = [Cell()] * grid.columns
            for cell, area, paras in zip(grid.cells, areas, texts, strict=True):
                if cell.row == number:
                    spot = Spot(line, cell.column + 1)
                    cells[cell.column] = Cell(tuple(Para(para.text, line, block=True) for para in paras if para.text))
                    self.regions[spot] = self._region(cell.box)
                    self._doubt([word for para in paras for word in para.words], spot)
                    self._doubt([Word("", 0.0, box) for box in area.drawings], spot)
            self.lines.append("\t".join(cell.text for cell in cells))
            rows.append(Row(tuple(cells), line))
        self.blocks.append(Table(self.tables, tuple(rows)))

    def source(self, remarks: tuple[Sentence, ...]) -> Source:
        """All of it."""
        return Source(
            Document(tuple(self.blocks)),
            tuple(self.lines),
            regions=self.regions,
            doubtful=tuple(self.doubtful),
            remarks=remarks,
        )

    def _doubt(self, words: Sequence[Word], spot: Spot) -> None:
        for word in words:
            if word.confidence < DOUBTFUL:
                sure = math.floor(word.confidence * 1000) / 1000
                self.doubtful.append(DoubtfulWord(word.text, sure, spot, self._region(word.box)))

    def _region(self, box: Box) -> Region:
        left, right = max(0, box.left) / self.width, min(self.width, box.right) / self.width
        top, bottom = max(0, box.top) / self.height, min(self.height, box.bottom) / self.height
        return Region(1, left, top, right, bottom)
