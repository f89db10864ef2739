"""Names and kinds of local government as they are written in text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.review.alike import slip


class AgencyKind(StrEnum):
    """The kinds of agency, by the values that the database has too."""

    SUBDISTRICT_MUNICIPALITY = "subdistrict_municipality"
    TOWN_MUNICIPALITY = "town_municipality"
    CITY_MUNICIPALITY = "city_municipality"
    SUBDISTRICT_ORGANISATION = "subdistrict_organisation"
    PROVINCIAL_ORGANISATION = "provincial_organisation"
    OTHER = "other"


_WRITTEN = {
    "เทศบาลตำบล": AgencyKind.SUBDISTRICT_MUNICIPALITY,
    "ทต.": AgencyKind.SUBDISTRICT_MUNICIPALITY,
    "เทศบาลเมือง": AgencyKind.TOWN_MUNICIPALITY,
    "ทม.": AgencyKind.TOWN_MUNICIPALITY,
    "เทศบาลนคร": AgencyKind.CITY_MUNICIPALITY,
    "ทน.": AgencyKind.CITY_MUNICIPALITY,
    "องค์การบริหารส่วนตำบล": AgencyKind.SUBDISTRICT_ORGANISATION,
    "อบต.": AgencyKind.SUBDISTRICT_ORGANISATION,
    "องค์การบริหารส่วนจังหวัด": AgencyKind.PROVINCIAL_ORGANISATION,
    "อบจ.": AgencyKind.PROVINCIAL_ORGANISATION,
}
_KIND = "|".join(
    [
        r"เทศบาล\s?(?:ตำบล|เมือง|นคร)",
        r"องค์การ\s?บริหาร\s?ส่วน\s?(?:ตำบล|จังหวัด)",
        r"(?:อบต|อบจ|(?<![ก-ฮ])ทต|(?<![ก-ฮ])ทม|(?<![ก-ฮ])ทน)\s?\.",
    ]
)
_NAMED = re.compile(rf"(?P<kind>{_KIND})\s?(?P<name>[ก-ฮเ-ไ][ก-ฮะ-ฺเ-ๆ็-๎]+)")
#: Words with which a sentence goes on behind the name of an agency.
_GOES_ON = re.compile(
    r"(?:ได้|จัด(?:ทำ|ให้|ซื้อ|ประชุม|กิจกรรม)|ดำเนิน|โดย|จึง|ประจำ|ปีงบ|อำเภอ|ตำบล|จังหวัด|เพื่อ|พร้อม|รายงาน|ทุก|เข้า(?:ร่วม|รับ|ถึง)"
    r"|เรียบร้อย|ขอ(?:ง|ให้|เชิญ|ความ|รายงาน)|ต่อ(?:ไป|เนื่อง|ประชาชน)|(?<=.)มี(?!ชัย|สุข|นบุรี|ชื่อ)"
    r"|กำหนด|ให้|และ|หรือ|ใน(?:การ|ปี|ด้าน|ฐานะ)|เป็น|ซึ่ง|ทั้ง|ผ่าน|ประกาศ|เรื่อง|ตาม|รวม|มอบ|จำนวน|ครบ|สามารถ|นั้น|แห่ง|ที่|เผยแพร่"
    r"|ประชาสัมพันธ์|ปรับปรุง|พัฒนา(?=เว็บ|ระบบ)|ส่งเสริม|แจ้ง|เมื่อ|ระหว่าง|ณ|จาก|แล้ว|ไม่|ถือ|ใช้|นำ|ควร|ต้อง|จะ|เปิด|แต่งตั้ง|แสดง|สรุป|ทบทวน|ติดตาม|รวบรวม|กำกับ|สำรวจ|ประเมิน).*$",
    re.DOTALL,
)
#: What stands behind the kind where no name is meant: "เทศบาลตำบลของเรา", "องค์การบริหารส่วนตำบลทุกแห่ง".
_NO_NAME = re.compile(
    r"^(?:ใกล้|อื่น|ต่าง|หลาย|เรา|แต่ละ|ขนาด|ประเภท|สามัญ|พ\.|ศ\.|ดังกล่าว|นี้|ว่าด้วย|จังหวัด$|อำเภอ$|มี|กับ|แก่|เอง|ทราบ|พิจารณา|หมายถึง)"
)


#: From this likeness on (0 to 1) a name is a slip in another.
_SLIP = 0.7


@dataclass(frozen=True, slots=True)
class Named:
    """An agency as a text names it; ``name`` is without its kind, ``start`` and ``end`` are places in the text."""

    kind: AgencyKind
    name: str
    start: int
    end: int

    def written(self, text: str) -> str:
        """How it stands in the text."""
        return text[self.start : self.end]


def is_slip(name: str, own: str) -> bool:
    """Whether a name is likely the own one with a slip; what a sentence goes on with may hang on its end."""
    return max(slip(name, own), slip(name[: len(own) + 1], own)) >= _SLIP


def kind_of(agency: str) -> AgencyKind | None:
    """The kind that the name of an agency begins with."""
    plain = "".join(agency.split())
    return next((kind for word, kind in _WRITTEN.items() if plain.startswith(word)), None)


def bare_name(agency: str) -> str:
    """The name of an agency without its kind."""
    plain = "".join(agency.split())
    word = next((word for word in _WRITTEN if plain.startswith(word)), "")
    return plain[len(word) :]


def named_agencies(text: str) -> Iterator[Named]:
    """Every agency that a text names, kind and name; a kind without a name is none."""
    for found in _NAMED.finditer(text):
        name = _GOES_ON.sub("", found["name"])
        if len(name) > 1 and not _NO_NAME.match(name):
            kind = _WRITTEN["".join(found["kind"].split())]
            yield Named(kind, name, found.start(), found.start("name") + len(name))
