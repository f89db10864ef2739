"""Words of another kind of agency: a municipality that speaks of อบต."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.agencies import AgencyKind, named_agencies
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "A02"
TITLE = Sentence("ใช้คำของหน่วยงานประเภทอื่น", "Words of another kind of agency")
WHY = Sentence(
    "คำว่า อบต. ในรายงานของเทศบาล หรือกลับกัน แสดงว่าใช้ต้นแบบของหน่วยงานอื่นโดยไม่ได้แก้",
    "A municipality that writes อบต., or the reverse, shows a template of somebody else that was not put right.",
)
EXAMPLE = Example("(รายงานของเทศบาล) ผลการปฏิบัติงานของ อบต.", "ผลการปฏิบัติงานของเทศบาล")

_MUNICIPAL = re.compile(r"นายกเทศมนตรี|ปลัดเทศบาล|พนักงานเทศบาล|เทศบัญญัติ|สภาเทศบาล|เว็บไซต์\s?เทศบาล")
_SUBDISTRICT = re.compile(r"อบต\s?\.|นายกองค์การบริหารส่วนตำบล|ปลัดองค์การบริหารส่วนตำบล|พนักงานส่วนตำบล|สภาองค์การบริหารส่วนตำบล")
_MUNICIPALITIES = {AgencyKind.SUBDISTRICT_MUNICIPALITY, AgencyKind.TOWN_MUNICIPALITY, AgencyKind.CITY_MUNICIPALITY}
#: Laws and boards bear the name of a kind, whoever cites them.
_CITED = re.compile(r"(?:พระราชบัญญัติ|พ\.ร\.บ\.|คณะกรรมการ|ก\.ท\.|ก\.อบต\.|มาตรฐาน|ระเบียบ|กระทรวงมหาดไทย)[^,;]{0,30}$")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a text and word; a named agency is told of by another check."""
    wrong = _wrong_words(subject.own_kind)
    if wrong is None:
        return
    for text in subject.texts:
        taken = [(one.start, one.end) for one in named_agencies(text.text)]
        told: set[str] = set()
        for found in wrong.finditer(text.text):
            word = found[0]
            inside = any(start <= found.start() < end for start, end in taken)
            if word in told or inside or _CITED.search(text.text[: found.start()]):
                continue
            told.add(word)
            what = Sentence(
                f"ใช้คำว่า “{word}” ทั้งที่เป็นเอกสารของ{subject.own_name} โปรดแก้ให้ตรงกับประเภทของหน่วยงาน",
                f"“{word}” stands in a paper of {subject.own_name}. Please use the words of your kind of agency.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, word)


def _wrong_words(kind: AgencyKind | None) -> re.Pattern[str] | None:
    if kind in _MUNICIPALITIES:
        return _SUBDISTRICT
    return _MUNICIPAL if kind is AgencyKind.SUBDISTRICT_ORGANISATION else None
