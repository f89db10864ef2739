"""Reports by another year's list: an item is what its name says, whatever stands at its code this year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from prongsai.core.reports.reading import ReadDisclosure
from prongsai.frameworks import load
from prongsai.web.accounts.models import Person
from prongsai.web.disclosures import actions, queries
from prongsai.web.disclosures.entries import Entry, entry_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.naming import meant_by
from tests.cast import Cast
from tests.web.disclosures.shown import where

SignedIn = Callable[[Person], Client]
BOARD = "/a/tha-khong/2569/disclosures/"
COMPLAINTS = "ข้อมูลเชิงสถิติเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ"


def _row(cast: Cast, code: str, name: str | None, year: int = 2569) -> Disclosure:
    rows = [ReadDisclosure(code, name)]
    (made,) = actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=year, rows=rows)
    return made


def _entry(cast: Cast, code: str, year: int = 2569) -> Entry:
    found = entry_of(cast.agency, year, code, date(2026, 1, 5))
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("code", "name", "subject"),
    [
        ("O16", COMPLAINTS, "complaint-statistics"),  # of the form of 2566, with a slip; O16 of 2569 is another thing
        ("O11", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน", "strategic-plan"),
        ("O6", "กฏหมายที่เกี่ยวข้อง", "laws"),  # with a slip; not asked for in 2569
        ("O30", "การเปิดโอกาสให้เกิดการมีส่วนร่วม", "participation"),
        ("O1", "โครงสร้าง", "structure"),  # the item of the code by its name of other years
        ("O20", "การสร้างวัฒนธรรม No Gift Policy", "no-gift-declaration"),  # a part of the item of the code
        ("O2", "ทำเนียบผู้บริหารของเรา", "executives"),  # the agency's own words
        ("O2", None, "executives"),
        ("O99", "ทำเนียบผู้บริหารของเรา", ""),
    ],
)
def test_an_item_is_what_its_name_says(cast: Cast, code: str, name: str | None, subject: str) -> None:
    assert _row(cast, code, name).subject == subject


@pytest.mark.parametrize("year", [2563, 2564, 2565, 2566, 2567, 2568, 2569])
def test_a_report_by_the_years_own_list_is_read_by_its_codes(cast: Cast, year: int) -> None:
    for item in load("ita", year).items:
        found = meant_by(cast.agency, year, item.code, item.name)
        assert found is not None and (found.code, found.subject) == (item.code, item.subject)


def test_a_whole_report_by_an_older_list_keeps_the_subjects_of_that_list(cast: Cast) -> None:
    for item in load("ita", 2566).items:
        found = meant_by(cast.agency, 2569, item.code, item.name)
        assert found is not None and set(item.subjects) & set(found.subjects), item.code


def test_it_is_told_and_neither_asked_for_nor_worth_what_the_years_item_is(cast: Cast, signed_in: SignedIn) -> None:
    _row(cast, "O1", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน")
    entry = _entry(cast, "O1")
    assert (entry.line.item, entry.checks) == (None, ())
    assert entry.line.other is not None and entry.line.other.name == "โครงสร้าง หน้าที่และอำนาจ"
    assert queries.lines_of(cast.agency, 2569)[0].other == entry.line.other
    assert entry.at_risk == entry.worth > 0
    client = signed_in(cast.somying)
    assert client.get(BOARD).content.decode().count("ไม่มีในรายการปีนี้") == 1
    assert "รายการของปีนี้ O1 คือ “โครงสร้าง หน้าที่และอำนาจ”" in client.get(BOARD + "O1/").content.decode()


def test_it_is_carried_over_as_the_item_of_its_name(cast: Cast) -> None:
    _row(cast, "O16", COMPLAINTS)
    _row(cast, "O17", "แนวปฏิบัติการจัดการเรื่องร้องเรียนการทุจริตและประพฤติมิชอบ")
    url = "https://tha-khong.example/complaints"
    asked = {**where(cast, "O16"), "fiscal_year": 2569}
    actions.attach_to_item(**asked, url=url, title="สถิติ")
    made = actions.carry_over(by=cast.somying, agency=cast.agency, source=2569, fiscal_year=2570)
    assert [(row.code, row.subject) for row in made] == [("O16", "complaint-guide"), ("O18", "complaint-statistics")]
    assert [piece.url for piece in _entry(cast, "O18", 2570).pieces] == [url]


def test_it_becomes_the_years_item_when_it_is_named_so(cast: Cast) -> None:
    row = _row(cast, "O1", "แผนยุทธศาสตร์หรือแผนพัฒนาหน่วยงาน")
    asked = {**where(cast, "O1"), "fiscal_year": 2569}
    actions.change_disclosure(**asked, version=row.version, content=actions.Content(name="ของเรา"))
    assert _entry(cast, "O1").line.other is None
    renamed = actions.Content(name="โครงสร้าง หน้าที่และอำนาจ")
    actions.change_disclosure(**asked, version=row.version + 1, content=renamed)
    entry = _entry(cast, "O1")
    assert entry.line.row is not None and entry.line.item is not None
    assert (entry.line.row.subject, len(entry.checks)) == ("structure", 4)
