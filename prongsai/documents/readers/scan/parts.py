"""A line of text cut into what reads it: numbers for our own reader, boxes by their look, the rest for tesseract."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from prongsai.documents.readers.document import EMPTY, TICKED
from prongsai.documents.readers.scan.dots import is_dash
from prongsai.documents.readers.scan.ink import Box, Picture
from prongsai.documents.readers.scan.lines import Inked, Line, line_picture
from prongsai.documents.readers.scan.numbers import numbers
from prongsai.documents.readers.scan.tickboxes import TickBox

#: White around what tesseract reads, in pixels.
_MARGIN = 6
#: How sure a dash is that is told by its look.
_DASH = 0.9


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a line on the page: read already, or a picture that tesseract is to read."""

    box: Box
    text: str = ""
    confidence: float = 1.0
    picture: Picture | None = None


def parts_of(page: Picture, found: Inked, line: Line, boxes: Sequence[TickBox], letter: int) -> list[Part]:
    """The stretches of a line from left to right. ``boxes`` are the boxes to tick of the page."""
    ticks = [box for box in boxes if box.label in line.labels]
    text = tuple(label for label in line.labels if label not in {box.label for box in ticks})
    read = [Part(box.box, TICKED if box.ticked else EMPTY) for box in ticks]
    if not text:
        return read
    own = Line(line.box, line.top, line.base, text)
    picture, where = line_picture(page, found, own, _MARGIN)
    read += [
        Part(_moved(number.box, where.left, where.top), number.text, number.confidence)
        for number in numbers(picture, letter)
    ]
    read.sort(key=lambda part: part.box.left)
    return sorted([*read, *_rest(picture, where, found, own, read, letter)], key=lambda part: part.box.left)


def _rest(picture: Picture, where: Box, found: Inked, line: Line, read: Sequence[Part], letter: int) -> Iterator[Part]:
    """What stands before, between and behind the stretches that are read."""
    labels = np.asarray(line.labels)
    stats = found.stats[labels]
    middle = stats[:, 0] + stats[:, 2] / 2
    edges = [(part.box.left, part.box.right) for part in read]
    begins = [where.left, *(right for _, right in edges)]
    ends = [*(left for left, _ in edges), where.right]
    for begin, end in zip(begins, ends, strict=True):
        inside = stats[(middle >= begin) & (middle < end)]
        if not len(inside):
            continue
        box = Box(
            max(begin, int(inside[:, 0].min())),
            int(inside[:, 1].min()),
            min(end, int((inside[:, 0] + inside[:, 2]).max())),
            int((inside[:, 1] + inside[:, 3]).max()),
        )
        if len(inside) == 1 and is_dash(box, line, letter):
            yield Part(box, "-" if box.width < 0.7 * letter else "–", _DASH)
        elif box.width > 0:
            crop = picture[:, box.left - where.left : box.right - where.left]
            yield Part(box, picture=np.pad(crop, ((0, 0), (_MARGIN, _MARGIN)), constant_values=255))


def _moved(box: Box, x: int, y: int) -> Box:
    return Box(box.left + x, box.top + y, box.right + x, box.bottom + y)


def letters_left(part: Part) -> int:
    """Where on the page the left edge of a part's picture stands."""
    return part.box.left - _MARGIN
