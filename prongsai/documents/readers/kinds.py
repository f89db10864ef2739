"""What a file is, by its content and never by its name; and what is said of kinds that are not read."""

from __future__ import annotations

from enum import StrEnum

from prongsai.documents.readers.refusal import Refusal

#: The largest file of any kind, in bytes. Text has a smaller limit of its own.
LARGEST = 100 * 1024 * 1024

_MEGABYTE = 1024 * 1024


class FileKind(StrEnum):
    """The kinds that are read, each by its own reader."""

    TEXT = "text"  # tabs, HTML, Markdown
    WORD = "word"
    SHEETS = "sheets"
    PDF = "pdf"
    PICTURE = "picture"

    @property
    def has_pages(self) -> bool:
        """Whether it is read page by page, which can take minutes."""
        return self in (FileKind.PDF, FileKind.PICTURE)


_PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_ZIP, _OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
#: A PDF may have a few bytes of something else in front of its mark.
_PDF_WITHIN = 1024
#: Marks inside the boxes of the camera format of telephones.
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypavif")


def kind_of(data: bytes, name: str = "") -> FileKind:
    """The kind of a file. Raises Refusal for an empty or too large one, and for kinds that are known and not read."""
    check_size(len(data), name)
    if data.startswith(_ZIP):
        return _of_zip(data, name)
    if data.startswith(_OLE):
        return _of_ole(data, name)
    if b"%PDF-" in data[:_PDF_WITHIN]:
        return FileKind.PDF
    if data.startswith(_PICTURES) or (data.startswith(b"RIFF") and data[8:12] == b"WEBP") or _is_bitmap(data):
        return FileKind.PICTURE
    if data.startswith(b"{\\rtf"):
        raise _save_as("RTF", ".docx", name)
    if any(mark in data[:32] for mark in _HEIC) or data.startswith(b"GIF8"):
        raise _save_as("ภาพชนิดที่ยังอ่านไม่ได้ (HEIC/GIF)", ".jpg หรือ .png", name, "a picture that is not read (HEIC or GIF)")
    return FileKind.TEXT


def check_size(size: int, name: str = "", most: int = LARGEST) -> None:
    """Refusal where a file of that many bytes is empty or too large; for asking before it is read."""
    if size == 0:
        raise empty(name)
    if size > most:
        raise Refusal(
            f"{called(name)}ใหญ่ {size / _MEGABYTE:.1f} MB เกินขนาดที่รับได้ {most // _MEGABYTE} MB โปรดแบ่งไฟล์หรือนำรูปภาพออก",
            f"{name or 'The file'} has {size / _MEGABYTE:.1f} MB, more than {most // _MEGABYTE} MB. "
            "Please split it or take pictures out.",
        )


def empty(name: str = "") -> Refusal:
    """The refusal of a file without anything in it."""
    return Refusal(
        f"{called(name)}ไม่มีข้อความ โปรดเปิดดูแล้วเลือกไฟล์อีกครั้ง",
        f"{name or 'The file'} is empty. Please look into it and choose again.",
    )


def called(name: str) -> str:
    """How a Thai sentence about the file begins."""
    return f"ไฟล์ {name} " if name else "ไฟล์นี้"


def _of_zip(data: bytes, name: str) -> FileKind:
    """Names of parts stand uncompressed in a package, so that it need not be opened to tell what it is."""
    if b"[Content_Types].xml" in data:
        if b"word/" in data:
            return FileKind.WORD
        if b"xl/" in data:
            return FileKind.SHEETS
        if b"ppt/" in data:
            raise _save_as("งานนำเสนอ (PowerPoint)", ".docx หรือ .pdf", name, "a presentation")
    if data[30:38] == b"mimetype" and b"opendocument" in data[:200]:
        raise _save_as("OpenDocument (.odt .ods)", ".docx หรือ .xlsx", name)
    raise Refusal(
        f"{called(name)}เป็นไฟล์บีบอัด (.zip) โปรดแตกไฟล์แล้วเลือกเฉพาะไฟล์รายงาน",
        f"{name or 'The file'} is an archive (.zip). Please unpack it and choose the report itself.",
    )


def _of_ole(data: bytes, name: str) -> FileKind:
    def has(stream: str) -> bool:
        return stream.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        raise Refusal(
            f"{called(name)}มีรหัสผ่าน จึงเปิดอ่านไม่ได้ โปรดเปิดใน Word หรือ Excel เอารหัสผ่านออก บันทึก แล้วเลือกใหม่",
            f"{name or 'The file'} is protected by a password. Please open it in Word or Excel, take the password off, "
            "save it and choose it again.",
        )
    if has("Workbook") or has("Book"):
        raise _save_as("Excel รุ่นเก่า (.xls)", ".xlsx", name, "an old Excel file (.xls)")
    raise _save_as("Word รุ่นเก่า (.doc)", ".docx", name, "an old Word file (.doc)")


def _is_bitmap(data: bytes) -> bool:
    return data.startswith(b"BM") and len(data) > 30 and data[6:10] == b"\0\0\0\0"


def _save_as(kind: str, better: str, name: str, kind_en: str = "") -> Refusal:
    return Refusal(
        f"{called(name)}เป็น {kind} ซึ่งยังอ่านไม่ได้ โปรดเปิดไฟล์แล้วบันทึกเป็น {better} แล้วเลือกใหม่",
        f"{name or 'The file'} is {kind_en or kind}, which is not read. Please save it as "
        f"{better.replace('หรือ', 'or')} and choose that.",
    )
