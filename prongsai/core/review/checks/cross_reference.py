"""An item refers to the wrong item."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.framework.framework import Confidence, DisclosureItem
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

CODE = "N10"
TITLE = Sentence("อ้างถึงรายการผิดข้อ", "A reference to the wrong item")
WHY = Sentence(
    "รายงานความก้าวหน้าต้องอ้างแผนข้อที่ถูกต้อง ผู้ตรวจจะเปิดตามข้อที่อ้าง",
    "A report of progress must name its plan: assessors open the item that is named.",
)
EXAMPLE = Example("O37 ความก้าวหน้าตามแผนในข้อ O35", "O37 ความก้าวหน้าตามแผนในข้อ O36")

_REFERENCE = re.compile(r"(?:ข้อ|ตาม|ใน|อ้างอิงจาก)\s?(?P<code>[OoО0๐]\s?(?P<number>[0-9๐-๙]{1,2}))(?![0-9๐-๙])")
_ASKED = re.compile(r"O(\d{1,2})")


def check(subject: Subject) -> Iterator[Finding]:
    """Of items whose components refer to another one: every reference to a third."""
    framework = subject.framework
    if framework is None or subject.provisional:
        return
    for path, row in subject.disclosures():
        item = framework.item(row.code)
        asked = _asked(item) if item else set()
        if item is None or not asked:
            continue
        for text in (text for text in subject.values_of(path) if text.field in ("components", "progress")):
            for found in _REFERENCE.finditer(text.text):
                number = int(to_arabic(found["number"]))
                if number not in asked | {item.number}:
                    wanted = ", ".join(f"O{one}" for one in sorted(asked))
                    what = Sentence(
                        f"{row.code} อ้างถึงข้อ “{found['code']}” แต่กรอบการประเมินให้อ้าง {wanted} โปรดแก้เลขข้อ",
                        f"{row.code} refers to “{found['code']}”, the framework to {wanted}. Please correct it.",
                    )
                    yield subject.finding(CODE, Severity.WARNING, text, what, found[0])


def _asked(item: DisclosureItem) -> set[int]:
    """The numbers of the items that the components of one refer to, but for those that we only remember."""
    known = (part.text for part in item.components if part.confidence is not Confidence.MEMORY)
    return {int(number) for text in known for number in _ASKED.findall(text)}
