"""The lines that a page draws, found on its picture without letters.

A picture is asked and not the drawing orders, because borders come as strokes, as thin areas, as edges of shaded cells
and cut to shape by others; and because a page with a hundred thousand orders then takes no longer than another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import pypdfium2 as pdfium
from PIL import Image, ImageChops
from pypdfium2 import raw

#: Dots a point, on pages that are not larger than this many dots.
_SCALE, _MOST_DOTS = 2.0, 4000
#: How much darker or lighter a border is than what is beside it, 0 to 255.
_STEP = 14
#: A dotted line has holes up to this; a line is at least this long (dots).
_HOLE, _SHORTEST = 11, 16
#: Both edges of one line are no further apart than this, in points.
_THICKEST = 3.0
_MOST_RULES = 1500
_EDGE = re.compile(rb"\xff+")


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight line: ``at`` is its height (or its distance from the left), from ``start`` to ``end``, in points."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Rules:
    """The lines of a page; both lists are ordered by ``at``."""

    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()


def rules(page: pdfium.PdfPage, turn: int) -> Rules:
    """The lines of a page. Its letters and pictures are hidden for good: read the text of the page before."""
    for part in page.get_objects(max_depth=6):
        if part.type != raw.FPDF_PAGEOBJ_PATH and part.type != raw.FPDF_PAGEOBJ_FORM:
            raw.FPDFPageObj_SetIsActive(part.raw, False)
    width, height = page.get_size()
    scale = min(_SCALE, _MOST_DOTS / max(width, height))
    picture = page.render(scale=scale, rotation=turn, grayscale=True, may_draw_forms=False).to_pil().convert("L")
    return Rules(_found(picture, scale), _found(picture.transpose(Image.Transpose.TRANSPOSE), scale))


def _found(picture: Image.Image, scale: float) -> tuple[Rule, ...]:
    """The lines that run from left to right."""
    width, height = picture.size
    if height < 2:
        return ()
    above, below = picture.crop((0, 0, width, height - 1)), picture.crop((0, 1, width, height))
    dots = ImageChops.difference(above, below).point([0] * _STEP + [255] * (256 - _STEP)).tobytes()
    runs: list[Rule] = []
    for row in range(height - 1):
        line = dots[row * width : (row + 1) * width]
        if line.count(b"\xff") >= _SHORTEST // 2:
            runs += (Rule((row + 1) / scale, start / scale, end / scale) for start, end in _runs(line))
        if len(runs) > _MOST_RULES * 4:
            break
    return tuple(_lines(runs))[:_MOST_RULES]


def _runs(line: bytes) -> Iterator[tuple[int, int]]:
    start = end = -_HOLE - 1
    inked = 0
    for found in _EDGE.finditer(line):
        if found.start() - end > _HOLE:
            if end - start >= _SHORTEST and inked * 3 >= end - start:
                yield start, end
            start, inked = found.start(), 0
        end = found.end()
        inked += end - found.start()
    if end - start >= _SHORTEST and inked * 3 >= end - start:
        yield start, end


def _lines(runs: list[Rule]) -> Iterator[Rule]:
    """Both edges of a line as one, and its pieces joined."""
    group: list[Rule] = []
    for run in sorted(runs, key=lambda rule: rule.at):
        if group and (run.at - group[-1].at > _THICKEST * 0.75 or run.at - group[0].at > _THICKEST):
            yield from _joined(group)
            group = []
        group.append(run)
    yield from _joined(group)


def _joined(group: list[Rule]) -> Iterator[Rule]:
    if not group:
        return
    at = (group[0].at + group[-1].at) / 2
    ordered = sorted(group, key=lambda rule: rule.start)
    start, end = ordered[0].start, ordered[0].end
    for _, rule in pairwise(ordered):
        if rule.start > end + 1:
            yield Rule(at, start, end)
            start = rule.start
        end = max(end, rule.end)
    yield Rule(at, start, end)
