"""Files of pictures: photos and scans of paper, one page or many, opened within limits."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from threading import Lock
from typing import Any

import numpy as np
from PIL import Image, ImageFile, ImageOps

from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.scan.ink import Picture

#: No page has more pixels: A3 at 600 dots an inch has 70 million of them, A4 35.
MOST_PIXELS = 60_000_000
MOST_PAGES = 200
_FORMATS = ("PNG", "JPEG", "TIFF", "WEBP", "BMP")
#: Resolutions that a scanner has; other files say 1 or 72 for want of knowing.
_LEAST_DPI, _MOST_DPI = 90, 1200


_ONE_AT_A_TIME = Lock()


class PictureFile:
    """The pages of a picture file, decoded one at a time."""

    def __init__(self, image: Image.Image, name: str) -> None:
        self._image = image
        self._name = name
        self.page_count: int = _pages(image, name)

    def picture(self, number: int) -> Picture:
        """Page ``number``, from 1, in grey, the right way up as far as the file says. Raises Refusal."""
        self._turn_to(number)
        try:
            with _whole_files_only():
                self._image.load()
            upright = ImageOps.exif_transpose(self._image) or self._image
            return np.array(_on_paper(upright).convert("L"), dtype=np.uint8)
        except _FAULTS as fault:
            raise _damaged(self._name) from fault

    def resolution(self, number: int) -> int | None:
        """Dots an inch of page ``number``, where the file says something likely."""
        self._turn_to(number)
        told: Any = self._image.info.get("dpi", (0, 0))
        try:
            dpi = round(float(told[0]))
        except (TypeError, ValueError, IndexError, OverflowError, ZeroDivisionError):
            return None
        return dpi if _LEAST_DPI <= dpi <= _MOST_DPI else None

    def close(self) -> None:
        """Let go of the file."""
        self._image.close()

    def _turn_to(self, number: int) -> None:
        try:
            self._image.seek(number - 1)
        except _FAULTS as fault:
            raise _damaged(self._name) from fault
        _check_size(self._image, self._name)


#: What Pillow raises for files that are not what they say; its own limit on pixels is among them.
_FAULTS = (OSError, ValueError, SyntaxError, EOFError, KeyError, IndexError, TypeError, AttributeError,
           OverflowError, MemoryError, RuntimeError, ArithmeticError, AssertionError, LookupError,
           Image.DecompressionBombError, Image.DecompressionBombWarning, UserWarning)  # fmt: skip


@contextmanager
def _whole_files_only() -> Iterator[None]:
    """Other libraries of the process may have told Pillow to fill up what is cut off; a page must not lack its foot."""
    with _ONE_AT_A_TIME:
        before = ImageFile.LOAD_TRUNCATED_IMAGES
        ImageFile.LOAD_TRUNCATED_IMAGES = False
        try:
            yield
        finally:
            ImageFile.LOAD_TRUNCATED_IMAGES = before


def open_picture(data: bytes, name: str) -> PictureFile:
    """The picture file of these bytes; ``name`` is for messages. Nothing is decoded before its size is known.

    Raises Refusal where it is no PNG, JPEG, TIFF, WebP or BMP, is damaged, or has too many pixels or pages.
    """
    try:
        image = Image.open(BytesIO(data), formats=_FORMATS)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as fault:
        raise _too_large(name) from fault
    except _FAULTS as fault:
        raise _damaged(name) from fault
    _check_size(image, name)
    return PictureFile(image, name)


def _pages(image: Image.Image, name: str) -> int:
    """How many pages there are: those of a TIFF; frames of an animation are none."""
    if image.format != "TIFF":
        return 1
    try:
        count = int(getattr(image, "n_frames", 1))
        image.seek(0)
    except _FAULTS as fault:
        raise _damaged(name) from fault
    if count > MOST_PAGES:
        raise Refusal(
            f"ไฟล์ {name} มี {count} หน้า เกิน {MOST_PAGES} หน้าที่นำเข้าได้ในครั้งเดียว โปรดแบ่งเป็นหลายไฟล์แล้วนำเข้าทีละไฟล์",
            f"{name} has {count} pages; {MOST_PAGES} can be imported at once. Please split it into several files.",
        )
    return count


def _check_size(image: Image.Image, name: str) -> None:
    width, height = image.size
    if width * height > MOST_PIXELS or max(width, height) > 30_000:
        raise _too_large(name)


def _on_paper(image: Image.Image) -> Image.Image:
    """A picture with see-through parts, on white paper."""
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image
    seen = image.convert("RGBA")
    paper = Image.new("RGBA", seen.size, "white")
    paper.alpha_composite(seen)
    return paper


def _too_large(name: str) -> Refusal:
    return Refusal(
        f"ภาพในไฟล์ {name} ใหญ่เกินไป โปรดสแกนใหม่ที่ความละเอียด 200–300 จุดต่อนิ้ว หรือย่อภาพก่อนนำเข้า",
        f"The picture in {name} is too large. "
        "Please scan it again at 200 to 300 dots an inch, or make it smaller first.",
    )


def _damaged(name: str) -> Refusal:
    return Refusal(
        f"เปิดภาพในไฟล์ {name} ไม่ได้ ไฟล์อาจเสียหาย หรือไม่ใช่ PNG, JPEG, TIFF, WebP หรือ BMP โปรดบันทึกหรือสแกนใหม่แล้วลองอีกครั้ง",
        f"The picture in {name} cannot be opened: it may be damaged, or is no PNG, JPEG, TIFF, WebP or BMP. "
        "Please save or scan it again and try once more.",
    )
