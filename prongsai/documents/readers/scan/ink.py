"""What is ink on a page: paper made even, ink told from it, and the pieces that hang together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import cv2
import numpy as np
from numpy.typing import NDArray

#: Paper in a picture that was made even.
_PAPER = 250

_Number = TypeVar("_Number", bound=np.generic)

#: A greyscale picture, dark on light, 0 to 255; height × width.
Picture = NDArray[np.uint8]
#: 255 where there is ink (or whatever else is meant), 0 elsewhere.
Mask = NDArray[np.uint8]

#: Letters on paper are this high in pixels at 200 dots an inch, without marks above and below: 14 to 16 point.
LETTER = 18


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels; ``right`` and ``bottom`` are the first that no longer belong to it."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """Pixels from left to right."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """Pixels from top to bottom."""
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle: x, y."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def cut(self, picture: NDArray[_Number]) -> NDArray[_Number]:
        """This part of a picture; not a copy."""
        return picture[self.top : self.bottom, self.left : self.right]


def even(picture: Picture) -> Picture:
    """The picture with its paper white everywhere: shadows and grey paper are divided out."""
    height, width = picture.shape
    by = max(1, min(height, width) // 300)
    small = cv2.resize(picture, (max(1, width // by), max(1, height // by)), interpolation=cv2.INTER_AREA)
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((7, 7), np.uint8)), 21)
    paper = np.maximum(cv2.resize(paper, (width, height), interpolation=cv2.INTER_LINEAR), 40)
    return np.asarray(cv2.divide(picture, paper, scale=_PAPER), dtype=np.uint8)


def ink(picture: Picture, letter: int = LETTER) -> Mask:
    """Where the ink is: nearer to the darkest of its neighbourhood than to paper, and darker by more than noise is."""
    soft = cv2.GaussianBlur(picture, (3, 3), 0)
    size = max(15, letter * 2) | 1
    made = cv2.adaptiveThreshold(soft, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, size, 18)
    around = max(5, letter // 2) | 1
    darkest = cv2.blur(cv2.erode(soft, np.ones((around, around), np.uint8)), (around, around))
    made[soft > 0.45 * _PAPER + 0.55 * darkest.astype(np.float32)] = 0
    # The middle of something black and wide is no darker than what is around it.
    made[soft < 60] = 255
    return np.asarray(made, dtype=np.uint8)


def pieces(mask: Mask) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Label of every pixel, and left, top, width, height and area of every label; label 0 is the paper."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    return np.asarray(labels, dtype=np.int32), np.asarray(stats, dtype=np.int32)


def letter_height(stats: NDArray[np.int32]) -> int | None:
    """The height of the letters among the pieces, in pixels: that at which most of their ink stands; None without any.

    Letters are pieces about as wide as high. Marks above and below are as many but lower; the weight of ink leaves
    them behind.
    """
    width, height, area = stats[1:, 2], stats[1:, 3], stats[1:, 4]
    like = (
        (height >= 6)
        & (height <= 120)
        & (width <= 2.2 * height)
        & (width >= 0.25 * height)
        & (area < 0.85 * width * height)
    )
    if int(like.sum()) < 8:
        return None
    counts = np.bincount(height[like], weights=area[like].astype(np.float64), minlength=130)
    smooth = np.convolve(counts, [1, 2, 3, 2, 1], mode="same")
    return int(smooth.argmax())
