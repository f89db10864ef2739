"""Provinces and districts: all are there, and a faulty file is refused by its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.places import load, read
from prongsai.strict_yaml import Faulty


def test_all_provinces_and_districts_are_there() -> None:
    provinces = load().provinces
    assert len(provinces) == 77
    assert sum(len(province.districts) for province in provinces) == 928
    assert {len(province.short) for province in provinces} <= {2, 3}


@pytest.mark.parametrize(
    ("province", "count", "district"),
    [("กรุงเทพมหานคร", 50, "บางรัก"), ("ขอนแก่น", 26, "บ้านแฮด"), ("สมุทรสาคร", 3, "บ้านแพ้ว"), ("บึงกาฬ", 8, "เมืองบึงกาฬ")],
)
def test_a_province_has_its_districts(province: str, count: int, district: str) -> None:
    found = load().province(province)
    assert found is not None
    assert len(found.districts) == count
    assert district in found.districts


def test_every_province_but_two_has_a_district_called_after_it() -> None:
    without = [one.name for one in load().provinces if not one.has("เมือง")]
    assert without == ["กรุงเทพมหานคร", "พระนครศรีอยุธยา"]


def test_a_province_is_found_by_its_other_names_and_its_letters() -> None:
    places = load()
    assert places.province("กรุงเทพฯ") is places.province("กทม.") is places.with_letters("กทม")
    assert places.province("ลพบุรี") is places.with_letters("ลบ")
    assert places.province("ลบบุรี") is None


def test_the_provinces_of_a_district_are_all_told() -> None:
    assert [one.name for one in load().with_district("บ้านแพ้ว")] == ["สมุทรสาคร"]
    assert len(list(load().with_district("เฉลิมพระเกียรติ"))) > 3


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("schema: 2\nprovinces: []\n", 1, "schema"),
        ("schema: 1\nprovinces:\n  - name: ก\n    short: กก\n    also: []\n", 3, "districts"),
        ("schema: 1\nprovinces:\n  - {name: ก, short: กก, also: [], districts: [ข, ข]}\n", 3, "twice"),
        ("schema: 1\nprovinces:\n  - {name: ก, short: กก, also: [], districts: [ข], code: 1}\n", 3, "code"),
        (
            "schema: 1\nprovinces:\n  - {name: ก, short: กก, also: [], districts: [ข]}\n"
            "  - {name: ง, short: กก, also: [], districts: [จ]}\n",
            4,
            "already",
        ),
        ("schema: 1\nprovinces: [ก]\n", 2, "mapping"),
    ],
)
def test_a_faulty_file_is_refused_by_its_line(tmp_path: Path, text: str, line: int, said: str) -> None:
    file = tmp_path / "places.yaml"
    file.write_text(text, "utf-8")
    with pytest.raises(Faulty) as refused:
        read(file)
    assert [fault.line for fault in refused.value.faults] == [line]
    assert said in refused.value.faults[0].sentence.en
