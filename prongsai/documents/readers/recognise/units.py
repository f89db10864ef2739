"""A cell of responsible units → the units. Conventions: docs/reference/reading.md, 5."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from prongsai.documents.readers.recognise.items import items
from prongsai.documents.readers.recognise.marks import Style, first_mark, marks
from prongsai.documents.readers.recognise.span import Span, all_places, joined

#: How the name of a unit begins; ``งาน`` and ``กอง`` also begin other words, so these count only behind white space.
_UNIT = (
    r"(?:สำนัก|สํานัก|ส านัก|กอง(?!ทุน)|งาน|ฝ่าย|กลุ่มงาน|หน่วย(?:งาน)?ตรวจสอบ|หน่วยงาน|ศูนย์|โรงเรียน"
    r"|ส่วน(?=การ|โยธา|สวัสดิการ|ราชการ|สาธารณสุข|ส่งเสริม)|ทุก(?=\s*(?:กอง|สำนัก|ส่วน|งาน|หน่วย|ฝ่าย)))"
)
_PERSON = (
    r"(?:ผอ\.|ผู้อำนวยการ|หัวหน้า|นัก(?=[ก-ฮ])|เจ้าพนักงาน|ปลัด(?=เทศบาล|อบต|องค์การ)|รองปลัด"
    r"|นายก|รองนายก|นิติกร|คณะ|ผู้บริหาร|พนักงาน)"
)
#: A kind without a name, as in ``ทุกสำนัก/กอง``: it is no unit of its own.
_BARE = r"(?:กอง|สำนัก|ฝ่าย|งาน|ส่วน(?:ราชการ)?|หน่วยงาน)\s*(?:$|[/,;])"
_NEXT = rf"(?!{_BARE})(?={_UNIT}|{_PERSON})"
_BREAK = re.compile(rf"\s*[/,;、]\s*{_NEXT}|(?<!ทุก)\s+(?={_UNIT})|(?<!^)\s*และ\s*{_NEXT}")
_BEGINS = re.compile(rf"(?:{_UNIT}|{_PERSON})")
_TAIL = re.compile(r"\s*(?:ร่วมกับ|และ|[/,;])\s*$")
_LOOKS = re.compile(rf"^\s*(?:[๐-๙0-9]{{1,2}}\s*[.)]\s*|\([๐-๙0-9]{{1,2}}\)\s*|[-•]\s*)?(?:{_UNIT}|{_PERSON})")


def units(spans: Sequence[Span]) -> list[Span]:
    """The units of a cell: one a number where it is numbered, else each that is named; a heading before a list too."""
    spans = [span for span in spans if span.text]
    if not spans:
        return []
    if not _is_list(spans):
        return list(_named(list(_apart(spans))))
    found = items(spans)
    lead = _lead(spans)
    if lead is None:
        return [_tidy(span) for span in found]
    return [*_named([found[0]]), *(_tidy(span) for span in found[1:])]


def looks_like_units(text: str) -> bool:
    """Whether a cell's text begins as a list of units does."""
    return len(text) < 300 and bool(_LOOKS.match(text))


def _is_list(spans: Sequence[Span]) -> bool:
    """Whether the cell has numbers or bullets of its own."""
    if any(first_mark(span.text) is not None for span in spans):
        return True
    found = [mark for span in spans for mark in marks(span.text) if mark.style is not Style.BULLET]
    return any(other.number == mark.number + 1 for mark in found for other in found) or (
        len(found) == 1 and found[0].number == 1
    )


def _apart(spans: Sequence[Span]) -> Iterator[Span]:
    """Paragraphs cut at a number in front of a unit, where the other numbers of the list are lost."""
    for span in spans:
        start = 0
        for mark in marks(span.text):
            if mark.style is not Style.BULLET and _BEGINS.match(span.text, mark.end):
                yield span.cut(start, mark.start)
                start = mark.end
        yield span.cut(start)


def _lead(spans: Sequence[Span]) -> Span | None:
    """The text in front of the list."""
    if first_mark(spans[0].text):
        return None
    return spans[0]


def _named(spans: Sequence[Span]) -> Iterator[Span]:
    """Units cut where the next is named; a paragraph that is no unit goes on with the one before."""
    groups: list[list[Span]] = []
    for span in spans:
        if groups and not _BEGINS.match(span.text):
            groups[-1].append(span)
        else:
            groups.append([span])
    for group in groups:
        whole, places = joined(group).text, all_places(group)
        for part in _BREAK.split(whole):
            if part and part.strip():
                yield _tidy(Span(part.strip(), places))


def _tidy(span: Span) -> Span:
    """Without the word that only joins it to the next."""
    return Span(_TAIL.sub("", span.text).strip(), span.places)
