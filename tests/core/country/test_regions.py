"""Every province lies in one region."""

from __future__ import annotations

from collections import Counter

from prongsai.core.country.kinds import kind_called
from prongsai.core.country.regions import REGIONS, region_of
from prongsai.places import load


def test_every_province_lies_in_one_region() -> None:
    counted = Counter(province for region in REGIONS.values() for province in region.provinces)
    assert set(counted) == {one.name for one in load().provinces}
    assert set(counted.values()) == {1}
    assert region_of("ลพบุรี") == "central" and region_of("ไม่มี") == ""


def test_kinds_are_known_in_short_and_in_english() -> None:
    words = ("อบต.", "อบต", "เทศบาล ตำบล", "Province", "subdistrict_organisation")
    assert [kind_called(one) for one in words] == [
        *("subdistrict_organisation", "subdistrict_organisation", "subdistrict_municipality", "province"),
        "subdistrict_organisation",
    ]
    assert kind_called("สโมสร") is None
