"""Which fiscal year a text is of: found in any writing, and called another's only where the text says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.framework.rules import YearRule
from prongsai.core.links.years import has_any_year, mentions, other_years, wanted_year, years_said
from prongsai.core.thai.digits import to_thai


def test_the_rule_says_which_year_is_wanted() -> None:
    assert wanted_year(2566, YearRule.CURRENT) == 2566
    assert wanted_year(2566, YearRule.FIRST_SIX_MONTHS) == 2566
    assert wanted_year(2566, YearRule.PREVIOUS) == 2565
    assert wanted_year(2566, YearRule.NONE) is None


@pytest.mark.parametrize(
    "text",
    [
        *(
            "ปี 2566",
            "พ.ศ. ๒๕๖๖",
            "fiscal year 2023",
            "ปี 66",
            "ปี๖๖",
            "ปีงบประมาณ 66",
            "ปีงบ พ.ศ. 66",
            "ita66",
            "o12-66.pdf",
        ),
        *("31 มี.ค. 66", "31 มีนาคม 66", "15/3/66", "1 ต.ค. 65", "1 ต.ค.65", "ตุลาคม 2565", "ตุลาคม พ.ศ. ๒๕๖๕", "ธ.ค. 65"),
        *(
            "12/11/2565",
            "3-10-65",
            "2022-12-31",
            "october 2022",
            "dec. 2022",
            "พ.ศ. 2561 - 2570",
            "2564-68",
            "2566 ถึง 2570",
        ),
        *("พ.ย 2565", "ครั้งที่ 1/66"),
    ],
)
def test_a_year_is_found_in_any_writing(text: str) -> None:
    assert mentions(text, 2566)


@pytest.mark.parametrize(
    "text",
    [
        *("ปี 2565", "ปี ๒๕๖๕", "มกราคม 2565", "30 ก.ย. 65", "12/9/2565", "66 หมู่ 3", "จำนวน 66 คน", "โทร 0-2566", "166"),
        *("พ.ศ. 2561 - 2565", "2022-09-30", "ปี 660", "october 2023"[:7], "12023", "มาตรา 66"),
    ],
)
def test_another_year_or_number_is_not_taken_for_it(text: str) -> None:
    assert mentions(text, 2566) is (text == "โทร 0-2566")  # whole years are found leniently: false alarms hurt more


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("ประจำปีงบประมาณ พ.ศ. 2565", [2565]),
        ("ประจำปี ๒๕๖๔ และปีงบประมาณ 2565", [2564, 2565]),
        ("ประจ าปี 2565", [2565]),
        ("ประจําปี 2565", [2565]),
        ("ประจĺำปีงบประมำณ พ.ศ. ๒๕๖๕", [2565]),
        ("ปีงบประมĺาณ 64", [2564]),
        ("ปีงบประมาณ 64", [2564]),
        ("งบประมาณรายจ่ายประจำปี\n2565", [2565]),
        ("พระราชบัญญัติ พ.ศ. 2540", []),
        ("ยกฐานะเมื่อปี 2562", []),
        ("วันที่ 3 มกราคม 2565", []),
        ("ปีงบประมาณ 65,000 บาท", []),
        ("ประจำปี 25651", []),
    ],
)
def test_a_text_is_of_a_year_only_where_it_says_so(text: str, years: list[int]) -> None:
    assert sorted(years_said(text)) == years


def test_far_years_are_history() -> None:
    assert other_years("ประจำปี 2555 ประจำปี 2565 ปีงบประมาณ 2565 ประจำปี 2566", 2566) == [2565]


def test_any_year_of_either_era_counts_as_one() -> None:
    assert has_any_year("พ.ศ. ๒๕๖๕")
    assert has_any_year("© 2020")
    assert not has_any_year("โทร 0-4400-0000 ต่อ 25")


@given(st.integers(2560, 2599), st.sampled_from(["ปี {}", "ประจำปีงบประมาณ พ.ศ. {}", "x{}x", "{}"]), st.booleans())
def test_a_whole_year_is_always_found(year: int, form: str, thai: bool) -> None:
    assert mentions(form.format(to_thai(year) if thai else year), year)


@given(st.text(st.sampled_from("0123456789๒๕๖ ปีงบประมาณพศ.-/ตคธ\n"), max_size=60), st.integers(2560, 2599))
def test_a_year_is_never_both_wanted_and_another(text: str, year: int) -> None:
    assert year not in other_years(text, year)
    if year in years_said(text):
        assert mentions(text, year)
