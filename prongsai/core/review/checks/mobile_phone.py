"""A mobile telephone number is about to be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

CODE = "P02"
TITLE = Sentence("มีหมายเลขโทรศัพท์มือถือ", "A mobile telephone number")
WHY = Sentence(
    "หมายเลขมือถือมักเป็นของบุคคล การเผยแพร่ต้องได้รับความยินยอม",
    "Mobile numbers mostly are a person's: to publish one needs consent.",
)
EXAMPLE = Example("ติดต่อนางสาวสมหญิง ๐๘๑-๒๓๔-๕๖๗๘", "ติดต่อสำนักปลัดเทศบาล ๐-๓๖๐๐-๐๐๐๐")

_MOBILE = re.compile(r"(?<![\d.-])0[ -]?[689]\d?[ -]?\d{2,4}[ -]?\d{3,4}(?![\d-])")
#: Numbers that an agency itself gives out.
_OFFICIAL = re.compile(
    r"(?:สายด่วน|ศูนย์|ฉุกเฉิน|กู้ชีพ|กู้ภัย|สำนักงาน|หน่วยงาน|สายตรง|ดับเพลิง|LINE|Call)[^0-9]{0,40}$", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a number of ten digits that begins with 06, 08 or 09; hotlines of the agency are none."""
    for text in subject.texts:
        plain = to_arabic(text.text)
        for found in _MOBILE.finditer(plain):
            digits = re.sub(r"\D", "", found[0])
            if len(digits) != 10 or _OFFICIAL.search(plain[: found.start()]):
                continue
            what = Sentence(
                f"มีหมายเลขมือถือ {digits[:3]}-xxx-{digits[6:]} หากเป็นของบุคคล โปรดลบหรือใช้เบอร์สำนักงานแทน",
                f"A mobile number, {digits[:3]}-xxx-{digits[6:]}, stands here. If it is a person's, use the office's.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, f"{digits[:3]}-xxx-{digits[6:]}")
