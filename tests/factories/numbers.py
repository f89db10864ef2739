"""Noisy scanned pages of numbers and mixed lines in a font that the digit reader never saw, with what stands there.

The font is the program's own Sarabun. Nothing here is shared with the training (tools/digit_training): other words,
another page, another scanner. ``python -m tests.factories.numbers FOLDER`` writes the pages as pictures, to look at.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from prongsai.documents.readers.scan.digits import FoundDigit
from tests.factories.reports import words

Picture = NDArray[np.uint8]

FONTS = Path(words.__file__).parents[3] / "prongsai" / "documents" / "fonts"
FACES = ("ProngsaiSarabun-Regular.ttf", "ProngsaiSarabun-Regular.ttf", "ProngsaiSarabun-Bold.ttf")

#: Points of Sarabun: 16 pt TH Sarabun is 10.7, twice as often as the sizes about it and those of ordinary fonts.
SIZES = (10.7, 10.7, 10.7, 10.7, 9.4, 12.0, 14.0, 16.0, 18.0)

DPI, TURN, LEFT_ASKEW, NOISE, JPEG = 200, 0.7, 0.1, 14.0, 75
A4 = (1654, 2339)
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True, slots=True)
class Placed:
    """A digit that stands on a crop, and its box in px (right and bottom outside)."""

    char: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Crop:
    """A piece of a scanned page: its picture, its text, and its digits."""

    picture: Picture
    text: str
    digits: tuple[Placed, ...]


def numbers(count: int, seed: int = 1, thai: bool = True, most: int = 4) -> list[Crop]:
    """Crops of whole numbers of up to ``most`` digits, each with a few px of its page around it."""
    chance = random.Random(seed)  # noqa: S311
    texts = [_number(chance, most) for _ in range(count)]
    return _crops([text.translate(THAI_DIGITS) if thai else text for text in texts], chance, columns=6, turn=TURN)


def lines(count: int, seed: int = 2) -> list[Crop]:
    """Crops of lines of mixed text as reports have them: Thai words with Thai numbers, and a few Latin words.

    Their pages were turned, and straightened again as the page reader does it, but for a tenth of a degree.
    """
    chance = random.Random(seed)  # noqa: S311
    return _crops([_line(chance) for _ in range(count)], chance, columns=1, turn=LEFT_ASKEW)


def page_of(text: str, seed: int = 4) -> Crop:
    """The crop of a text that stands alone on its page."""
    return _crops([text], random.Random(seed), columns=1, turn=LEFT_ASKEW)[0]  # noqa: S311


def letters(text: str, seed: int = 3) -> list[Crop]:
    """A crop of each letter of the text, alone."""
    return _crops(list(text), random.Random(seed), columns=6, turn=TURN)  # noqa: S311


def scanned(page: Image.Image, seed: int, turn: float = TURN) -> Picture:
    """The page as a poor scanner gives it: turned, blurred, noisy, packed as JPEG (dark on light, 200 dpi).

    With another ``turn`` than that of the scanner, it is straightened afterwards until so many degrees are left.
    """
    turned = cv2.warpAffine(np.asarray(page), _matrix(TURN), A4, flags=cv2.INTER_LINEAR, borderValue=255)
    blurred = cv2.GaussianBlur(turned, (0, 0), 0.7).astype(np.float64)
    noisy = np.clip(blurred + np.random.default_rng(seed).normal(0, NOISE, blurred.shape), 0, 255).astype(np.uint8)
    packed = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, JPEG])[1]
    scan = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
    if turn == TURN:
        return scan
    return np.asarray(cv2.warpAffine(scan, _matrix(turn - TURN), A4, flags=cv2.INTER_LINEAR, borderValue=255), np.uint8)


def is_there(found: FoundDigit, crop: Crop) -> bool:
    """Whether that digit stands on the crop at that place."""
    middle = (found.left + found.right) / 2
    return any(digit.char == found.char and digit.left - 1 <= middle <= digit.right + 1 for digit in crop.digits)


def _number(chance: random.Random, most: int) -> str:
    length = chance.randint(1, most)
    text = "".join(chance.choice("0123456789") for _ in range(length))
    if length == 4 and chance.random() < 0.25:
        return f"{text[0]},{text[1:]}"
    if length > 2 and chance.random() < 0.25:
        return f"{text[:-2]}.{text[-2:]}"
    return text


def _line(chance: random.Random) -> str:
    parts = (words.VERBS, words.THINGS, words.ENDS, words.OFFICES, words.SECTIONS, words.POSTS, words.THEMES)
    text = ""
    while len(text) < 45:
        text += chance.choice(chance.choice(parts)) + chance.choice(("", " "))
        if chance.random() < 0.4:
            text += chance.choice((" ข้อ ", " ปี ", " จำนวน ", "ที่ ")) + _number(chance, 4).translate(THAI_DIGITS) + " "
    return text.strip()


def _crops(texts: Sequence[str], chance: random.Random, columns: int, turn: float) -> list[Crop]:
    rows = 28
    found: list[Crop] = []
    for start in range(0, len(texts), rows * columns):
        found += _page(texts[start : start + rows * columns], chance, columns, turn)
    return found


def _page(texts: Sequence[str], chance: random.Random, columns: int, turn: float) -> Iterator[Crop]:
    page = Image.new("L", A4, 255)
    places = []
    for index, text in enumerate(texts):
        font = _font(chance.choice(FACES), chance.choice(SIZES))
        if font.getlength(text) > A4[0] - 200:
            font = _font(FACES[0], 10.7)
        x, y = 100 + (index % columns) * 250, 110 + (index // columns) * 78
        ImageDraw.Draw(page).text((x, y), text, font=font, fill=chance.randint(0, 60), anchor="ls")
        places.append((text, font, x, y))
    scan = scanned(page, chance.randrange(1 << 30), turn)
    for text, font, x, y in places:
        yield _crop(scan, text, font, (x, y), turn, chance)


def _crop(
    scan: Picture, text: str, font: ImageFont.FreeTypeFont, pen: tuple[int, int], turn: float, chance: random.Random
) -> Crop:
    """The box of the text on the turned page, with a few px about it."""
    left, top, right, bottom = _turned(_ink(font, text, pen), turn)
    x, y = max(0, int(left) - chance.randint(2, 6)), max(0, int(top) - chance.randint(2, 6))
    picture = scan[y : int(bottom) + chance.randint(3, 7), x : int(right) + chance.randint(3, 7)]
    digits = []
    for match in re.finditer(r"[0-9๐-๙]", text):
        start = font.getlength(text[: match.start()])
        box = _turned(_ink(font, match.group(), (pen[0] + start, pen[1])), turn)
        digits.append(Placed(match.group(), box[0] - x, box[1] - y, box[2] - x, box[3] - y))
    return Crop(picture, text, tuple(digits))


def _ink(font: ImageFont.FreeTypeFont, text: str, pen: tuple[float, float]) -> tuple[float, ...]:
    left, top, right, bottom = font.getbbox(text, anchor="ls")
    return pen[0] + left, pen[1] + top, pen[0] + right, pen[1] + bottom


def _turned(box: tuple[float, ...], turn: float) -> tuple[float, float, float, float]:
    left, top, right, bottom = box
    corners = np.array([[left, top, 1], [right, top, 1], [left, bottom, 1], [right, bottom, 1]]) @ _matrix(turn).T
    (x1, y1), (x2, y2) = corners.min(axis=0), corners.max(axis=0)
    return float(x1), float(y1), float(x2), float(y2)


def _matrix(turn: float) -> NDArray[np.float64]:
    return np.asarray(cv2.getRotationMatrix2D((A4[0] / 2, A4[1] / 2), turn, 1.0), np.float64)


@cache
def _font(face: str, points: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(FONTS / face), round(points * DPI / 72))


def main(folder: Path) -> None:
    """Writes the first crops of each kind into the folder."""
    for kind, crops in (("number", numbers(60)), ("arabic", numbers(60, thai=False)), ("line", lines(20))):
        for index, crop in enumerate(crops):
            cv2.imwrite(str(folder / f"{kind}-{index:02}.png"), crop.picture)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
