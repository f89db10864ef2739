"""Boxes to tick that are drawn and not written → letters."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from prongsai.documents.readers.document import EMPTY, TICKED
from prongsai.documents.readers.pdf.glyph import Glyph
from prongsai.documents.readers.pdf.letters import Upright

#: The sides of a box in points, how unequal they may be, and how many boxes a page can have.
_SMALLEST, _LARGEST, _UNEQUAL, _MOST = 5.0, 17.0, 1.2, 500
_MOST_SHAPES = 10_000
_TICKS = frozenset("✓✔√/xX✗✘☑☒×")
_DARK = 110


@dataclass(frozen=True, slots=True)
class _Shape:
    """A small drawing: its edges, and whether it can be the frame of a box."""

    left: float
    top: float
    right: float
    bottom: float
    square: bool

    def holds(self, x: float, y: float) -> bool:
        """Whether a point is inside."""
        return self.left < x < self.right and self.top < y < self.bottom


def with_boxes(page: pdfium.PdfPage, glyphs: Sequence[Glyph], upright: Upright) -> list[Glyph]:
    """The letters with ☑ and ☐ where boxes are drawn; a tick that is a letter goes into its box."""
    shapes = list(_shapes(page, upright))
    squares = [shape for shape in shapes if shape.square]
    frames = _frames(squares) if len(squares) < _MOST * 4 else []
    if not frames or len(frames) > _MOST or len(shapes) > _MOST_SHAPES:
        return list(glyphs)
    kept = [glyph for glyph in glyphs if glyph.text not in _TICKS or _inside(frames, glyph) is None]
    ticked = {frame for glyph in glyphs if glyph.text in _TICKS and (frame := _inside(frames, glyph))}
    ticked |= {frame for frame in frames if any(_ticks(shape, frame) for shape in shapes)}
    return [*kept, *(_box(frame, frame in ticked) for frame in frames)]


def _shapes(page: pdfium.PdfPage, upright: Upright) -> Iterable[_Shape]:
    for part in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = part.get_bounds()
        width, height = right - left, top - bottom
        if 1 < max(width, height) < _LARGEST:
            (ax, ay), (bx, by) = upright(left, bottom), upright(right, top)
            square = min(width, height) > _SMALLEST and abs(width - height) < _UNEQUAL
            square = square and _is_upright(part.raw) and not _is_filled(part.raw)
            yield _Shape(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), square)


def _is_upright(part: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether a drawing has four sides, each across or down, as a frame has and a tick or a cross has not."""
    x, y, before, sides = ctypes.c_float(), ctypes.c_float(), (0.0, 0.0), 0
    for at in range(min(raw.FPDFPath_CountSegments(part), 40)):
        segment = raw.FPDFPath_GetPathSegment(part, at)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        kind = raw.FPDFPathSegment_GetType(segment)
        if kind == raw.FPDF_SEGMENT_LINETO:
            if min(abs(x.value - before[0]), abs(y.value - before[1])) > 0.1:
                return False
            sides += 1
        sides += bool(raw.FPDFPathSegment_GetClose(segment)) or kind == raw.FPDF_SEGMENT_BEZIERTO
        before = (x.value, y.value)
    return sides >= 4


def _is_filled(part: raw.FPDF_PAGEOBJECT) -> bool:
    """Whether a drawing is a dark area and not a frame."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    if not raw.FPDFPath_GetDrawMode(part, mode, stroked) or stroked.value or not mode.value:
        return False
    if raw.FPDFPath_CountSegments(part) > 8:
        return False  # an outer and an inner edge: the area between them is the frame
    red, green, blue, alpha = ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFPageObj_GetFillColor(part, red, green, blue, alpha)
    return max(red.value, green.value, blue.value) < _DARK


def _frames(squares: Iterable[_Shape]) -> list[_Shape]:
    """Each box once, where its area and its edge are drawn separately."""
    kept: list[_Shape] = []
    for square in sorted(squares, key=lambda shape: shape.left - shape.right):
        x, y = (square.left + square.right) / 2, (square.top + square.bottom) / 2
        if not any(frame.holds(x, y) for frame in kept):
            kept.append(square)
    return kept


def _inside(frames: Sequence[_Shape], glyph: Glyph) -> _Shape | None:
    x, y = glyph.middle
    return next((frame for frame in frames if frame.holds(x, y)), None)


def _ticks(shape: _Shape, frame: _Shape) -> bool:
    """Whether a drawing is the tick of a box: it is inside, and not a second frame or a shadow."""
    if shape.square or shape == frame:
        return False
    size = frame.right - frame.left
    inside = frame.holds((shape.left + shape.right) / 2, (shape.top + shape.bottom) / 2)
    return inside and min(shape.right - shape.left, shape.bottom - shape.top) > 0.25 * size


def _box(frame: _Shape, ticked: bool) -> Glyph:
    height = frame.bottom - frame.top
    text = TICKED if ticked else EMPTY
    return Glyph(text, frame.left, frame.right, frame.bottom - 0.1 * height, height * 1.3, spaced=True, trailing=True)
