"""The licence of the open data: one for all agencies, so that who uses data of many reads it once."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Licence:
    """``code`` is that of the SPDX list; ``ckan`` the word of Thailand's data catalogue for it."""

    code: str
    name: Sentence
    address: str
    ckan: str

    def as_json(self) -> dict[str, str]:
        """As it stands in files of data."""
        return {"code": self.code, "th": self.name.th, "en": self.name.en, "address": self.address}


#: Why this one: docs/adr/0024. ``ckan`` is written as the extension thai_gdc writes it, with its s.
LICENCE = Licence(
    "CC-BY-4.0",
    Sentence(
        "ครีเอทีฟคอมมอนส์ แสดงที่มา 4.0 (CC BY 4.0): ใช้ ทำซ้ำ ดัดแปลง และเผยแพร่ต่อได้โดยไม่ต้องขออนุญาต เพียงอ้างชื่อหน่วยงานเป็นที่มา",
        "Creative Commons Attribution 4.0 (CC BY 4.0): use, copy, change and share it without asking; name the agency "
        "as the source",
    ),
    "https://creativecommons.org/licenses/by/4.0/",
    "Creative Commons Attributions",
)
