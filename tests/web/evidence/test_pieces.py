"""How pieces of evidence stand in a page."""

from __future__ import annotations

from datetime import date

import pytest
from django.template.loader import render_to_string

from prongsai.web.agencies.queries import seat_of
from prongsai.web.evidence import actions
from tests.cast import Cast
from tests.factories.pictures import upload
from tests.factories.year import measure_of, plan_of


def _page(cast: Cast, **context: object) -> str:
    agency = cast.agency
    pieces = [
        actions.add_file(by=cast.wichai, agency=agency, upload=upload(), fiscal_year=2569, title="ภาพ <b>ป้าย</b>"),
        actions.add_file(by=cast.wichai, agency=agency, upload=upload(b"%PDF-1.7", "ประกาศ.pdf"), fiscal_year=2569),
        actions.add_link(by=cast.wichai, agency=agency, url="https://a.go.th/?x=1&y=2", title="", fiscal_year=2569),
        actions.add_nothing(by=cast.wichai, agency=agency, why="ไม่มีผู้ร้องเรียน", on=date(2026, 3, 31), fiscal_year=2569),
    ]
    return render_to_string("evidence/pieces.html", {"pieces": pieces, "agency": agency.slug, **context})


def test_every_kind_stands_there_as_what_it_is(cast: Cast) -> None:
    page = _page(cast)
    assert '/small" alt="ภาพ &lt;b&gt;ป้าย&lt;/b&gt;"' in page
    assert "ประกาศ.pdf" in page
    assert 'href="https://a.go.th/?x=1&amp;y=2" rel="noopener noreferrer"' in page
    assert "ไม่มีรายการจะรายงาน: ไม่มีผู้ร้องเรียน" in page


def test_originals_of_photos_are_offered_only_on_request(cast: Cast) -> None:
    assert _page(cast).count("/original") == 1
    assert _page(cast, originals=True).count("/original") == 2


@pytest.mark.parametrize(("person", "offered"), [("somying", 4), ("wichai", 4), ("malee", 0)])
def test_people_of_one_division_are_offered_to_take_off_only_what_they_added(
    cast: Cast, person: str, offered: int
) -> None:
    seat = seat_of(getattr(cast, person), "tha-khong")
    measure = measure_of(plan_of(cast.agency), cast.works)
    assert _page(cast, measure=measure, year=2569, seat=seat).count("/take-off/") == offered


def test_without_a_measure_nothing_can_be_taken_off(cast: Cast) -> None:
    assert "/take-off/" not in _page(cast, seat=seat_of(cast.somying, "tha-khong"))


def test_it_says_when_there_is_none(cast: Cast) -> None:
    assert "ไม่ได้แนบหลักฐาน" in render_to_string("evidence/pieces.html", {"pieces": [], "agency": "tha-khong"})
