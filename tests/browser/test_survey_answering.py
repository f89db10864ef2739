"""A citizen answers a survey on a phone, in a real browser that runs no script."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from prongsai.core.surveys.answering import from_text
from prongsai.web.surveys.models import Answer, Survey
from tests.browser.conftest import DESK, PHONE, OpenPage
from tests.browser.inspection import Inspector
from tests.cast import Cast
from tests.factories.surveys import open_survey


@pytest.fixture
def survey(cast: Cast) -> Survey:
    return open_survey(cast.agency, cast.somying)


@pytest.fixture
def phone(chromium: Browser, live_server: object) -> Iterator[Page]:
    """A phone that runs no script."""
    context = chromium.new_context(base_url=str(live_server), viewport=PHONE, java_script_enabled=False)
    yield context.new_page()
    assert context.cookies() == []
    context.close()


def stored(survey: Survey) -> list[dict[str, object]]:
    return [dict(from_text(row.content)) for row in Answer.objects.of(survey.agency_id).filter(survey=survey)]


def test_it_is_answered_without_a_script(survey: Survey, phone: Page) -> None:
    phone.goto(f"/s/{survey.code}")
    waited = phone.locator("[name=q3]")
    expect(waited).to_be_hidden()
    phone.check("[name=q2][value='1']")
    expect(waited).to_be_visible()
    phone.fill("[name=q4]", "ดีมาก")
    phone.get_by_role("button", name="English").click()
    expect(phone.get_by_role("heading", name="Satisfaction of visitors")).to_be_visible()
    expect(phone.locator("[name=q4]")).to_have_value("ดีมาก")
    phone.check("[name=q1][value='4']")
    phone.get_by_role("button", name="Send the answers").click()
    expect(phone.locator("#wrong")).to_contain_text("Minutes?")  # the browser may not insist on what may be hidden
    expect(phone.locator("#wrong")).to_be_in_viewport()
    expect(phone.locator("[name=q1][value='4']")).to_be_checked()
    phone.fill("[name=q3]", "๑๕")
    phone.press("[name=q3]", "Enter")  # sends, and does not switch the language
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    assert stored(survey) == [{"polite": 4, "came": 1, "waited": 15, "more": "ดีมาก"}]


def test_going_back_and_sending_again_is_one_answer(survey: Survey, phone: Page) -> None:
    phone.goto(f"/s/{survey.code}/")
    for field, value in (("q1", 3), ("q2", 0)):
        phone.check(f"[name={field}][value='{value}']")
    phone.get_by_role("button", name="ส่งคำตอบ").click()
    phone.wait_for_url("**/thanks/**")
    phone.reload()
    phone.go_back()
    phone.go_forward()
    expect(phone.get_by_role("heading", name="ขอบคุณ")).to_be_visible()
    assert len(stored(survey)) == 1


def test_every_choice_is_as_large_as_a_thumb(survey: Survey, phone: Page) -> None:
    phone.goto(f"/s/{survey.code}/")
    boxes = [
        one.bounding_box() for one in phone.locator(".options label:visible, button:visible, textarea:visible").all()
    ]
    assert boxes and all(box and box["height"] >= 44 and box["width"] >= 44 for box in boxes)


def test_its_pages_are_in_order(survey: Survey, opened: OpenPage) -> None:
    page, inspector, found = opened(), Inspector(), list[str]()
    for name, path in (("form", ""), ("thanks", "thanks/")):
        for size in (PHONE, DESK):
            page.set_viewport_size(size)
            page.goto(f"/s/{survey.code}/{path}")
            found += [f"{path} {fault}" for fault in inspector.faults(page, name)]
    assert not found, "\n".join(found)
