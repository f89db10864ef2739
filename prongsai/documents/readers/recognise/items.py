"""A cell → its items. Conventions: docs/reference/reading.md, 4."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from prongsai.documents.readers.recognise.marks import Mark, Style, marks
from prongsai.documents.readers.recognise.span import Span, joined

#: The first number of a list may be lost, but not more than this many.
_LOST = 3
#: A cell with more marks is no list that a person wrote; it is kept in its paragraphs.
_MOST_MARKS = 2000
#: A bullet with nothing behind it: the cell is empty.
_BARE = re.compile(r"^[-–—\s]*$")
#: Words whose number is part of the sentence.
_COUNTED = re.compile(r"(?:ที่|ข้อ|ครั้ง|ชั้น|หมู่|มาตรา|ระดับ|จำนวน|อย่างน้อย|ละ|ข้อที่|ตัวชี้วัด|^)$")


@dataclass(frozen=True, slots=True)
class _At:
    """A mark and the paragraph in which it stands."""

    para: int
    mark: Mark


def items(spans: Sequence[Span]) -> list[Span]:
    """The items of a cell, their numbers and bullets taken off, each with its places."""
    spans = [span for span in spans if not _BARE.match(span.text)]
    found = [_At(at, mark) for at, span in enumerate(spans) for mark in marks(span.text)]
    if len(found) > _MOST_MARKS:
        return spans
    style = _style(found, spans)
    cuts = _numbered(found, style) if style not in (None, Style.BULLET) else _bulleted(found, spans, style)
    return [span for span in _pieces(spans, cuts, style) if span.text]


def ends_with_number(spans: Sequence[Span]) -> int | None:
    """The number of the last item of a numbered cell."""
    found = [_At(at, mark) for at, span in enumerate(spans) for mark in marks(span.text)]
    style = _style(found, list(spans)) if len(found) <= _MOST_MARKS else None
    if style in (None, Style.BULLET):
        return None
    cuts = _numbered(found, style)
    return cuts[-1].mark.number if cuts else None


def _style(found: list[_At], spans: Sequence[Span]) -> Style | None:
    """The style of the cell's own marks: that of its first mark which begins a list."""
    for at, here in enumerate(found):
        mark, begins = here.mark, here.mark.start == 0
        if mark.style is Style.BULLET:
            if begins or not mark.spaced:
                return Style.BULLET
            continue
        goes_on = any(
            other.mark.style is mark.style and other.mark.number == mark.number + 1 for other in found[at + 1 :]
        )
        if begins or (goes_on and mark.number <= _LOST) or _is_one(here, spans):
            return mark.style
    return Style.BULLET if any(span.depth for span in spans) else None


def _is_one(here: _At, spans: Sequence[Span]) -> bool:
    """Whether a mark is the one number of a list behind its lead, not the number of a thing: ``ครั้งที่ ๑.``."""
    mark, before = here.mark, spans[here.para].text[: here.mark.start].rstrip()
    return mark.number == 1 and mark.style in (Style.DOT, Style.PAREN) and not _COUNTED.search(before)


def _numbered(found: list[_At], style: Style) -> list[_At]:
    """The marks of that style that go on counting; a number may stand twice, and one may be lost."""
    own = [here for here in found if here.mark.style is style]
    cuts: list[_At] = []
    for at, here in enumerate(own):
        number, begins = here.mark.number, here.mark.start == 0
        last = cuts[-1].mark.number if cuts else None
        follows = at + 1 < len(own) and own[at + 1].mark.number == number + 1
        if last is None:
            taken = begins or (number <= _LOST and follows) or number == 1
        elif number in (last, last + 1):
            taken = True
        else:
            taken = begins or (last < number <= last + 2 and follows) or (number == 1 and follows)
        if taken:
            cuts.append(here)
    return cuts


def _bulleted(found: list[_At], spans: Sequence[Span], style: Style | None) -> list[_At]:
    """Bullets that begin an item. One with white space on both sides is a dash unless the cell has real bullets."""
    if style is None:
        return []
    real = any(here.mark.style is Style.BULLET and here.mark.start == 0 for here in found)
    return [
        here
        for here in found
        if here.mark.style is Style.BULLET and spans[here.para].depth < 2 and (real or not here.mark.spaced)
    ]


def _pieces(spans: Sequence[Span], cuts: list[_At], style: Style | None) -> Iterator[Span]:
    """The text between the cuts; paragraphs of their own begin an item too, unless they belong to a list inside one."""
    by_para: dict[int, list[Mark]] = {}
    for here in cuts:
        by_para.setdefault(here.para, []).append(here.mark)
    open_item: list[Span] = []
    inside = False  # an item of the list has begun
    for at, span in enumerate(spans):
        own = by_para.get(at, [])
        lead = span.cut(0, own[0].start if own else None)
        if lead.text:
            if open_item and _begins_item(span, style, inside):
                yield joined(open_item)
                open_item = []
            open_item.append(lead)
        ends = [*(mark.start for mark in own[1:]), len(span.text)]
        for mark, until in zip(own, ends, strict=False):
            if open_item:
                yield joined(open_item)
            open_item, inside = [span.cut(mark.end, until)], True
    if open_item:
        yield joined(open_item)


def _begins_item(span: Span, style: Style | None, inside: bool) -> bool:
    """Whether a paragraph without a mark of the cell's own begins an item."""
    if span.depth > 1:
        return False
    if style is None or not inside:
        return span.block
    if style is Style.BULLET:
        return span.block and not _has_mark(span) and (span.depth > 0 or not _has_mark(span))
    # In a numbered cell lists of another style stand inside an item.
    return span.block and span.depth == 0 and not _has_mark(span)


def _has_mark(span: Span) -> bool:
    found = marks(span.text)
    return bool(found) and found[0].start == 0
