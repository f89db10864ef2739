"""What goes into ITAS: which addresses, which answer, which explanation, and whether it is safe to enter."""

from __future__ import annotations

import pytest

from prongsai.core.disclosures.entry import (
    Preference,
    Readiness,
    Shown,
    Values,
    addresses,
    answer_of,
    changed_since,
    doubts,
    explanation_of,
    readiness,
)
from prongsai.core.disclosures.state import Reason, State

PORTAL, OWN = "https://open.example/tha-khong/2566/o12", ("https://tha-khong.example/12",)
HAS = Values("has", (PORTAL,), "")


@pytest.mark.parametrize(
    ("preference", "portal", "own", "wanted"),
    [
        (Preference.PORTAL, PORTAL, OWN, (PORTAL,)),
        (Preference.PORTAL, "", OWN, OWN),
        (Preference.OWN, PORTAL, OWN, OWN),
        (Preference.OWN, PORTAL, (), (PORTAL,)),
        (Preference.OWN, "", (), ()),
    ],
)
def test_the_chosen_address_serves_and_else_the_other(
    preference: Preference, portal: str, own: tuple[str, ...], wanted: tuple[str, ...]
) -> None:
    assert addresses(preference, portal, own) == wanted


def test_an_address_means_that_there_is_something() -> None:
    assert (answer_of("", OWN), answer_of("", ()), answer_of("has_not", OWN)) == ("has", "", "has_not")


def test_what_stands_in_one_place_is_said_once() -> None:
    shown = [Shown("แผนผัง", "โครงสร้าง", "หน้า 2"), Shown("ตำแหน่ง", "โครงสร้าง", "หน้า 2")]
    assert explanation_of(shown, 2) == "แสดงครบทุกองค์ประกอบ ดูที่ “โครงสร้าง” หน้า 2"
    assert "(1) แผนผัง" in explanation_of(shown, 3)


def test_the_explanation_names_each_component_with_its_place() -> None:
    shown = [Shown("แผนผัง", "โครงสร้าง.pdf", "หน้า 2"), Shown("ตำแหน่ง", "", "ตาราง 1"), Shown("กอง", "เว็บ", "")]
    assert explanation_of(shown, 3) == "(1) แผนผัง ดูที่ “โครงสร้าง.pdf” หน้า 2; (2) ตำแหน่ง ดูที่ ตาราง 1; (3) กอง ดูที่ “เว็บ”"
    assert explanation_of([], 0) == "" and explanation_of([Shown("แผนผัง", "", "")], 1) == ""


@pytest.mark.parametrize(
    ("values", "state", "reasons", "wanted"),
    [
        (HAS, State.PUBLISHED, (), Readiness.READY),
        (HAS, State.PUBLISHED, (Reason.NO_OWNER,), Readiness.READY),
        (HAS, State.PUBLISHED, (Reason.LINK_DOUBTFUL,), Readiness.LOOK),
        (HAS, State.STALE, (Reason.OTHER_PERIOD,), Readiness.LOOK),
        (HAS, State.BROKEN, (Reason.LINK_BROKEN,), Readiness.NOT_YET),
        (Values("", (), ""), State.MISSING, (Reason.NOTHING_TO_SHOW,), Readiness.NOT_YET),
        (Values("has", (), ""), State.DRAFTED, (), Readiness.NOT_YET),
        (Values("has_not", (), "ไม่มี"), State.PUBLISHED, (), Readiness.READY),
    ],
)
def test_nobody_is_led_to_enter_a_dead_link(
    values: Values, state: State, reasons: tuple[Reason, ...], wanted: Readiness
) -> None:
    assert readiness(values, state, reasons, is_portal=True) is wanted


def test_links_of_ones_own_website_need_not_be_published_here() -> None:
    reasons = (Reason.NOT_PUBLISHED, Reason.COMPONENTS_OPEN)
    assert doubts(reasons, is_portal=False) == (Reason.COMPONENTS_OPEN,)
    assert doubts(reasons, is_portal=True) == reasons


def test_another_address_or_answer_has_to_be_entered_again_but_not_a_polished_word() -> None:
    kept = HAS.kept
    assert not changed_since(kept, Values("has", (PORTAL,), "ถ้อยคำใหม่"))
    assert changed_since(kept, Values("has", OWN, ""))
    assert changed_since(kept, Values("has_not", (), ""))
