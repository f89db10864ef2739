"""The name of somebody who complained, or of whom somebody complained."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "P04"
TITLE = Sentence("มีชื่อผู้ร้องเรียนหรือผู้ถูกร้องเรียน", "The name of a complainant, or of the one complained of")
WHY = Sentence(
    "หน่วยงานต้องคุ้มครองผู้แจ้งเบาะแส การเผยแพร่ชื่อทำให้ได้รับอันตรายและผิดกฎหมาย",
    "An agency protects whoever reports wrongdoing: to publish the name is dangerous and unlawful.",
)
EXAMPLE = Example("ผู้ร้องเรียน นายทำดี มีสุข", "ผู้ร้องเรียน ๑ ราย (ปกปิดชื่อ)")

_NAMED = re.compile(
    r"(?:ผู้(?:ถูก)?ร้อง(?:เรียน|ทุกข์)|ผู้แจ้งเบาะแส|ผู้ถูกกล่าวหา)\s?(?:คือ|ชื่อ|ราย|:|ได้แก่)?\s?"
    r"(?:นางสาว|น\.ส\.|นาย\s?(?!กเทศ|กอบต|กองค์|ก\s)|นาง\s?)[ก-ฮเ-ไ][ก-ฮะ-ฺเ-๎]{1,25}"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a name that stands right behind the word."""
    for text in subject.texts:
        for found in _NAMED.finditer(text.text):
            what = Sentence(
                "มีชื่อของผู้ร้องเรียนหรือผู้ถูกร้องเรียน โปรดปกปิดก่อนเผยแพร่",
                "Somebody who complained, or was complained of, is named. Please hide the name.",
            )
            yield subject.finding(CODE, Severity.ERROR, text, what, found[0])
