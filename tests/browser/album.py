"""The manual's pictures. They are taken on every walk, and kept where PRONGSAI_PICTURES names a folder."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page

MOST = 150_000  # bytes: the manual opens on a slow line too
WIDEST = 1000
_TO_THE_TOP = "one => scrollBy({top: one.getBoundingClientRect().top - 16, behavior: 'instant'})"


class Album:
    """Takes pictures, and remembers their names and the lines that were on the screen."""

    def __init__(self) -> None:
        folder = os.environ.get("PRONGSAI_PICTURES")
        self.folder = Path(folder) if folder else None
        self.taken: set[str] = set()
        self.lines: set[str] = set()

    def take(self, page: Page, name: str, *, at: Locator | None = None) -> None:
        """The window as it is, scrolled to a place where one is given."""
        if at is not None:
            at.first.evaluate(_TO_THE_TOP)
        picture = Image.open(io.BytesIO(page.screenshot(animations="disabled")))
        data = small(picture)
        assert len(data) < MOST, (name, picture.size, len(data))
        self.see(page)
        self.taken.add(f"{name}.png")
        if self.folder:
            (self.folder / f"{name}.png").write_bytes(data)

    def see(self, page: Page) -> None:
        """Remember the lines of the page: the name of a button, of a link, of a heading is one."""
        self.lines |= {line.strip() for line in re.split(r"[\n\t]", page.locator("body").inner_text())}


def small(picture: Image.Image) -> bytes:
    """As PNG, not too wide, of 255 colours, fitted so that none of a screen's plain colours is lost."""
    out, plain = io.BytesIO(), picture.convert("RGB")
    plain.thumbnail((WIDEST, picture.height), Image.Resampling.LANCZOS)
    plain.quantize(255, Image.Quantize.MAXCOVERAGE, kmeans=4, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
