"""What paper, scanner and file do to a drawn line."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from tools.digit_training.words import Chance

Picture = NDArray[np.uint8]


def scanned(ink: Picture, chance: Chance) -> Picture:
    """The ink (0 paper … 255 ink) as a scanner gives it: dark on light, blurred, noisy, spotted, packed as JPEG."""
    dark, light = chance.uniform(0, 90), chance.uniform(195, 255)
    page = light - ink.astype(np.float32) * ((light - dark) / 255)
    blurred = np.asarray(cv2.GaussianBlur(page, (0, 0), chance.uniform(0.25, 1.0)), np.float32)
    spotted = _spotted(blurred, chance) if chance.random() < 0.15 else blurred
    noisy = spotted + chance.normal(0, chance.uniform(0, 20), page.shape)
    picture = np.clip(noisy, 0, 255).astype(np.uint8)
    if chance.random() < 0.7:
        packed = cv2.imencode(".jpg", picture, [cv2.IMWRITE_JPEG_QUALITY, int(chance.integers(50, 95))])[1]
        picture = np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), np.uint8)
    if chance.random() < 0.4:
        picture = np.asarray(cv2.medianBlur(picture, 3), np.uint8)
    return picture


def _spotted(page: NDArray[np.float32], chance: Chance) -> NDArray[np.float32]:
    for _ in range(int(chance.integers(1, 5))):
        y, x = (int(chance.integers(0, side)) for side in page.shape)
        cv2.circle(page, (x, y), int(chance.integers(1, 3)), float(chance.uniform(0, 150)), -1)
    return page
