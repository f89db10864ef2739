"""What stands where on a page: its tables with the lines in each cell, and the lines outside of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.grid import Grid, grids
from prongsai.documents.readers.scan.ink import Box, Picture, ink
from prongsai.documents.readers.scan.lines import Inked, Line, around, inked, lines
from prongsai.documents.readers.scan.rules import rules
from prongsai.documents.readers.scan.tickboxes import TickBox, is_tick, tick_boxes

#: A piece higher than so many letters is a drawing: a signature, a stamp, the dark edge of a scanner.
_DRAWING = 3.0
#: Where so much of a piece's box is ink, and it is larger than a letter, it is a hole or a blot.
_SOLID = 0.7


@dataclass(frozen=True, slots=True)
class Area:
    """A cell of a table, or all that is outside of tables. ``tick``: nothing stands in it but a tick.

    ``drawings`` are what is no text: signatures and stamps.
    """

    box: Box
    lines: tuple[Line, ...]
    tick: bool = False
    drawings: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Layout:
    """A page of which nothing is read yet. ``cells`` are the areas of each grid, in the order of its cells."""

    found: Inked
    letter: int
    boxes: tuple[TickBox, ...]
    grids: tuple[Grid, ...]
    cells: tuple[tuple[Area, ...], ...]
    outside: Area


def layout(page: Picture, letter: int) -> Layout:
    """Where text stands on a clean page whose letters are ``letter`` pixels high."""
    ruled = rules(page, letter)
    # Single grains are noise to the eye; tesseract reads small marks better with them than without.
    quiet = np.asarray(cv2.medianBlur(page, 3), dtype=np.uint8)
    tables = tuple(grids(ruled, letter))
    mask = ink(quiet, letter)
    mask[ruled.mask > 0] = 0
    found = inked(mask)
    boxes = tuple(tick_boxes(found, letter))
    text = _text(found, boxes, letter)
    x, y = found.stats[:, 0] + found.stats[:, 2] / 2, found.stats[:, 1] + found.stats[:, 3] / 2
    x[0] = y[0] = -1  # the paper is nowhere
    free = x >= 0
    cells = []
    for table in tables:
        cells.append(tuple(_area(found, cell.box, _inside(cell.box, x, y), text, letter) for cell in table.cells))
        free &= ~_inside(table.box, x, y)
    outside = _area(found, Box(0, 0, page.shape[1], page.shape[0]), free, text, letter)
    return Layout(found, letter, boxes, tables, tuple(cells), outside)


def _inside(box: Box, x: NDArray[np.float64], y: NDArray[np.float64]) -> NDArray[np.bool_]:
    return (x >= box.left) & (x < box.right) & (y >= box.top) & (y < box.bottom)


def _text(found: Inked, boxes: tuple[TickBox, ...], letter: int) -> NDArray[np.bool_]:
    """The pieces that can be letters, marks and boxes to tick."""
    width, height, area = found.stats[:, 2], found.stats[:, 3], found.stats[:, 4]
    drawing = (height > _DRAWING * letter) | (width > 12 * letter)
    solid = (np.minimum(width, height) > 1.3 * letter) & (area > _SOLID * width * height)
    made = ~drawing & ~solid
    made[0] = False
    made[[box.label for box in boxes]] = True
    return np.asarray(made)


def _area(found: Inked, box: Box, own: NDArray[np.bool_], text: NDArray[np.bool_], letter: int) -> Area:
    drawings = tuple(_drawings(found, own & ~text, letter))
    single = np.flatnonzero(own & text & (found.stats[:, 4] >= letter))
    if len(single) == 1:
        place = around(found.stats[single])
        if place.height >= 0.6 * letter and is_tick(place.cut(found.labels) == single[0]):
            return Area(box, (), True, drawings)
    return Area(box, tuple(lines(found, own & text, letter)), False, drawings)


def _drawings(found: Inked, own: NDArray[np.bool_], letter: int) -> Iterator[Box]:
    for stats in found.stats[own]:
        if stats[4] > letter * letter // 2:
            yield around(stats[None, :])
