"""Files with pages, one page at a time: its text layer where that is sound, else what is seen on its picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from prongsai.documents.readers.document import Source
from prongsai.documents.readers.kinds import FileKind
from prongsai.documents.readers.refusal import Refusal

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from prongsai.documents.readers.pdf import PdfFile
    from prongsai.documents.readers.scan.pictures import PictureFile

#: Called when a page's letters are about to be read from its picture; answers the moment (time.monotonic) after which
#: nothing new is begun.
Look = Callable[[], float]

#: Dots an inch at which a page of a PDF is looked at.
RESOLUTION = 200


@dataclass(frozen=True, slots=True)
class Page:
    """One page: what was made of it, and the file name of its picture where it was read as a scan."""

    source: Source
    picture: str | None = None


class Pages(Protocol):
    """An open file with pages, counted from 1."""

    @property
    def count(self) -> int:
        """How many pages it has."""

    def read(self, number: int, look: Look, pictures: Path | None) -> Page:
        """One page. ``look`` is asked where its letters must be read from its picture."""


@contextmanager
def open_pages(kind: FileKind, data: bytes, name: str) -> Iterator[Pages]:
    """Open a PDF or a picture; Refusal where it cannot be."""
    if kind is FileKind.PDF:
        from prongsai.documents.readers.pdf import open_pdf

        file = open_pdf(data, name)
        try:
            yield _Pdf(file)
        finally:
            file.close()
    else:
        _needs_scan()
        from prongsai.documents.readers.scan.pictures import open_picture

        yield _Pictures(open_picture(data, name))


@dataclass(frozen=True, slots=True)
class _Pdf:
    file: PdfFile

    @property
    def count(self) -> int:
        return self.file.page_count

    def read(self, number: int, look: Look, pictures: Path | None) -> Page:
        found = self.file.read_page(number)
        if found is not None:
            return Page(found)
        _needs_scan()
        import numpy as np

        picture = np.asarray(self.file.picture(number, RESOLUTION), dtype=np.uint8)
        return _seen(picture, number, RESOLUTION, look, pictures)


@dataclass(frozen=True, slots=True)
class _Pictures:
    file: PictureFile

    @property
    def count(self) -> int:
        return self.file.page_count

    def read(self, number: int, look: Look, pictures: Path | None) -> Page:
        return _seen(self.file.picture(number), number, None, look, pictures)


def _seen(
    picture: npt.NDArray[np.uint8], number: int, resolution: int | None, look: Look, pictures: Path | None
) -> Page:
    """A page read as a scan. Its picture is kept straightened, as it was looked at: regions refer to that."""
    import cv2

    from prongsai.documents.readers.scan import clean, read_picture

    deadline = look()
    straight = clean(picture)
    source = read_picture(straight, deadline=deadline, resolution=resolution)
    if pictures is None:
        return Page(source)
    name = f"page-{number:04}.jpg"
    cv2.imwrite(str(pictures / name), straight, (cv2.IMWRITE_JPEG_QUALITY, 85))
    return Page(source, name)


def _needs_scan() -> None:
    """Refusal where what looks at pictures is not installed."""
    try:
        import cv2  # noqa: F401
    except ImportError as fault:
        raise Refusal(
            "เครื่องนี้ยังไม่ได้ติดตั้งส่วนอ่านภาพสแกน โปรดแจ้งผู้ดูแลระบบให้ติดตั้ง prongsai[scan] หรือใช้ไฟล์ Word แทน",
            "What reads scans is not installed here. Please have prongsai[scan] installed, or use the Word file.",
        ) from fault
