"""Kinds of public body that the assessment covers, and how tables of results call them.

The local kinds have the codes of ``Agency.kind``. Source of the list: ita.md §5, and the names in published tables.
"""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class BodyKind:
    """``also`` are other ways to write it; ``local``: it belongs to a province, so a table must say which."""

    code: str
    name: Sentence
    also: tuple[str, ...] = ()
    local: bool = True


_KINDS = (
    BodyKind(
        "provincial_organisation",
        Sentence("องค์การบริหารส่วนจังหวัด", "Provincial administrative organisation"),
        ("อบจ.", "PAO"),
    ),
    BodyKind("city_municipality", Sentence("เทศบาลนคร", "City municipality"), ("ทน.",)),
    BodyKind("town_municipality", Sentence("เทศบาลเมือง", "Town municipality"), ("ทม.",)),
    BodyKind("subdistrict_municipality", Sentence("เทศบาลตำบล", "Subdistrict municipality"), ("ทต.",)),
    BodyKind(
        "subdistrict_organisation",
        Sentence("องค์การบริหารส่วนตำบล", "Subdistrict administrative organisation"),
        ("อบต.", "SAO", "TAO"),
    ),
    BodyKind(
        "special_local",
        Sentence("องค์กรปกครองส่วนท้องถิ่นรูปแบบพิเศษ", "Special local government"),
        ("อปท. รูปแบบพิเศษ", "กทม.", "เมืองพัทยา"),
    ),
    BodyKind("province", Sentence("จังหวัด", "Province"), ("ราชการส่วนภูมิภาค",)),
    BodyKind(
        "department",
        Sentence("ส่วนราชการระดับกรม", "Department"),
        ("กรม", "กรมหรือเทียบเท่า", "ส่วนราชการ", "ราชการส่วนกลาง"),
        local=False,
    ),
    BodyKind("state_enterprise", Sentence("รัฐวิสาหกิจ", "State enterprise"), local=False),
    BodyKind("public_organisation", Sentence("องค์การมหาชน", "Public organisation"), local=False),
    BodyKind("university", Sentence("สถาบันอุดมศึกษา", "University"), ("มหาวิทยาลัย", "สถาบันอุดมศึกษาของรัฐ"), local=False),
    BodyKind(
        "independent",
        Sentence("องค์กรอิสระและองค์กรตามรัฐธรรมนูญ", "Constitutional body"),
        ("องค์กรอิสระ", "องค์กรอัยการ", "องค์กรศาล", "หน่วยงานในสังกัดรัฐสภา"),
        local=False,
    ),
    BodyKind("fund", Sentence("กองทุน", "Fund"), ("ทุนหมุนเวียน",), local=False),
    BodyKind("other", Sentence("หน่วยงานอื่น", "Other agency"), ("อื่นๆ", "หน่วยงานอื่นของรัฐ", "หน่วยงานของรัฐอื่นๆ"), local=False),
)

#: Every kind by its code, in the order in which choosers and tables show them.
KINDS: dict[str, BodyKind] = {one.code: one for one in _KINDS}


def bare(text: str) -> str:
    """A word as it is compared: without spaces, dots and case."""
    return "".join(letter for letter in text.lower() if letter not in " .\u00a0\u200b\ufeff\t\n")


_NAMES = {
    bare(name): one.code for one in _KINDS for name in (one.code, one.name.th, one.name.en, *one.also)
}  # fmt: skip


def kind_called(text: str) -> str | None:
    """The code of the kind that a table calls so, in Thai, English or short; None where nobody knows the word."""
    return _NAMES.get(bare(text))
