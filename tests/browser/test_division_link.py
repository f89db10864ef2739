"""A division without accounts answers on a phone, in a real browser: its rules for forms are stricter than a test's."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import expect

from prongsai.web.measures.models import Progress
from prongsai.web.outside.actions import make_link
from prongsai.web.site import clock
from tests.browser.conftest import OpenPage
from tests.cast import Cast
from tests.factories.pictures import photo
from tests.factories.year import measure_of, plan_of, round_of


def test_a_stranger_answers_through_the_link_with_a_photo(cast: Cast, opened: OpenPage, tmp_path: Path) -> None:
    plan = plan_of(cast.agency, clock.this_fiscal_year())
    measure = measure_of(plan, cast.works, title="ติดประกาศขั้นตอนการขออนุญาต")
    _, secret = make_link(by=cast.somying, round=round_of(plan), division=cast.works)
    picture = tmp_path / "ป้าย.jpg"
    picture.write_bytes(photo(3000, 2000))
    page = opened(phone=True)
    page.goto(f"/r/{secret}/")
    page.get_by_role("link", name="ติดประกาศขั้นตอนการขออนุญาต").click()
    page.locator("textarea[name=text]").fill("ติดประกาศแล้ว ๓ จุด")
    page.locator("input[name=status][value=done]").check()
    page.locator("input[name=photos]").set_input_files(picture)
    page.locator("input[name=name]").fill("นายเอก ช่างดี")
    page.get_by_role("button", name="บันทึก", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("บันทึกแล้ว")
    entry = Progress.objects.of(cast.agency).get(measure=measure)
    assert (entry.status, entry.through) == ("done", "ลิงก์ของกองช่าง (นายเอก ช่างดี)")
    assert entry.evidence.get().kind == "photo"
