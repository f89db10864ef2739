"""The kind of a file is told by its content."""

from __future__ import annotations

import io
import zipfile

import pytest

from prongsai.core.evidence import kinds
from prongsai.core.evidence.kinds import FileKind, kind_of, safe_name


def package(main: str, *more: str) -> bytes:
    """An office package whose list of contents names that main part, with further members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", f'<Types><Override ContentType="application/vnd.{main}"/></Types>')
        for name in more:
            made.writestr(name, "x")
    return out.getvalue()


WORD = "openxmlformats-officedocument.wordprocessingml.document.main+xml"
SHEET = "openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
SLIDES = "openxmlformats-officedocument.presentationml.presentation.main+xml"


@pytest.mark.parametrize(
    ("data", "name", "kind"),
    [
        (b"%PDF-1.7\n...", "photo.jpg", kinds.PDF),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "report.pdf", kinds.JPEG),
        (b"\x89PNG\r\n\x1a\n....", "x", kinds.PNG),
        (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "x", kinds.WEBP),
        (package(WORD), "x.zip", kinds.DOCX),
        (package(SHEET), "x.docx", kinds.XLSX),
        (package(SLIDES), "x", kinds.PPTX),
        ("ผลการดำเนินการ".encode(), "ผล.txt", kinds.TEXT),
        ("ผลการดำเนินการ".encode("cp874"), "ผล.TXT", kinds.TEXT),
        ("ก,ข\n๑,๒".encode(), "ตาราง.csv", kinds.CSV),
    ],
)
def test_it_tells_the_kind_by_content_whatever_the_name(data: bytes, name: str, kind: FileKind) -> None:
    assert kind_of(data, name) is kind


@pytest.mark.parametrize(
    ("data", "name", "sentence"),
    [
        (b"", "x.pdf", kinds.EMPTY),
        (b"\x00" * 4096, "x.pdf", kinds.EMPTY),
        (b"\x00\x00\x00\x18ftypheic\x00\x00", "IMG_1.jpg", kinds.HEIC),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "x.doc", kinds.OLD_OFFICE),
        (package(WORD, "word/vbaProject.bin"), "x.docx", kinds.MACROS),
        (package("ms-word.document.macroEnabled.main+xml"), "x.docx", kinds.MACROS),
        (package("oasis.opendocument.text"), "x.docx", kinds.UNKNOWN),
        (b"PK\x03\x04 and then nothing of the sort", "x.docx", kinds.UNKNOWN),
        (b"MZ\x90\x00\x03", "x.pdf", kinds.UNKNOWN),
        (b"<html><script>alert(1)</script>", "x.html", kinds.UNKNOWN),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "x.svg", kinds.UNKNOWN),
        (b"text with a \x00 in it", "x.txt", kinds.UNKNOWN),
        (b"neither UTF-8 nor Thai: \xff\xfe\xfd", "x.txt", kinds.UNKNOWN),
    ],
)
def test_it_says_why_a_file_is_not_taken(data: bytes, name: str, sentence: object) -> None:
    assert kind_of(data, name) is sentence


def test_it_unpacks_no_more_of_a_list_of_contents_than_it_needs() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("[Content_Types].xml", b" " * 50_000_000 + WORD.encode())
    assert kind_of(out.getvalue(), "x.docx") is kinds.UNKNOWN


@pytest.mark.parametrize(
    ("name", "kind", "safe"),
    [
        ("รายงานผล ๖ เดือน.pdf", kinds.PDF, "รายงานผล ๖ เดือน.pdf"),
        ("ภาพ.JPEG", kinds.JPEG, "ภาพ.JPEG"),
        ("run.exe", kinds.PDF, "run.exe.pdf"),
        ("../../etc/passwd", kinds.TEXT, "passwd.txt"),
        ("C:\\งาน\\ผล.docx", kinds.DOCX, "ผล.docx"),
        ("a\r\nSet-Cookie: x.pdf", kinds.PDF, "aSet-Cookie x.pdf"),
        ("", kinds.PNG, "หลักฐาน.png"),
        ("ก" * 500 + ".pdf", kinds.PDF, "ก" * 190 + ".pdf"),
    ],
)
def test_it_gives_a_name_that_is_safe_to_download_under(name: str, kind: FileKind, safe: str) -> None:
    assert safe_name(name, kind) == safe
