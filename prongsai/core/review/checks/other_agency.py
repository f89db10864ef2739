"""Another agency is named where the own one ought to be."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.agencies import AgencyKind, Named, is_slip, named_agencies
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject, Text
from prongsai.core.sentence import Sentence

CODE = "A01"
TITLE = Sentence("มีชื่อหน่วยงานอื่น", "Another agency is named")
WHY = Sentence(
    "ผู้ตรวจจะเห็นว่าคัดลอกรายงานของหน่วยงานอื่นมา และไม่เชื่อถือผลที่รายงาน",
    "An assessor sees a report copied from elsewhere, and no longer believes its results.",
)
EXAMPLE = Example("(รายงานของ ทต.ท่าโขง) อบต.บ้านหนองแสงได้เผยแพร่คู่มือ", "เทศบาลตำบลท่าโขงได้เผยแพร่คู่มือ")

#: Words before the name of another agency that one works with, visits or writes to.
_WITH = re.compile(r"(?:ร่วมกับ|กับ|ดูงาน|ณ|ถึง|จาก|ประสาน|สังกัด|ระหว่าง|ร่วม|แก่|และ|เช่น|เขต|ใกล้เคียง|อื่น ?ๆ?)\s*$")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a text and name. Those that one works with, and the own province's organisation, are no fault."""
    if not subject.own_place:
        return
    outside: set[str] = set()  # in the lines outside the values a name is told of once
    for text in subject.texts:
        told = outside if text.path is None else set[str]()
        for named in named_agencies(text.text):
            name = named.written(text.text)
            if name not in told and _is_other(named, subject) and not _WITH.search(text.text[: named.start]):
                told.add(name)
                yield _finding(subject, text, name)


def _is_other(named: Named, subject: Subject) -> bool:
    own, kind = subject.own_place, subject.own_kind
    if named.kind is kind and (named.name.startswith(own) or own.startswith(named.name)):
        return False
    if named.kind is AgencyKind.PROVINCIAL_ORGANISATION:
        return kind is AgencyKind.PROVINCIAL_ORGANISATION and not is_slip(named.name, own)
    return not named.name.startswith(own) and not is_slip(named.name, own)


def _finding(subject: Subject, text: Text, name: str) -> Finding:
    own = subject.own_name or ""
    what = Sentence(
        f"กล่าวถึง “{name}” ในเอกสารของ{own} โปรดตรวจ และแก้เป็นชื่อหน่วยงานของท่าน",
        f"“{name}” is named in a paper of {own}. Please look, and put your agency's name there.",
    )
    return subject.finding(CODE, Severity.ERROR, text, what, name)
