"""Whose report it is: the agency in the majority spelling, and where it is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from prongsai.documents.readers.recognise.span import Span

_KIND = r"(?:เทศบาล\s*(?:ตำบล|เมือง|นคร)|องค์การ\s*บริหาร\s*ส่วน\s*(?:ตำบล|จังหวัด)|เมืองพัทยา|กรุงเทพมหานคร)"
_FULL = re.compile(rf"({_KIND})\s*([ก-๎]+)")
_SHORT = re.compile(r"(?<![ก-ฮ])((?:อบต|อบจ|ทต|ทม|ทน)\s*\.)\s*([ก-๎]{2,})")
#: Words that follow the name of an agency in a sentence; none of them is in the name of a place.
_AFTER = re.compile(
    r"(?:ได้|จัดทำ|ดำเนินการ|โดย|จึง|ประจำปี|ปีงบ|อำเภอ|ตำบล|จังหวัด|เพื่อ|พร้อม|รายงาน|ทุก(?:ส่วน|กอง|ตำแหน่ง|คน)"
    r"|เข้าร่วม|เข้ารับ|เรียบร้อย|ขอ(?!น)|ต่อไป|มี(?:การ|ผล|คะแนน|มาตรการ|นโยบาย|จำนวน|หน้าที่|บุคลากร)|กำหนด|ให้|และ|ในการ|เป็น|ซึ่ง|ทั้ง|ผ่าน|ประกาศ|เรื่อง|ตาม|รวมทั้ง|มอบ|จำนวน|ครบ|สามารถ|นั้น).*$"
)
_PROVINCE = re.compile(r"(?:(?<!ส่วน)จังหวัด|(?<![ก-ฮ])จ\.)\s*([ก-๎]+)")
_OF_PROVINCE = re.compile(r"องค์การ\s*บริหาร\s*ส่วน\s*จังหวัด\s*([ก-๎]+)")
_DISTRICT = re.compile(r"(?:อำเภอ|อ\.)\s*([ก-๎]+)")
_NOT_PLACES = re.compile(r"^(?:นี้|ที่|และ|ใน|ของ|หรือ|เดียว|กำหนด|ต่าง)|^[ะ-ฺ็-๎]")
_PLACE_END = re.compile(r"(?:จังหวัด|อำเภอ|ตำบล|เทศบาล|องค์การ|ประจำ|ปีงบ|โดย|ได้|รหัส|โทร).*$")


def agency(head: Sequence[Span], everything: Sequence[Span]) -> Span | None:
    """The name of the agency; ``head`` are the paragraphs outside the tables, which count most."""
    for pattern in (_FULL, _SHORT):
        found = _majority(pattern, head, everything)
        if found is not None:
            return found
    return None


def _majority(pattern: re.Pattern[str], head: Sequence[Span], everything: Sequence[Span]) -> Span | None:
    named: dict[str, Span] = {}
    for span in [*head, *everything]:
        for name in _names(pattern, span.text):
            named.setdefault(name, Span(name, span.places))
    if not named:
        return None
    text = "\n".join(re.sub(r"[ \t]+", "", span.text) for span in everything)
    in_head = Counter(name for span in head for name in _names(pattern, span.text))
    counts = {name: text.count(name) + 2 * in_head[name] for name in named}
    best = max(named, key=lambda name: (counts[name], -len(name)))
    # A longer one is the name where a line broke in the shorter; else it is the name with the next word.
    alone = Counter(name for span in everything for name in _names(pattern, span.text))
    longer = [
        name
        for name in named
        if name.startswith(best) and counts[name] >= 0.6 * counts[best] and alone[name] > alone[best]
    ]
    return named[max(longer, key=len, default=best)]


def _names(pattern: re.Pattern[str], text: str) -> Iterable[str]:
    for kind, rest in pattern.findall(text):
        name = _AFTER.sub("", rest)
        if len(name) > 1:
            yield re.sub(r"\s", "", kind) + name


def province(head: Sequence[Span]) -> Span | None:
    """The province that the paragraphs outside the tables name most, the first among equals."""
    return _place(_PROVINCE, head) or _place(_OF_PROVINCE, head)


def district(head: Sequence[Span]) -> Span | None:
    """The district, likewise."""
    return _place(_DISTRICT, head)


def _place(pattern: re.Pattern[str], head: Sequence[Span]) -> Span | None:
    counts: Counter[str] = Counter()
    first: dict[str, Span] = {}
    for span in head:
        for word in pattern.findall(span.text):
            name = _PLACE_END.sub("", word)
            if len(name) > 1 and not _NOT_PLACES.match(name):
                counts[name] += 1
                first.setdefault(name, Span(name, span.places))
    return first[counts.most_common(1)[0][0]] if counts else None


def foreign(spans: Iterable[Span], own: str) -> Iterable[tuple[str, Span]]:
    """Names of other agencies, and kinds of agency that this is not, with where they stand."""
    own_kind = "อบต" if own.startswith("องค์การบริหารส่วนตำบล") else "เทศบาล"
    for span in spans:
        for name in {*_names(_FULL, span.text), *_names(_SHORT, span.text)}:
            if not (name.startswith(own) or own.startswith(name) or _same_place(name, own, own_kind)):
                yield name, span


def _same_place(name: str, own: str, own_kind: str) -> bool:
    """Whether a short name is the own agency's: ``อบต.ท่าโขง`` of an องค์การบริหารส่วนตำบลท่าโขง."""
    short = re.sub(r"^(?:อบต|อบจ|ทต|ทม|ทน)\.", "", name)
    return short != name and own.endswith(short) and (own_kind == "อบต") == name.startswith("อบต")
