"""The six geographic regions of Thailand and their provinces.

Source: the National Geographical Committee (2521), as school books have it, from memory; บึงกาฬ, a province since 2554,
lies in the northeast. The assessment's own pages by region may cut otherwise: no source was found that says how
(ita.md §4.3), so the manual calls these the geographic regions.
"""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Region:
    """A region with its provinces, by their full Thai names."""

    code: str
    name: Sentence
    provinces: frozenset[str]


def _named(provinces: str) -> frozenset[str]:
    """The names between the spaces; no province has a space in its name."""
    return frozenset(provinces.split())


_REGIONS = (
    Region(
        "north",
        Sentence("ภาคเหนือ", "North"),
        _named("เชียงราย เชียงใหม่ น่าน พะเยา แพร่ แม่ฮ่องสอน ลำปาง ลำพูน อุตรดิตถ์"),
    ),
    Region(
        "northeast",
        Sentence("ภาคตะวันออกเฉียงเหนือ", "Northeast"),
        _named(
            "กาฬสินธุ์ ขอนแก่น ชัยภูมิ นครพนม นครราชสีมา บึงกาฬ บุรีรัมย์ มหาสารคาม "
            "มุกดาหาร ยโสธร ร้อยเอ็ด เลย สกลนคร สุรินทร์ ศรีสะเกษ หนองคาย "
            "หนองบัวลำภู อุดรธานี อุบลราชธานี อำนาจเจริญ"
        ),
    ),
    Region(
        "central",
        Sentence("ภาคกลาง", "Central"),
        _named(
            "กรุงเทพมหานคร กำแพงเพชร ชัยนาท นครนายก นครปฐม นครสวรรค์ นนทบุรี "
            "ปทุมธานี พระนครศรีอยุธยา พิจิตร พิษณุโลก เพชรบูรณ์ ลพบุรี สมุทรปราการ "
            "สมุทรสงคราม สมุทรสาคร สระบุรี สิงห์บุรี สุโขทัย สุพรรณบุรี อ่างทอง "
            "อุทัยธานี"
        ),
    ),
    Region(
        "east",
        Sentence("ภาคตะวันออก", "East"),
        _named("จันทบุรี ฉะเชิงเทรา ชลบุรี ตราด ปราจีนบุรี ระยอง สระแก้ว"),
    ),
    Region("west", Sentence("ภาคตะวันตก", "West"), _named("กาญจนบุรี ตาก ประจวบคีรีขันธ์ เพชรบุรี ราชบุรี")),
    Region(
        "south",
        Sentence("ภาคใต้", "South"),
        _named("กระบี่ ชุมพร ตรัง นครศรีธรรมราช นราธิวาส ปัตตานี พังงา พัทลุง ภูเก็ต ยะลา ระนอง สงขลา สตูล สุราษฎร์ธานี"),
    ),
)

#: Every region by its code, from the north to the south.
REGIONS: dict[str, Region] = {one.code: one for one in _REGIONS}
_OF = {province: one.code for one in _REGIONS for province in one.provinces}


def region_of(province: str) -> str:
    """The code of the region of a province; empty where there is no such province."""
    return _OF.get(province, "")
