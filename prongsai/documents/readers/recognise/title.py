"""The name of the report: without agency, year or place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from prongsai.documents.readers.recognise.span import Span, joined

_BEGINS = re.compile(
    r"^(?:เรื่อง\s*)?((?:แบบ)?\s*รายงาน|สรุปผล|ผลการดำเนิน|ความก้าวหน้า|การดำเนินการตามมาตรการ|มาตรการส่งเสริม|แผนปฏิบัติการ)"
)
_STRONG = re.compile(r"^(?:เรื่อง\s*)?(?:แบบ)?\s*รายงาน")
_END = re.compile(
    r"\s*(?:\(|ประจำ\s*ปี|ปี\s*งบ|ปี\s*พ\.|ปี\s*[๐-๙0-9]{4}|พ\s*\.\s*ศ\s*\.|รอบ(?:\s*[๐-๙0-9]|\s*หก|ที่)|(?:ของ\s*)?(?:เทศบาล\s*(?:ตำบล|เมือง|นคร)"
    r"|องค์การ\s*บริหาร|อบต|อบจ)|อำเภอ|จังหวัด|ไตรมาส|ครั้งที่|ณ\s*วันที่|ระหว่าง(?:วัน|เดือน)|ตั้งแต่|\s(?:เดือน)?(?:ต\.\s?ค|ตุลาคม)).*$"
)
#: A line that begins so goes on with the line before, an empty line between them or not.
_GOES_ON = re.compile(r"(?:และ|หรือ|ภายใน|เพื่อ|ตามมาตรการ|ส่งเสริม|ป้องกัน|คุณธรรม|ความโปร่งใส|ของหน่วยงาน)")
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph outside the tables; ``gap``: an empty line stands before it."""

    span: Span
    gap: bool


def title(lines: Sequence[Line]) -> tuple[Span | None, list[Span]]:
    """The name of the report, and the lines of its title block: the name, the year, the agency, the place."""
    starts = [at for at, line in enumerate(lines) if _STRONG.match(line.span.text)]
    starts += [at for at, line in enumerate(lines) if _BEGINS.match(line.span.text) and at not in starts]
    starts += [at for at, line in enumerate(lines) if "รายงานผล" in line.span.text[:80]][:1]
    for start in starts:
        name = _name(lines, start)
        if name is not None and len(name.text) > 12:
            return name, [line.span for line in lines[max(0, start - 3) : start + _MOST_LINES + 4]]
    return None, [line.span for line in lines[:8]]


def _name(lines: Sequence[Line], start: int) -> Span | None:
    parts: list[Span] = []
    for at in range(start, min(len(lines), start + _MOST_LINES)):
        line = lines[at]
        text = line.span.text
        if at == start:
            text = text[max(0, text.find("รายงาน")) :] if not _BEGINS.match(text) else text
            text = re.sub(r"^เรื่อง\s*", "", text)
        elif (line.gap and not _GOES_ON.match(text)) or _BEGINS.match(text):
            break
        kept = _END.sub("", text)
        if kept.strip():
            parts.append(Span(kept.strip(), line.span.places))
        if kept != text:
            break
    return joined(parts) if parts else None
