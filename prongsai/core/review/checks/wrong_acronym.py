"""ITA, IIT, EIT or OIT with its letters mixed up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T11"
TITLE = Sentence("อักษรย่อของการประเมินพิมพ์ผิด", "The acronym of the assessment is wrong")
WHY = Sentence(
    "ชื่อย่อของการประเมินคือ ITA แบบวัดคือ IIT EIT และ OIT", "The assessment is called ITA, its instruments IIT, EIT, OIT."
)
EXAMPLE = Example("จากผลการประเมิน TAI", "จากผลการประเมิน ITA")

_ASSESSMENT = re.compile(r"(?:การประเมิน|ผลประเมิน|คะแนน)\s?(?P<word>TAI|TIA|IAT|ATI|AIT|ITT|1TA|lTA|ITÀ)(?![A-Za-z])")
_INSTRUMENT = re.compile(r"แบบวัด\s?(?P<word>ITI|TII|ETI|TEI|IET|OTI|IOT|TOI|0IT|ITT|EITT|IITT)(?![A-Za-z])")


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a place, and only right behind the word that tells what the letters are for."""
    for text in subject.texts:
        for pattern, right in ((_ASSESSMENT, "ITA"), (_INSTRUMENT, "IIT, EIT, OIT")):
            for found in pattern.finditer(text.text):
                what = Sentence(
                    f"“{found['word']}” น่าจะเป็น {right} โปรดแก้",
                    f"“{found['word']}” should likely be {right}. Please put it right.",
                )
                yield subject.finding(CODE, Severity.WARNING, text, what, found[0])
