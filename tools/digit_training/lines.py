"""A line of text drawn in a font, with the place of every letter."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
from fontTools.ttLib import TTFont
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from tools.digit_training.fonts import FOLDER, Family
from tools.digit_training.words import Chance

#: Lines are drawn this many times larger than they are scanned.
OVER = 3

#: How far below the top of the drawing the letters stand, in sizes of the font.
BASE = 1.5

Floats = NDArray[np.float32]

#: A letter that stands on the line with the marks above and below it.
_CLUSTER = re.compile(r".[ัิ-ฺ็-๎ำ]*")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter that stands on the line, and the box of its ink in px (right and bottom outside)."""

    char: str
    left: int
    top: int
    right: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Drawn:
    """Ink of a line, 0 paper … 255 ink, and its letters."""

    ink: NDArray[np.uint8]
    letters: tuple[Letter, ...]


def draw(text: str, family: Family, size: float, chance: Chance) -> Drawn:
    """The text in a face of the family, ``size`` px high, with its own spacing, width, slant and turn."""
    face = str(chance.choice([str(path) for path in family.paths()]))
    spacing = size * OVER * float(chance.choice((0.0, 0.0, chance.uniform(-0.07, 0.08))))
    ink, labels, chars = _typeset(text, face, str(FOLDER / family.fallback), round(size * OVER), spacing)
    if chance.random() < 0.45:
        ink = _weight(ink, size, chance)
    x, y = _from_where(*_turn(ink.shape, chance))
    x, y = _warped(x, y, size * OVER, chance)
    smooth = cv2.GaussianBlur(ink, (0, 0), 0.4 * OVER)
    turned = cv2.remap(smooth, x, y, cv2.INTER_LINEAR)
    places = cv2.remap(labels, x, y, cv2.INTER_NEAREST)
    return Drawn(np.asarray(turned, np.uint8), tuple(_letters(np.asarray(places), chars)))


@lru_cache(maxsize=400)
def _font(path: str, size: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.RAQM)


@lru_cache(maxsize=400)
def _known(path: str) -> frozenset[int]:
    with TTFont(Path(path)) as font:
        return frozenset(font.getBestCmap())


def _typeset(
    text: str, face: str, fallback: str, size: int, spacing: float
) -> tuple[NDArray[np.uint8], NDArray[np.uint16], list[str]]:
    """The line far too large: its ink, and at every px the number of the letter that is there (from 1)."""
    clusters = _CLUSTER.findall(text)
    fonts = [_font(face if all(ord(c) in _known(face) for c in cluster) else fallback, size) for cluster in clusters]
    advances = [font.getlength(cluster) + spacing for font, cluster in zip(fonts, clusters, strict=True)]
    width, height = round(sum(advances)) + 2 * size, round(size * 2.4)
    picture, places = Image.new("L", (width, height), 0), np.zeros((height, width), np.uint16)
    pen, base, chars = float(size), round(size * BASE), [""]
    for cluster, font, advance in zip(clusters, fonts, advances, strict=True):
        ImageDraw.Draw(picture).text((round(pen), base), cluster, font=font, fill=255, anchor="ls")
        if not cluster.isspace():
            _mark(places, font, cluster[0], (round(pen), base), len(chars))
            chars.append(cluster[0])
        pen += advance
    return np.asarray(picture, np.uint8), places, chars


def _mark(
    places: NDArray[np.uint16], font: ImageFont.FreeTypeFont, char: str, pen: tuple[int, int], number: int
) -> None:
    left, top, right, bottom = (int(side) for side in font.getbbox(char, anchor="ls"))
    alone = Image.new("L", (max(1, right - left), max(1, bottom - top)), 0)
    ImageDraw.Draw(alone).text((-left, -top), char, font=font, fill=255, anchor="ls")
    y, x = pen[1] + top, pen[0] + left
    window = places[max(0, y) : y + alone.height, max(0, x) : x + alone.width]
    mask = np.asarray(alone)[-window.shape[0] :, -window.shape[1] :] > 127 if window.size else np.zeros((0, 0), bool)
    window[mask] = number


