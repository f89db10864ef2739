"""How pieces of evidence stand in a page."""

from __future__ import annotations

from datetime import date

from django.template.loader import render_to_string

from prongsai.web.evidence import actions
from tests.cast import Cast
from tests.factories.pictures import upload


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


def test_originals_of_photos_and_taking_off_are_offered_only_on_request(cast: Cast) -> None:
    assert _page(cast).count("/original") == 1
    whole = _page(cast, originals=True, removing=True, next="/a/tha-khong/")
    assert whole.count("/original") == 2
    assert whole.count("/remove") == 4
    assert whole.count('name="next" value="/a/tha-khong/"') == 4


def test_it_says_when_there_is_none(cast: Cast) -> None:
    assert "ไม่ได้แนบหลักฐาน" in render_to_string("evidence/pieces.html", {"pieces": [], "agency": "tha-khong"})
