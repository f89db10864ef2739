"""The package of a Word file: what cannot be a form is refused, and only the document itself is exchanged."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from prongsai.documents.readers.kinds import FileKind, called, check_size, kind_of
from prongsai.documents.readers.package import Package, open_package
from prongsai.documents.readers.refusal import Refusal

#: Bytes of a file that is a form: it is opened again for every report.
LARGEST = 10 * 1024 * 1024

_TYPES = "[Content_Types].xml"
_USUAL = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_STRICT = b"purl.oclc.org/ooxml/wordprocessingml"


def open_form(data: bytes, name: str) -> Package:
    """Open a Word document that is to be a form. Raises Refusal for every other file, each with its way out."""
    check_size(len(data), name, LARGEST)
    if kind_of(data, name) is not FileKind.WORD:
        raise Refusal(
            f"{called(name)}ไม่ใช่เอกสาร Word โปรดเลือกไฟล์ .docx ของรายงานปีก่อน",
            f"{name or 'The file'} is no Word document. Please choose the .docx of last year's report.",
        )
    package = open_package(data, name)
    main = package.related("officeDocument") or "word/document.xml"
    if package.remarks or _type_of(package, main) != _USUAL:
        raise _save_anew(name)
    if any(relation.part.startswith("_xmlsignatures") for relation in package.relations()):
        raise _is_signed(name)
    if _STRICT in package.read(main):
        raise _save_anew(name)
    return package


def exchanged(data: bytes, package: Package, main: str, root: etree._Element) -> bytes:
    """The file with another document in it; every other part has the bytes that it had."""
    document = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    made = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(made, "w") as new:
        for entry in old.infolist():
            is_main = entry.filename.lstrip("/").lower() == main.lower()
            new.writestr(entry, document if is_main else package.read(entry.filename), entry.compress_type)
    return made.getvalue()


def _type_of(package: Package, main: str) -> str:
    """What the package says that its document is; a template and a document with macros say something else."""
    types = {one.get("PartName", "").lower(): one.get("ContentType", "") for one in package.xml(_TYPES)}
    return types.get(f"/{main.lower()}", "")


def _save_anew(name: str) -> Refusal:
    return Refusal(
        f"{called(name)}เป็นแม่แบบ มีแมโคร หรือเป็นเอกสาร Word ชนิดพิเศษ จึงใช้เป็นแบบไม่ได้ "
        "โปรดเปิดใน Word เลือก บันทึกเป็น > เอกสาร Word (.docx) แล้วนำไฟล์นั้นมา",
        f"{name or 'The file'} is a template, has macros, or is of a special kind, and cannot be a form. "
        "Please open it in Word, choose Save As > Word Document (.docx), and bring that file.",
    )


def _is_signed(name: str) -> Refusal:
    return Refusal(
        f"{called(name)}มีลายมือชื่อดิจิทัล ซึ่งจะใช้ไม่ได้เมื่อเขียนรายงานปีนี้ลงไป "
        "โปรดทำสำเนา เอาลายมือชื่อออกใน Word (ไฟล์ > ข้อมูล) แล้วนำสำเนามา",
        f"{name or 'The file'} is signed digitally, which would not hold once this year's report is written into it. "
        "Please make a copy, remove the signature in Word (File > Info), and bring the copy.",
    )
