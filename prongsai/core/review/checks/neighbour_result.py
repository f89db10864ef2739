"""A result that tells of another item."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.framework.framework import DisclosureItem, Framework
from prongsai.core.reports.reading import ReadDisclosure
from prongsai.core.review.alike import held
from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.remembered import as_sure_as
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "S09"
TITLE = Sentence("ผลเป็นของข้ออื่น", "The result is another item's")
WHY = Sentence(
    "ผลที่วางผิดข้อทำให้ข้อนั้นไม่มีผลตามองค์ประกอบ",
    "A result in the wrong place leaves the item without what it asks for.",
)
EXAMPLE = Example("O18 E-Service — จัดทำคู่มือการปฏิบัติงานของเจ้าหน้าที่", "O18 E-Service — เปิดระบบขอรับบริการออนไลน์")

#: So much of another item's name (0 to 1) must stand in the result, …
_THEIRS = 0.6
#: … so little of the own name and components …
_OURS = 0.2
#: … and the other must stand so near, for results slip by a few rows.
_NEAR = 6


def check(subject: Subject) -> Iterator[Finding]:
    """One finding a disclosure, naming the item that the result is likely of."""
    framework = subject.framework
    if framework is None or subject.provisional:
        return
    for path, row in subject.disclosures():
        own = framework.item(row.code)
        text = " ".join(row.progress)
        if own is None or len(text) < 20:
            continue
        other = _owner(text, own, row, framework)
        if other is not None:
            what = Sentence(
                f"ผลนี้ดูเป็นของข้อ {other.code} {other.name} ไม่ใช่ {row.code} {own.name} โปรดตรวจว่าวางผิดข้อหรือไม่",
                f"This looks like the result of {other.code}, not of {row.code}. Please see where it belongs.",
            )
            sure = own.origin.confidence, other.origin.confidence
            severity, what = as_sure_as(Severity.WARNING, what, *sure)
            yield subject.finding(CODE, severity, f"{path}.progress", what, text[:120])


def _owner(text: str, own: DisclosureItem, row: ReadDisclosure, framework: Framework) -> DisclosureItem | None:
    if max(held(own.name, text), held(row.name or "", text)) > _OURS:
        return None
    if any(held(part, text) > 0.35 for part in (*map(str, own.components), *row.components)):
        return None
    near = [one for one in framework.items if one is not own and abs(one.number - own.number) <= _NEAR]
    best = max(near, key=lambda one: held(one.name, text), default=None)
    return best if best is not None and held(best.name, text) >= _THEIRS else None
