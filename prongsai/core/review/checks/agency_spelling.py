"""The agency's own name is spelt in two ways."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.measures.search import needle
from prongsai.core.review.agencies import is_slip, named_agencies
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "A03"
TITLE = Sentence("ชื่อหน่วยงานสะกดไม่ตรงกัน", "The agency's name is spelt in two ways")
WHY = Sentence(
    "ชื่อหน่วยงานที่สะกดไม่ตรงกันทำให้ผู้ตรวจสงสัยว่าเป็นเอกสารของหน่วยงานใด",
    "Where its name is spelt in two ways, an assessor wonders whose paper it is.",
)
EXAMPLE = Example("เทศบาลตำบลท่าโขงค์", "เทศบาลตำบลท่าโขง")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a spelling, where it stands first. A name that goes on as a sentence is not another spelling."""
    own, told = subject.own_place, set[str]()
    for text in subject.texts if len(own) > 3 else ():
        for named in named_agencies(text.text):
            plain = needle(named.name)
            if plain in told or named.kind is not subject.own_kind or abs(len(plain) - len(needle(own))) > 3:
                continue
            if plain.startswith(needle(own)) or needle(own).startswith(plain) or not is_slip(named.name, own):
                continue
            told.add(plain)
            what = Sentence(
                f"ชื่อ “{named.name}” สะกดไม่ตรงกับ “{own}” โปรดตรวจและแก้ให้เหมือนกันทั้งเอกสาร",
                f"“{named.name}” is not spelt like “{own}”. Please look, and spell it in one way throughout.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, named.written(text.text))
