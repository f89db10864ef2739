"""Paper drawn with lines and blocks, for what needs no reading of letters; and real pages of our writer."""

import shutil
import subprocess
from functools import cache

import cv2
import numpy as np
import pytest

from prongsai.documents.writers import project, write
from tests.documents.writers.sample import NAMES, REPORT
from tests.factories.scans import drawn

WHITE = 250


def has_thai():
    """Whether tesseract with Thai is here."""
    if shutil.which("tesseract") is None:
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False).stdout  # noqa: S607
    return {"tha", "eng"} <= set(listed.split())


needs_tesseract = pytest.mark.skipif(not has_thai(), reason="tesseract with Thai is not installed (tesseract-ocr-tha)")


def blank(width=1200, height=900):
    return np.full((height, width), WHITE, dtype=np.uint8)


def rule(page, start, end, dark=60, thick=2):
    cv2.line(page, start, end, (dark,), thick)


def table(page, xs, ys, **how):
    """All rules of a table with these edges."""
    for y in ys:
        rule(page, (xs[0], y), (xs[-1], y), **how)
    for x in xs:
        rule(page, (x, ys[0]), (x, ys[-1]), **how)


def text_like(page, left, top, count, letter=18):
    """Blocks that stand like letters do: as wide as high, close together."""
    for at in range(count):
        x = left + at * letter
        cv2.rectangle(page, (x, top), (x + letter - 7, top + letter), (40,), 3)


@cache
def pages_of(form):
    """The pages of our made-up report in a form, as drawn at 200 dpi."""
    return tuple(drawn(write(project(REPORT, form), form, "pdf", names=NAMES)))
