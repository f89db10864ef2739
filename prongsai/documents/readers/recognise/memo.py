"""The memorandum in front of a report: its head, its paragraphs, its signatories."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from prongsai.core.reports.reading import Memo, NoteKind, Signatory
from prongsai.core.thai.dates import parse_date
from prongsai.documents.readers.recognise.paper import Paper
from prongsai.documents.readers.recognise.span import Span, joined
from prongsai.documents.readers.recognise.title import Line

_MEMO = re.compile(r"บันทึก\s*ข้อ\s*ความ")
_OFFICE = re.compile(r"^\s*ส่วน\s*ราชการ\s*[:.]*\s*")
_NUMBER = re.compile(r"(?:^|\s)ที่\s*[:.]*\s+(?=\S)|^ที่(?=[ก-ฮ]{2}\s*[๐-๙0-9])")
_DATE = re.compile(r"(?:^|\s)วัน\s*ที่\s*[:.]*\s*(?=[๐-๙0-9ก-ฮ]|[\s.…_]*$)")
_SUBJECT = re.compile(r"^\s*เรื่อง\s*[:.]*\s*")
_TO = re.compile(r"^\s*เรียน\s*[:.]*\s*(?!มา)")
_PERIOD = re.compile(r"^\s*รอบ\s*รายงาน\s*[:.]*\s*")
_ENCLOSED = re.compile(r"^\s*(?:สิ่งที่ส่งมาด้วย|อ้างถึง)\s*[:.]*\s*")
_PERSON = re.compile(
    r"\(\s*((?:นาย|นาง(?:สาว)?|น\.ส\.|ว่าที่|พ\.[ตอจ]|ร\.[ตอ]|ส\.[ตอ]|จ\.[สอ]|ดร\.)[^()]{2,60}|[^()๐-๙0-9]{5,50})\s*\)\s*(.*)$"
)
_SIGN = re.compile(r"(?:\(?\s*ลง\s*(?:ชื่อ|นาม)\s*\)?|ลงนามแล้ว|[.…_]{6,}|\s)+")
_DOTS = re.compile(r"[.…_]{4,}")
_OPINION = re.compile(r"^\s*(?:ความเห็น|ข้อเสนอ|ความคิดเห็น|คำสั่ง|-?\s*ทราบ|-?\s*อนุมัติ)")
_END = re.compile(r"^\s*(?:แบบ)?รายงาน|^\s*(?:สิ่งที่ส่งมาด้วย|เอกสารแนบ|ภาคผนวก)")


@dataclass
class _Parts:
    """The lines of a memo by what they are."""

    office: list[Span] = field(default_factory=list)
    number: list[Span] = field(default_factory=list)
    date: list[Span] = field(default_factory=list)
    subject: list[Span] = field(default_factory=list)
    period: list[Span] = field(default_factory=list)
    to: list[Span] = field(default_factory=list)
    body: list[Span] = field(default_factory=list)
    people: list[tuple[Span, Span | None]] = field(default_factory=list)


def is_heading_of_memo(text: str) -> bool:
    """Whether a paragraph is the heading of a memo and nothing else."""
    return bool(_MEMO.fullmatch(text.strip()))


def memo_lines(lines: Sequence[Line]) -> tuple[int, int] | None:
    """From where to where the memo stands among the paragraphs; None where there is none."""
    start = next(
        (at for at, line in enumerate(lines) if len(line.span.text) < 60 and _MEMO.search(line.span.text)), None
    )
    if start is None:
        return None
    after_to = next((at for at in range(start, len(lines)) if _TO.match(lines[at].span.text)), start)
    last = after_to
    for at in range(after_to + 1, len(lines)):
        if _END.match(lines[at].span.text):
            break
        last = at
    return start, last + 1


def memo(lines: Sequence[Line], paper: Paper) -> Memo:
    """The memo that these paragraphs are."""
    parts = _parts([line.span for line in lines])
    written = paper.value("memo.date_text", _one(parts.date))
    found = parse_date(written) if written else None
    if written and not isinstance(found, date):
        paper.note(NoteKind.OTHER, f"อ่านวันที่ “{written}” ของบันทึกข้อความไม่ได้", parts.date[0].places, "memo.date_text")
    day = found.isoformat() if isinstance(found, date) else None
    if day:
        paper.spans("memo.date", parts.date)
    return Memo(
        office=paper.value("memo.office", _one(parts.office)),
        number=paper.value("memo.number", _one(parts.number)),
        date=day,
        date_text=written,
        subject=paper.value("memo.subject", _one(parts.subject)),
        to=paper.value("memo.to", _one(parts.to)),
        period=paper.value("memo.period", _one(parts.period)),
        body=paper.values("memo.body", parts.body),
        signatories=tuple(_signatories(parts.people, paper)),
    )


def _one(spans: Sequence[Span]) -> Span | None:
    made = joined(spans)
    text = _DOTS.sub(" ", made.text).strip()
    return Span(" ".join(text.split()), made.places) if text else None


def _signatories(people: list[tuple[Span, Span | None]], paper: Paper) -> Iterator[Signatory]:
    for at, (name, position) in enumerate(people):
        path = f"memo.signatories[{at}]"
        paper.value(f"{path}.name", name)
        yield Signatory(name.text, paper.value(f"{path}.position", position) or "")


def _parts(spans: Sequence[Span]) -> _Parts:
    parts = _Parts()
    current: list[Span] | None = None
    signing = False
    for at, span in enumerate(spans):
        if parts.to and (person := _person(span)):
            signing = True
            if person[1] is None and at + 1 < len(spans) and _is_position(spans[at + 1]):
                person = (person[0], spans[at + 1])
            parts.people.append(person)
            current = None
        elif not parts.body and (head := _head(span, parts)) is not None:
            current = head
        elif _MEMO.search(span.text) and len(span.text) < 60:
            current = None
        elif parts.to and not signing:
            if not (
                _SIGN.fullmatch(span.text) or _OPINION.match(span.text) or span.text.startswith(("(ลงชื่อ)", "ลงชื่อ"))
            ):
                parts.body.append(span)
            current = None
        elif current is not None:
            current.append(span)
    return parts


def _person(span: Span) -> tuple[Span, Span | None] | None:
    """The name in brackets that a paragraph is, and the position behind it."""
    text = _SIGN.sub(" ", span.text, count=1) if "ลง" in span.text[:8] or _DOTS.search(span.text) else span.text
    found = _PERSON.match(text.strip())
    if found is None or len(span.text) > 200:
        return None
    name = " ".join(found[1].split())
    rest = found[2].strip()
    return Span(name, span.places), Span(rest, span.places) if rest else None


def _is_position(span: Span) -> bool:
    text = span.text
    return len(text) < 120 and not _SIGN.fullmatch(text) and not _DATE.match(text) and not _OPINION.match(text)


def _head(span: Span, parts: _Parts) -> list[Span] | None:
    """Put a line of the head where it belongs; returns the part that the next line may go on with."""
    text = span.text
    if found := _OFFICE.match(text):
        return _office(span.cut(found.end()), parts)
    if _NUMBER.match(text) or _DATE.match(text):
        return _number_and_date(span, parts)
    for pattern, part in ((_SUBJECT, parts.subject), (_PERIOD, parts.period), (_TO, parts.to)):
        if (found := pattern.match(text)) and not part:
            part.append(span.cut(found.end()))
            return part
    return [] if _ENCLOSED.match(text) else None


def _office(span: Span, parts: _Parts) -> list[Span]:
    """The office, and the number and the date where they stand on its line."""
    found = _NUMBER.search(span.text)
    parts.office.append(span.cut(0, found.start() if found else None))
    if found and re.search(r"[๐-๙0-9]", span.text[found.end() :]):
        _number_and_date(span.cut(found.start()), parts)
    return parts.office


def _number_and_date(span: Span, parts: _Parts) -> list[Span]:
    dated = _DATE.search(span.text)
    numbered = _NUMBER.match(span.text)
    if numbered:
        parts.number.append(span.cut(numbered.end(), dated.start() if dated else None))
    if dated:
        parts.date.append(span.cut(dated.end()))
    return parts.date if dated else parts.number
