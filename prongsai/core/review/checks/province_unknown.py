"""A province that Thailand does not have."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "A05"
TITLE = Sentence("ไม่มีจังหวัดชื่อนี้", "There is no such province")
WHY = Sentence(
    "ชื่อจังหวัดของหน่วยงานสะกดผิดในหัวเรื่องของรายงาน",
    "The agency's own province is misspelt in the heading of the report.",
)
EXAMPLE = Example("จังหวัดลบบุรี", "จังหวัดลพบุรี")


def check(subject: Subject) -> Iterator[Finding]:
    """At most one: of the province in the paper's head."""
    name = subject.reading.province
    if not name or not subject.gazetteer.provinces or subject.gazetteer.province(name):
        return
    near = subject.gazetteer.nearest(name)
    hint = Sentence(f" อาจเป็น{near}", f" Perhaps it is {near}.") if near else Sentence("", "")
    what = Sentence(
        f"ไม่พบจังหวัดชื่อ “{name}”{hint.th} โปรดตรวจชื่อจังหวัด",
        f"There is no province “{name}”.{hint.en} Please look at the name.",
    )
    yield subject.finding(CODE, Severity.WARNING, "province", what, name)
