"""Which entries somebody changed, added or deleted in a cell that holds several."""

from __future__ import annotations

import pytest

from prongsai.documents.division_sheets import Edits, as_text, edits, listed

TWO = ("ประชุมทบทวนขั้นตอนแล้ว", "จัดทำร่างผังขั้นตอน")


def test_several_entries_stand_numbered_one_a_line() -> None:
    assert as_text(TWO) == "๑. ประชุมทบทวนขั้นตอนแล้ว\n๒. จัดทำร่างผังขั้นตอน"
    assert as_text(["บรรทัดหนึ่ง\nบรรทัดสอง"]) == "บรรทัดหนึ่ง\nบรรทัดสอง"
    assert as_text([]) == ""


@pytest.mark.parametrize(
    ("entries", "text", "found"),
    [
        ((), "ติดประกาศแล้ว", Edits(added=("ติดประกาศแล้ว",))),
        ((), "๑. ติดประกาศ\n๒. อบรม ๓๐ คน", Edits(added=("ติดประกาศ", "อบรม ๓๐ คน"))),
        ((), "ปี 2569\nอบรมแล้ว", Edits(added=("ปี 2569\nอบรมแล้ว",))),
        (TWO, "1) ประชุมทบทวนขั้นตอนแล้ว\n2) จัดทำร่างผังขั้นตอน", Edits()),
        (TWO, f"{as_text(TWO)}\n๓. ปิดประกาศ", Edits(added=("ปิดประกาศ",))),
        (TWO, f"{as_text(TWO)}\nปิดประกาศ", Edits(added=("ปิดประกาศ",))),
        (TWO, "๑. ประชุมทบทวนขั้นตอนแล้ว ๒ ครั้ง\n๒. จัดทำร่างผังขั้นตอน", Edits(corrected=((0, "ประชุมทบทวนขั้นตอนแล้ว ๒ ครั้ง"),))),
        (TWO, "จัดทำร่างผังขั้นตอน", Edits(deleted=(0,))),
        (TWO, "", Edits(deleted=(0, 1))),
        (("ก",), "ข", Edits(corrected=((0, "ข"),))),
        (("ก",), "ก\nข", Edits(added=("ข",))),
        (("ก",), "ก\n๒. ข\n๓. ค", Edits(added=("ข", "ค"))),
        (("ก\nข",), "ก ข", Edits()),
        (("๑. ก\n๒. ข",), "๑. ก\n๒. ข\n๓. ค", Edits(added=("ค",))),
        (TWO, f"{as_text(TWO[::-1])}", Edits()),
    ],
)
def test_it_tells_what_was_changed(entries: tuple[str, ...], text: str, found: Edits) -> None:
    assert edits(entries, text) == found


def test_a_list_is_cut_at_its_numbers_or_lines() -> None:
    assert listed("ลดเวลา\nลดค่าใช้จ่าย") == ("ลดเวลา", "ลดค่าใช้จ่าย")
    assert listed("๑. ลดเวลา\nลง ๕ วัน\n๒. ลดค่าใช้จ่าย") == ("ลดเวลา\nลง ๕ วัน", "ลดค่าใช้จ่าย")
    assert listed("") == ()