def _weight(ink: NDArray[np.uint8], size: float, chance: Chance) -> NDArray[np.uint8]:
    """Strokes fatter, so that small loops fill up, or thinner, so that hairlines break."""
    if chance.random() < 0.35:
        return np.asarray(cv2.erode(ink, np.ones((2, 2), np.uint8)), np.uint8)
    side = 1 + max(1, round(float(chance.uniform(0.01, 0.045)) * size * OVER))
    return np.asarray(cv2.dilate(ink, np.ones((side, side), np.uint8)), np.uint8)


def _turn(shape: tuple[int, ...], chance: Chance) -> tuple[NDArray[np.float64], tuple[int, int]]:
    """The way from the large drawing to the scan's size: condensed or widened, slanted and turned a little."""
    height, width = shape
    across = float(chance.choice((1.0, chance.uniform(0.75, 1.15)))) / OVER
    slant = float(chance.choice((0.0, chance.uniform(-0.05, 0.12))))
    angle = np.deg2rad(float(chance.uniform(-0.9, 0.9)))
    squeeze = np.array([[across, -slant / OVER], [0.0, 1.0 / OVER]])
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    linear = turn @ squeeze
    corners = np.array([[0, 0], [width, 0], [0, height], [width, height]]) @ linear.T
    low, high = corners.min(axis=0), corners.max(axis=0)
    matrix = np.hstack([linear, (-low + chance.uniform(0, 1, 2)).reshape(2, 1)])
    return matrix, (int(high[0] - low[0]) + 2, int(high[1] - low[1]) + 2)


def _from_where(matrix: NDArray[np.float64], shape: tuple[int, int]) -> tuple[Floats, Floats]:
    """For every px of the scan, from which column and row of the large drawing it comes."""
    back = np.linalg.inv(np.vstack([matrix, [0.0, 0.0, 1.0]]))
    x, y = np.meshgrid(np.arange(shape[0]), np.arange(shape[1]))
    return (back[0, 0] * x + back[0, 1] * y + back[0, 2]).astype(np.float32), (
        back[1, 0] * x + back[1, 1] * y + back[1, 2]
    ).astype(np.float32)


def _warped(x: Floats, y: Floats, size: float, chance: Chance) -> tuple[Floats, Floats]:
    """The places as in fonts that nobody drew: tails shorter or longer, heads higher or lower, all a little bent."""
    base = round(round(size) * BASE)
    for edge, side in ((base, 1), (base - 0.42 * size, -1)):
        beyond = np.maximum((y - np.float32(edge)) * side, 0)
        factor = (
            chance.choice((1.0, chance.uniform(0.25, 1.3)), p=(0.6, 0.4)) if side > 0 else chance.uniform(0.75, 1.3)
        )
        y = y + np.float32(side * (1 / factor - 1)) * beyond
    if chance.random() < 0.6:
        grid = (2, round(float(np.ptp(y)) / size * 2.5) + 2, round(float(np.ptp(x)) / size * 2.5) + 2)
        bends = chance.normal(0, chance.uniform(0.005, 0.03) * size, grid).astype(np.float32)
        bent = [
            np.asarray(cv2.resize(bend, x.shape[::-1], interpolation=cv2.INTER_CUBIC), np.float32) for bend in bends
        ]
        x, y = x + bent[0], y + bent[1]
    return x.astype(np.float32), y.astype(np.float32)


def _letters(places: NDArray[np.uint16], chars: list[str]) -> list[Letter]:
    rows, columns = np.nonzero(places)
    numbers = places[rows, columns]
    low, high = np.full((len(chars), 2), 1 << 20), np.full((len(chars), 2), -1)
    for side, values in enumerate((rows, columns)):
        np.minimum.at(low[:, side], numbers, values)
        np.maximum.at(high[:, side], numbers, values)
    boxes = [(int(v) for v in (low[n, 1], low[n, 0], high[n, 1] + 1, high[n, 0] + 1)) for n in range(len(chars))]
    return [Letter(char, *box) for char, box, last in zip(chars, boxes, high[:, 0], strict=True) if last >= 0]
