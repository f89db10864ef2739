"""A word stands twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T05"
TITLE = Sentence("พิมพ์คำซ้ำ", "A word stands twice")
WHY = Sentence("คำซ้ำแสดงว่าเอกสารไม่ผ่านการตรวจทาน", "Doubled words show that nobody read the paper over.")
EXAMPLE = Example("แนวทางของของเจ้าหน้าที่", "แนวทางของเจ้าหน้าที่")

#: Short words that are never doubled, behind what they do not end; and longer runs of letters that stand twice.
_TWICE = re.compile(
    r"(?:^|(?<=[\s,]))(?<!ดำเนิน )(?<!โครง )(?<!กรรม )(?<!ราช )(?<!บริ )(?<!มาตร )(?<!อำนวย )(?<!จัด )"
    r"(การการ|ความความ)(?=[ก-ฮเ-ไ])"
    r"|(?<![ก-๎])(ของของ|และและ|เพื่อเพื่อ|โดยโดย|ให้ให้|ได้ได้|ที่ที่|จะจะ)(?!ๆ)"
    r"|([ก-ฮเ-ไ][ก-ฮะ-ฺเ-๎]{6,30})\3"
)


def check(subject: Subject) -> Iterator[Finding]:
    """One remark a text."""
    for text in subject.texts:
        found = _TWICE.search(text.text)
        if found:
            quote = text.text[max(0, found.start() - 8) : found.end() + 8]
            what = Sentence(
                f"คำซ้ำใน “{quote}” โปรดตรวจและลบคำที่เกิน",
                f"A word stands twice in “{quote}”. Please look, and take one away.",
            )
            yield subject.finding(CODE, Severity.REMARK, text, what, found[0])
