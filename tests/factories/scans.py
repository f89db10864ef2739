"""Pages as an office's scanner leaves them: a PDF drawn at 200 dpi, turned, grey, blurred, noisy; one a seed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein

from prongsai.core.reports.sheet import Sheet
from prongsai.documents.readers.document import TICKED, Document, DoubtfulWord, Source, Spot

Picture = NDArray[np.uint8]


def drawn(pdf: bytes, dpi: int = 200) -> list[Picture]:
    """The pages of a PDF as greyscale pictures."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [page.render(scale=dpi / 72, grayscale=True).to_numpy().copy() for page in document]


def scanned(
    page: Picture,
    seed: int = 0,
    *,
    degrees: float = 0.7,
    noise: float = 14,
    stamp: bool = False,
    signature: bool = False,
    dirt: bool = False,
) -> Picture:
    """The page after a scanner: ink and paper are grey and uneven, edges soft, JPEG 75.

    ``stamp`` puts a round stamp on it, ``signature`` scribbles at the bottom; ``dirt`` punches holes, throws the shadow
    of a staple and darkens the edge where the lid did not close.
    """
    random = np.random.default_rng(seed)
    made = page.copy()
    if signature:
        _scribble(made, random)
    if stamp:
        _stamp(made, random)
    made = turned(made, degrees)
    if dirt:
        _dirty(made, random)
    grey = made.astype(np.float32) * ((228 - 45) / 255) + 45
    height, width = grey.shape
    light = 1 + 0.05 * np.linspace(-1, 1, width)[None, :] + 0.04 * np.linspace(1, -1, height)[:, None]
    soft = cv2.GaussianBlur(grey * light, (0, 0), 0.7)
    noisy = np.clip(soft + random.normal(0, noise, soft.shape), 0, 255).astype(np.uint8)
    done, packed = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, 75])
    assert done
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def turned(page: Picture, degrees: float) -> Picture:
    """The page turned counter-clockwise about its middle, white where the paper ends."""
    height, width = page.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    made = cv2.warpAffine(page, matrix, (width, height), flags=cv2.INTER_CUBIC, borderValue=(255,))
    return np.asarray(made, dtype=np.uint8)


def _scribble(page: Picture, random: np.random.Generator) -> None:
    height, width = page.shape
    steps = random.normal(0, 1, (60, 2)).cumsum(axis=0) * (9, 6) + np.linspace((0, 0), (220, 0), 60)
    points = (steps + np.array((width * 0.6, height * 0.8))).astype(np.int32)
    cv2.polylines(page, [points.reshape(-1, 1, 2)], False, (60,), 3, cv2.LINE_AA)


def _stamp(page: Picture, random: np.random.Generator) -> None:
    height, width = page.shape
    at = (int(width * random.uniform(0.3, 0.7)), int(height * random.uniform(0.3, 0.6)))
    ink = np.full_like(page, 255)
    for radius, thick in ((110, 5), (80, 3)):
        cv2.circle(ink, at, radius, (120,), thick, cv2.LINE_AA)
    cv2.putText(ink, "COPY", (at[0] - 60, at[1] + 14), cv2.FONT_HERSHEY_SIMPLEX, 1.6, (120,), 4, cv2.LINE_AA)
    np.minimum(page, ink, out=page)


def _dirty(page: Picture, random: np.random.Generator) -> None:
    height, width = page.shape
    for part in (0.36, 0.64):
        cv2.circle(page, (45, int(height * part)), 22, (15,), -1, cv2.LINE_AA)
    cv2.line(page, (70, 60), (120, 45), (90,), 4, cv2.LINE_AA)
    page[:, width - 14 :] = np.minimum(page[:, width - 14 :], 40)
    for x, y in random.uniform(0, 1, (60, 2)):
        cv2.circle(page, (int(x * width), int(y * height)), 1, (110,), -1)


@dataclass(frozen=True)
class Compared:
    """How a scan was read: likeness of each cell of its tables, 0 to 1, what differs, and whether tables are whole."""

    cells: tuple[float, ...]
    worst: tuple[tuple[float, str, str], ...]
    structure: bool

    @property
    def likeness(self) -> float:
        """The mean over the cells."""
        return sum(self.cells) / len(self.cells) if self.cells else 1.0


def plain(text: str) -> str:
    """The text without white space, ``ํา`` as ``ำ``, every tick as a ticked box."""
    bare = "".join(unicodedata.normalize("NFC", text).split())
    return bare.replace("\u0e4d\u0e32", "\u0e33").replace("✓", TICKED)


def compared(sheet: Sheet, document: Document) -> Compared:
    """The tables of a paper beside those that were read of it; header rows, which pages repeat, are left out."""
    heads = [plain("".join(column.heading for column in table.columns)) for table in sheet.tables]
    wanted = [[plain("".join(cell.lines)) for cell in row] for table in sheet.tables for row in table.rows]
    found: list[list[str]] = []
    for table in document.tables:
        rows = [[plain(cell.text) for cell in row.cells] for row in table.rows]
        body = [row for row in rows if max(fuzz.ratio("".join(row), head) for head in heads) < 80]
        if found and body and not body[0][0] and len(body[0]) == len(found[-1]) > 3:
            # The row that the end of a page has cut goes on in the first one of the next.
            found[-1] = [before + after for before, after in zip(found[-1], body.pop(0), strict=True)]
        found += body
    told = [
        (fuzz.ratio(one, other) / 100, one, other)
        for want, got in zip(wanted, found, strict=False)
        for one, other in zip(want, got, strict=False)
        if one or other
    ]
    whole = [len(row) for row in wanted] == [len(row) for row in found]
    return Compared(tuple(value for value, *_ in told), tuple(sorted(told)), whole)


def words_judged(sheet: Sheet, source: Source) -> list[tuple[float, bool]]:
    """Confidence of each word in the tables, and whether it is right; the source must tell of every word."""
    wanted = [plain("".join(cell.lines)) for table in sheet.tables for row in table.rows for cell in row]
    by_spot: dict[Spot, list[DoubtfulWord]] = {}
    for word in source.doubtful:
        if word.spot.column is not None and word.text:
            by_spot.setdefault(word.spot, []).append(word)
    made: list[tuple[float, bool]] = []
    for words in by_spot.values():
        text = plain("".join(word.text for word in words))
        best, score, _ = process.extractOne(text, wanted, scorer=fuzz.ratio)
        if score >= 60:
            made += _judged(words, text, best)
    return made


def _judged(words: list[DoubtfulWord], text: str, truth: str) -> Iterator[tuple[float, bool]]:
    right = [False] * len(text)
    for step in Levenshtein.opcodes(text, truth):
        if step.tag == "equal":
            right[step.src_start : step.src_end] = [True] * (step.src_end - step.src_start)
        elif step.tag == "insert" and step.src_start:
            right[step.src_start - 1] = False
    at = 0
    for word in words:
        length = len(plain(word.text))
        yield word.confidence, all(right[at : at + length])
        at += length
