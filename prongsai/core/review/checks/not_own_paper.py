"""The paper bears another name or place than the agency that has it reviewed."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.agencies import bare_name, kind_of
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "A06"
TITLE = Sentence("หัวเรื่องไม่ตรงกับข้อมูลของหน่วยงาน", "The heading differs from what is known of the agency")
WHY = Sentence(
    "ชื่อ ประเภท จังหวัด หรืออำเภอในหัวเรื่องไม่ตรงกับทะเบียนหน่วยงาน อาจเป็นเอกสารของหน่วยงานอื่น",
    "Name, kind, province or district in the heading are not the agency's: the paper may be somebody else's.",
)
EXAMPLE = Example("(หน่วยงาน: ทต.ท่าโขง) รายงานของเทศบาลตำบลท่าข้อง", "รายงานของเทศบาลตำบลท่าโขง")


def check(subject: Subject) -> Iterator[Finding]:
    """Name or kind, province, district: one finding each where both sides are known and differ."""
    known, head = subject.agency, subject.reading
    if head.agency and _differs(subject):
        yield _finding(subject, "agency", head.agency, known.name or f"{known.kind}")
    if known.province and head.province and not _same_province(subject, known.province, head.province):
        yield _finding(subject, "province", head.province, known.province)
    if known.district and head.district and _district(known.district) != _district(head.district):
        short = {_district(known.district), _district(head.district)}
        if short != {"เมือง", f"เมือง{known.province or head.province}"}:
            yield _finding(subject, "district", head.district, known.district)


def _differs(subject: Subject) -> bool:
    known, written = subject.agency, subject.reading.agency or ""
    if known.kind and kind_of(written) not in (None, known.kind):
        return True
    return bool(known.name) and (bare_name(known.name or ""), kind_of(known.name or "")) != (
        bare_name(written),
        kind_of(written),
    )


def _same_province(subject: Subject, one: str, other: str) -> bool:
    known = subject.gazetteer.province(one)
    return one == other or (known is not None and known is subject.gazetteer.province(other))


def _district(name: str) -> str:
    return "".join(name.split()).removeprefix("อำเภอ").removeprefix("เขต")


def _finding(subject: Subject, path: str, written: str, known: str) -> Finding:
    what = Sentence(
        f"ในเอกสารเขียน “{written}” แต่ข้อมูลของหน่วยงานคือ “{known}” โปรดตรวจว่าเป็นเอกสารของท่านและแก้ให้ตรงกัน",
        f"The paper says “{written}”, the agency is “{known}”. Please see whose paper it is, and make them agree.",
    )
    return subject.finding(CODE, Severity.ERROR, path, what, written)
