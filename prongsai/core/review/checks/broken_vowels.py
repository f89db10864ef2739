"""Vowels and tone marks that were typed in parts, twice, or in an impossible order."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T02"
TITLE = Sentence("สระหรือวรรณยุกต์ซ้ำ หรือพิมพ์แยกส่วน", "Vowels or tone marks doubled, or typed in parts")
WHY = Sentence(
    "มองด้วยตาเหมือนถูก แต่ค้นหาไม่พบ และโปรแกรมอ่านหน้าจออ่านผิด",
    "It looks right, but search does not find it and screen readers read it wrongly.",
)
EXAMPLE = Example("เเผนงาน (สระ เ สองตัว)", "แผนงาน")

_BROKEN = {
    re.compile("เเ"): Sentence("พิมพ์ “เ” สองตัวแทน “แ”", "two เ stand for แ"),
    re.compile("\u0e4d[\u0e48-\u0e4b]?\u0e32"): Sentence("“ำ” พิมพ์แยกเป็นสองตัว", "ำ is typed in two parts"),
    re.compile("([\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])\\1"): Sentence("สระหรือวรรณยุกต์ซ้ำ", "a mark is doubled"),
    re.compile("([\u0e48-\u0e4b])(?!\\1)[\u0e48-\u0e4b]"): Sentence("มีวรรณยุกต์สองตัว", "two tone marks stand together"),
    re.compile("[\u0e48-\u0e4b][\u0e31\u0e34-\u0e3a]"): Sentence("วรรณยุกต์อยู่ก่อนสระ", "a tone stands before its vowel"),
    re.compile("([ะาำ])\\1|[เแโใไ][ะาำ]"): Sentence("สระซ้ำหรืออยู่ผิดที่", "a vowel is doubled or out of place"),
}


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a text and kind of damage."""
    for text in subject.texts:
        for pattern, why in _BROKEN.items():
            found = pattern.search(text.text)
            if found:
                quote = text.text[max(0, found.start() - 12) : found.end() + 12]
                what = Sentence(
                    f"{why.th} ใน “{quote}” โปรดพิมพ์คำนี้ใหม่",
                    f"In “{quote}” {why.en}. Please type the word again.",
                )
                yield subject.finding(CODE, Severity.WARNING, text, what, quote)
