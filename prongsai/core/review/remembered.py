"""What we only remember of a framework may be wrong: findings that lean on it are remarks, and say so."""

from __future__ import annotations

from prongsai.core.framework.origin import Confidence
from prongsai.core.review.finding import Severity
from prongsai.core.sentence import Sentence

_NOTE = Sentence(
    " (กรอบของปีนี้ส่วนนี้มาจากความจำ ยังไม่พบแหล่งอ้างอิง)",
    " (This part of the year's framework is from memory: no source was found.)",
)


def as_sure_as(severity: Severity, what: Sentence, *sure: Confidence) -> tuple[Severity, Sentence]:
    """Severity and sentence of a finding that leans on entries so sure."""
    if Confidence.MEMORY not in sure:
        return severity, what
    return Severity.REMARK, Sentence(what.th + _NOTE.th, what.en + _NOTE.en)
