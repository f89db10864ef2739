"""The code of an item is printed as another."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.reports.reading import NoteKind
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "N01"
TITLE = Sentence("รหัสรายการพิมพ์ผิดหรือสลับลำดับ", "The code of an item is wrong or out of order")
WHY = Sentence(
    "ผู้ตรวจค้นหารายการด้วยรหัส O หากรหัสผิดจะหาไม่พบ",
    "Assessors look an item up by its code: under a wrong one they do not find it.",
)
EXAMPLE = Example("… O38, O99, O40 …", "… O38, O39, O40 …")

_PRINTED = re.compile(r"“([^”]{1,20})”")


def check(subject: Subject) -> Iterator[Finding]:
    """Codes that the reader had to put right, then codes that stand before a smaller one's place."""
    for note in subject.reading.notes:
        if note.kind is NoteKind.WRONG_ITEM_NUMBER and note.path and note.path.endswith(".code"):
            found = _PRINTED.search(note.what)
            row = next((item for path, item in subject.disclosures() if note.path.startswith(path + ".")), None)
            if found is not None and row is not None:
                yield _finding(subject, note.path, found[1], row.code)
    last = 0
    for path, item in subject.disclosures():
        number = int(item.code[1:]) if item.code[1:].isdecimal() else last
        if number < last:
            what = Sentence(
                f"{item.code} อยู่หลัง O{last} โปรดเรียงตามลำดับ",
                f"{item.code} stands behind O{last}. Please put the items in order.",
            )
            yield subject.finding(CODE, Severity.WARNING, f"{path}.code", what, item.code)
        last = max(last, number)


def _finding(subject: Subject, path: str, printed: str, code: str) -> Finding:
    what = Sentence(
        f"รหัสที่พิมพ์คือ “{printed}” แต่ตามลำดับควรเป็น {code} โปรดแก้รหัส",
        f"“{printed}” is printed where {code} is due. Please put the code right.",
    )
    return subject.finding(CODE, Severity.WARNING, path, what, printed)
