"""A bank account is about to be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

CODE = "P05"
TITLE = Sentence("มีเลขที่บัญชีธนาคาร", "A bank account")
WHY = Sentence(
    "เลขที่บัญชีของบุคคลเป็นข้อมูลส่วนบุคคล และอาจถูกนำไปหลอกลวง",
    "A person's account is personal data, and may serve fraud.",
)
EXAMPLE = Example("โอนเข้าบัญชีเลขที่ ๑๒๓-๔-๕๖๗๘๙-๐", "โอนเข้าบัญชีของผู้มีสิทธิ")

_ACCOUNT = re.compile(r"บัญชี[^0-9]{0,30}?(?:เลขที่|หมายเลข)?\s?(?P<number>\d{3}-?\d-?\d{5}-?\d)(?![\d-])")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a number of ten digits behind the word บัญชี."""
    for text in subject.texts:
        for found in _ACCOUNT.finditer(to_arabic(text.text)):
            digits = found["number"].replace("-", "")
            hidden = f"{digits[:3]}-x-xxxxx-{digits[9]}"
            what = Sentence(
                f"มีเลขที่บัญชี {hidden} หากไม่ใช่บัญชีที่หน่วยงานเปิดรับเงิน โปรดลบ",
                f"An account, {hidden}, stands here. Unless it is the agency's own for payments, take it out.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, hidden)
