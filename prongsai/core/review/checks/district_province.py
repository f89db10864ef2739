"""A district that is not in the province written beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.gazetteer import Gazetteer, Province, nearest_district
from prongsai.core.review.subject import Subject, Text
from prongsai.core.sentence import Sentence

CODE = "A04"
TITLE = Sentence("อำเภอไม่อยู่ในจังหวัดที่เขียน", "The district is not in the province")
WHY = Sentence(
    "ที่อยู่ของหน่วยงานผิดตั้งแต่หน้าแรก ผู้ตรวจจะไม่มั่นใจในข้อมูลส่วนอื่น",
    "The agency's own address is wrong on the first page; an assessor will not trust the rest.",
)
EXAMPLE = Example("อำเภอบ้านหมี่ จังหวัดขอนแก่น", "อำเภอบ้านหมี่ จังหวัดลพบุรี")

_PAIR = re.compile(
    r"(?:อำเภอ|เขต|(?<![ก-ฮ])อ\.)\s?(?P<district>[ก-ฮเ-ไ][ก-ฮะ-ฺเ-๎]+)[\s*]{1,3}"
    r"(?:จังหวัด|(?<![ก-ฮ])จ\.)\s?(?P<province>[ก-ฮเ-ไ][ก-ฮะ-ฺเ-๎]+)"
)


def check(subject: Subject) -> Iterator[Finding]:
    """The pair of the paper's head, and each pair in a text; a province that is unknown is another check's."""
    head, told = subject.reading, set[tuple[str, str]]()
    if head.district and head.province:
        told.add((head.district, head.province))
        yield from _pair(subject, "district", head.district, head.province)
    for text in subject.texts:
        for found in _PAIR.finditer(text.text):
            pair = (found["district"], found["province"])
            if pair not in told:
                told.add(pair)
                yield from _pair(subject, text, *pair)


def _pair(subject: Subject, at: Text | str, district: str, name: str) -> Iterator[Finding]:
    province = subject.gazetteer.province(name)
    if province is None or province.has(district):
        return
    severity, hint_th, hint_en = _hint(subject.gazetteer, district, province)
    what = Sentence(
        f"ไม่มีอำเภอ{district}ในจังหวัด{province.name}{hint_th} โปรดตรวจชื่ออำเภอและจังหวัด",
        f"There is no district {district} in {province.name}{hint_en}. Please look at both names.",
    )
    yield subject.finding(CODE, severity, at, what, f"อำเภอ{district} จังหวัด{name}")


def _hint(gazetteer: Gazetteer, district: str, province: Province) -> tuple[Severity, str, str]:
    elsewhere = [one.name for one in gazetteer.with_district(district)]
    if elsewhere:
        names = ", ".join(elsewhere)
        return Severity.ERROR, f" (อยู่ในจังหวัด{names})", f" (it is in {names})"
    near = nearest_district(district, province)
    return (Severity.WARNING, f" (อาจเป็น{near})", f" (perhaps {near})") if near else (Severity.WARNING, "", "")
