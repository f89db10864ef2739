"""The same words again and again: text that a program made up."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from prongsai.core.measures.search import needle
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject, Text
from prongsai.core.sentence import Sentence

CODE = "T04"
TITLE = Sentence("ข้อความวนซ้ำ", "The same words again and again")
WHY = Sentence(
    "ข้อความที่วนซ้ำเป็นสิ่งที่โปรแกรมอ่านภาพแต่งขึ้น ไม่ใช่เนื้อหาของเอกสารจริง",
    "Text that repeats itself was made up by the program that read the picture: it is not in the paper.",
)
EXAMPLE = Example("๑. บริหารราชการ ๒. บริหารราชการ … ๓๔. บริหารราชการ", "(ลบส่วนที่โปรแกรมแต่งขึ้น)")

#: Within a text: at least so many letters, so many times in a row.
_LOOP = re.compile(r"(.{6,80}?)(?:[\s,.;)(0-9๐-๙-]{0,6}\1){3,}", re.DOTALL)
_NUMBERS = re.compile(r"[0-9๐-๙.,)(%\s|-]+")
#: A loop shows within so many letters; to look through more of them takes long.
_LONGEST = 5000
#: So many lines in a row that are alike but for their numbers.
_LINES = 5


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a text, and one a stretch of lines outside the values."""
    for text in subject.texts:
        found = _LOOP.search(text.text[:_LONGEST]) if _may_loop(text.text[:_LONGEST]) else None
        if found and len(set(needle(found[1]))) > 3:
            times = text.text.count(found[1])
            yield _finding(subject, text, found[1].strip(), f"{times} ครั้ง", f"{times} times")
    stretch: list[Text] = []
    for line in (*subject.loose_lines, Text("", None)):
        if stretch and _goes_on(subject, stretch, line):
            stretch.append(line)
            continue
        yield from _told(subject, stretch)
        stretch = [line]


def _may_loop(text: str) -> bool:
    """Whether any six letters stand four times: the search for loops is slow, and most texts have none."""
    counts = Counter(text[at : at + 6] for at in range(len(text) - 5))
    return bool(counts) and max(counts.values()) >= 4


def _goes_on(subject: Subject, stretch: Sequence[Text], line: Text) -> bool:
    """Whether a line says the same as those before it, with nothing but empty lines between."""
    same = bool(_bare(line.text)) and _bare(line.text) == _bare(stretch[0].text)
    return same and not any(other.strip() for other in subject.lines[stretch[-1].line or 0 : (line.line or 1) - 1])


def _told(subject: Subject, stretch: Sequence[Text]) -> Iterator[Finding]:
    if len(stretch) >= _LINES:
        count, last = len(stretch), stretch[-1].line
        where_th = f"{count} บรรทัดติดกัน ถึงบรรทัด {last}"
        yield _finding(subject, stretch[0], stretch[0].text[:60], where_th, f"{count} lines on end, up to line {last}")


def _finding(subject: Subject, at: Text, quote: str, th: str, en: str) -> Finding:
    what = Sentence(
        f"“{quote[:60]}” ซ้ำ {th} น่าจะเป็นข้อความที่โปรแกรมแต่งขึ้น โปรดเทียบกับต้นฉบับและลบ",
        f"“{quote[:60]}” is repeated, {en}: likely made up by a program. Please compare it with the paper.",
    )
    return subject.finding(CODE, Severity.ERROR, at, what, quote)


def _bare(text: str) -> str:
    """What is left of a line without its numbers; figures alone stand for themselves."""
    return _NUMBERS.sub(" ", text).strip() or " ".join(text.split()[1:])
