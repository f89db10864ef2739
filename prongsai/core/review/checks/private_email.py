"""An e-mail address of a private person is about to be published."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "P03"
TITLE = Sentence("มีอีเมลส่วนตัว", "A private e-mail address")
WHY = Sentence(
    "อีเมลส่วนตัวเป็นข้อมูลส่วนบุคคล และหน่วยงานควรใช้อีเมลราชการ",
    "A private address is personal data, and agencies should use an official one.",
)
EXAMPLE = Example("somying1990@gmail.com", "saraban@tha-khong.go.th")

_ADDRESS = re.compile(
    r"(?<![\w.+-])(?P<who>[A-Za-z0-9][\w.+-]{1,60})@(?:gmail|hotmail|yahoo|outlook|live|icloud|msn)\.(?:com|co\.th)(?!\w)",
    re.IGNORECASE,
)
#: Parts of addresses that agencies open at free services.
_OFFICE = re.compile(
    r"saraban|office|admin|info|contact|center|tambon|tessa|tesaban|municip|subdistrict|local|obt|sao|abt|ita\b|gov|public|"
    r"finance|clinic|school|service|complain|news|pr\b|hr\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding an address at a free service that does not look like an office's."""
    for text in subject.texts:
        for found in _ADDRESS.finditer(text.text):
            if _OFFICE.search(found["who"]):
                continue
            what = Sentence(
                f"“{found[0]}” เป็นอีเมลส่วนตัวหรือไม่ หากใช่ โปรดลบ หรือใช้อีเมลของหน่วยงาน",
                f"Is “{found[0]}” a private address? Then please take it out, or use the agency's.",
            )
            yield subject.finding(CODE, Severity.WARNING, text, what, found[0])
