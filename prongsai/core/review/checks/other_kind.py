"""Words of another kind of agency: a municipality that speaks of อบต."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.agencies import AgencyKind, named_agencies
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject, Text
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
_CITED = re.compile(
    r"(?:ร่วมกับ|ประสาน|พระราชบัญญัติ|พ\.ร\.บ\.|คณะกรรมการ|ก\.ท\.|ก\.อบต\.|มาตรฐาน|ระเบียบ|กระทรวงมหาดไทย)[^,;]{0,30}$"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a word, where it stands first, telling how often; other agencies are told of by another check."""
    wrong = _wrong_words(subject.own_kind)
    found: dict[str, list[Text]] = {}
    for text in subject.texts if wrong else ():
        for word in dict.fromkeys(_words(text.text, wrong, subject)):
            found.setdefault(word, []).append(text)
    for word, texts in found.items():
        more = Sentence(f" (มี {len(texts)} แห่ง)", f" (in {len(texts)} places)") if texts[1:] else Sentence("", "")
        what = Sentence(
            f"ใช้คำว่า “{word}”{more.th} ทั้งที่เป็นเอกสารของ{subject.own_name} โปรดแก้ให้ตรงกับประเภทของหน่วยงาน",
            f"“{word}” stands{more.en} in a paper of {subject.own_name}. Please use the words of your kind of agency.",
        )
        yield subject.finding(CODE, Severity.WARNING, texts[0], what, word)


def _words(text: str, wrong: re.Pattern[str] | None, subject: Subject) -> Iterator[str]:
    named = list(named_agencies(text))
    yield from (
        one.written(text) for one in named if one.kind is not subject.own_kind and one.name == subject.own_place
    )
    for found in wrong.finditer(text) if wrong else ():
        if not any(one.start <= found.start() < one.end for one in named) and not _CITED.search(text[: found.start()]):
            yield found[0]


def _wrong_words(kind: AgencyKind | None) -> re.Pattern[str] | None:
    if kind in _MUNICIPALITIES:
        return _SUBDISTRICT
    return _MUNICIPAL if kind is AgencyKind.SUBDISTRICT_ORGANISATION else None
