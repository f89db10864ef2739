"""The kind of a file, told by its content: a name says only what somebody wishes it to be."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from prongsai.core.sentence import Sentence

#: Of a package's list of contents, no more than this is unpacked: a small archive can hold a very large one.
LARGEST_LIST = 1_000_000


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file that may serve as evidence. ``endings`` are what its name may end in, the usual one first."""

    code: str
    content_type: str
    endings: tuple[str, ...]
    picture: bool = False


PDF = FileKind("pdf", "application/pdf", (".pdf",))
JPEG = FileKind("jpg", "image/jpeg", (".jpg", ".jpeg"), picture=True)
PNG = FileKind("png", "image/png", (".png",), picture=True)
WEBP = FileKind("webp", "image/webp", (".webp",), picture=True)
TEXT = FileKind("txt", "text/plain; charset=utf-8", (".txt",))
CSV = FileKind("csv", "text/csv; charset=utf-8", (".csv",))
_OFFICE = "application/vnd.openxmlformats-officedocument."
DOCX = FileKind("docx", _OFFICE + "wordprocessingml.document", (".docx",))
XLSX = FileKind("xlsx", _OFFICE + "spreadsheetml.sheet", (".xlsx",))
PPTX = FileKind("pptx", _OFFICE + "presentationml.presentation", (".pptx",))

KINDS: tuple[FileKind, ...] = (PDF, DOCX, XLSX, PPTX, JPEG, PNG, WEBP, TEXT, CSV)

_ACCEPTED_TH = "ไฟล์ที่แนบได้คือ pdf, docx, xlsx, pptx, jpg, png, webp, txt และ csv"
_ACCEPTED_EN = "Files that can be attached: pdf, docx, xlsx, pptx, jpg, png, webp, txt and csv."

EMPTY = Sentence(
    "ไฟล์นี้ว่างเปล่า โปรดตรวจไฟล์แล้วเลือกใหม่",
    "This file is empty. Please check it and choose again.",
)
HEIC = Sentence(
    "ภาพนี้เป็นชนิด HEIC ซึ่งระบบยังเปิดไม่ได้ โปรดส่งเป็น JPG "
    "(ใน iPhone: การตั้งค่า > กล้อง > รูปแบบ > เข้ากันได้มากที่สุด) หรือจับภาพหน้าจอแล้วแนบภาพนั้น",
    "This photo is HEIC, which cannot be opened here. Please send it as JPG "
    "(on an iPhone: Settings > Camera > Formats > Most Compatible), or attach a screenshot of it.",
)
OLD_OFFICE = Sentence(
    "ไฟล์นี้เป็น Office รุ่นเก่า (doc, xls, ppt) โปรดบันทึกเป็น docx, xlsx, pptx หรือ pdf แล้วแนบใหม่",
    "This is an old Office file (doc, xls, ppt). Please save it as docx, xlsx, pptx or pdf and attach that.",
)
MACROS = Sentence(
    "ไฟล์นี้มีมาโคร จึงแนบไม่ได้เพื่อความปลอดภัย โปรดบันทึกเป็น pdf หรือไฟล์แบบไม่มีมาโครแล้วแนบใหม่",
    "This file holds macros, which are not taken for safety. Please save it as pdf or without macros.",
)
UNKNOWN = Sentence(
    f"ระบบไม่รู้จักชนิดของไฟล์นี้ หรือไฟล์เสียหาย {_ACCEPTED_TH} โปรดบันทึกเป็นชนิดเหล่านี้แล้วแนบใหม่",
    f"The kind of this file is not known, or it is damaged. {_ACCEPTED_EN} Please save it as one of these.",
)

_SIGNATURES: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF-", PDF),
    (b"\xff\xd8\xff", JPEG),
    (b"\x89PNG\r\n\x1a\n", PNG),
)
#: The main part of each office package, as ``[Content_Types].xml`` names it (ECMA-376, part 1).
_MAIN_PARTS: tuple[tuple[bytes, FileKind], ...] = (
    (b"wordprocessingml.document.main+xml", DOCX),
    (b"spreadsheetml.sheet.main+xml", XLSX),
    (b"presentationml.presentation.main+xml", PPTX),
)
_HEIF_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1", b"avif"}


def kind_of(data: bytes, name: str) -> FileKind | Sentence:
    """The kind of a file by its bytes, or the sentence that says why it is not taken and what to do.

    The name decides only between txt and csv, which no content tells apart.
    """
    if not data.strip(b"\x00 \t\r\n"):
        return EMPTY
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            return kind
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return WEBP
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF_BRANDS:
        return HEIC
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return OLD_OFFICE
    if data.startswith(b"PK\x03\x04"):
        return _package(data)
    return _text(data, name.lower())


def _package(data: bytes) -> FileKind | Sentence:
    """The kind of an office package: its inner list of contents names the main part."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package, package.open("[Content_Types].xml") as listed:
            contents = listed.read(LARGEST_LIST + 1)
            names = package.namelist()
    except (zipfile.BadZipFile, KeyError, OSError, EOFError, NotImplementedError, RuntimeError, ValueError):
        return UNKNOWN
    if b"macroEnabled" in contents or any(name.lower().endswith("vbaproject.bin") for name in names):
        return MACROS
    return next((kind for part, kind in _MAIN_PARTS if part in contents), UNKNOWN)


def _text(data: bytes, name: str) -> FileKind | Sentence:
    """Plain text, in UTF-8 or the older Thai encoding of Windows, where the name says txt or csv."""
    kind = next((kind for kind in (TEXT, CSV) if name.endswith(kind.endings)), None)
    if kind is None or b"\x00" in data:
        return UNKNOWN
    return kind if _decodes(data, "utf-8") or _decodes(data, "cp874") else UNKNOWN


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def safe_name(name: str, kind: FileKind) -> str:
    """The name to show and to download under: no folders, no control characters, an ending that fits the kind.

    At most 200 characters.
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    clean = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*').strip(" .")
    if not clean.lower().endswith(kind.endings):
        clean += kind.endings[0]
    stem, dot, ending = clean.rpartition(".")
    return f"{stem[:190] or 'หลักฐาน'}{dot}{ending}"
