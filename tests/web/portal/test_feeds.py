"""Feeds follow their specifications, and tell of corrections and withdrawals."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from typing import Any

import pytest
from django.test import Client
from lxml import etree

from prongsai.web.portal.feeds.writing import ATOM
from prongsai.web.published.actions import withdraw
from prongsai.web.published.models import Edition
from tests.cast import Cast
from tests.factories.publishing import BUDGET, item, put_out

NS = {"a": ATOM}
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:[\w/.-]+")
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


@pytest.fixture
def portal(cast: Cast) -> Cast:
    """The cast, with one item published, one corrected and one withdrawn."""
    put_out(cast.agency, cast.somying)
    put_out(cast.agency, cast.somying, item("o1", "โครงสร้าง & อำนาจหน้าที่ <b>"), files=())
    put_out(cast.agency, cast.somying, item("o1", "โครงสร้างหน่วยงาน"), files=(), reason="พิมพ์ชื่อผิด")
    gone = put_out(cast.agency, cast.somying, item("o2", "ข้อมูลผู้บริหาร", lead="ความลับที่ผิดพลาด"), files=())
    withdraw(by=cast.somying, publication=gone.publication, reason="มีข้อมูลส่วนบุคคล")
    return cast


def fetched(client: Client, address: str, kind: str) -> Any:
    """The root of a feed."""
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer["Content-Type"] == f"{kind}; charset=utf-8"
    return etree.fromstring(answer.content)


def texts(root: Any, path: str) -> list[str]:
    """What stands at a path."""
    return [str(one) for one in root.xpath(path, namespaces=NS)]


def test_atom_has_all_that_rfc_4287_asks_for(portal: Cast, client: Client) -> None:
    root = fetched(client, "/tha-khong/feed.atom", "application/atom+xml")
    assert root.tag == f"{{{ATOM}}}feed"
    for name in ("id", "title", "updated"):
        assert len(texts(root, f"a:{name}/text()")) == 1
        assert all(len(texts(one, f"a:{name}/text()")) == 1 for one in root.xpath("a:entry", namespaces=NS))
    assert texts(root, "a:author/a:name/text()") == ["เทศบาลตำบลท่าโขง"]
    assert texts(root, "a:link[@rel='self']/@href") == ["http://127.0.0.1:8000/tha-khong/feed.atom"]
    assert all(TAG.fullmatch(one) for one in texts(root, "//a:id/text()"))
    assert len(set(texts(root, "//a:id/text()"))) == 5
    assert all(MOMENT.fullmatch(one) for one in texts(root, "//a:updated/text() | //a:published/text()"))
    assert all(len(texts(one, "a:link[@rel='alternate']/@href")) == 1 for one in root.xpath("a:entry", namespaces=NS))


def test_the_feed_tells_what_became_of_each(portal: Cast, client: Client) -> None:
    root = fetched(client, "/tha-khong/feed.atom", "application/atom+xml")
    titles = texts(root, "a:entry/a:title/text()")
    assert titles[0] == "ถอนการเผยแพร่: ข้อมูลผู้บริหาร"
    assert "แก้ไข (ฉบับที่ 2): โครงสร้างหน่วยงาน" in titles
    assert "โครงสร้าง & อำนาจหน้าที่ <b>" in titles  # as text, never as markup
    summaries = " ".join(texts(root, "a:entry/a:summary/text()"))
    assert "พิมพ์ชื่อผิด" in summaries and "มีข้อมูลส่วนบุคคล" in summaries
    assert "ความลับที่ผิดพลาด" not in etree.tostring(root, encoding="unicode")
    updated = texts(root, "a:entry/a:updated/text()")
    assert updated == sorted(updated, reverse=True)
    assert texts(root, "a:updated/text()") == updated[:1]


def test_ids_stay_whatever_happens_later(portal: Cast, client: Client) -> None:
    before = set(texts(fetched(client, "/tha-khong/feed.atom", "application/atom+xml"), "//a:id/text()"))
    put_out(portal.agency, portal.somying, replace(BUDGET, title="แผนใหม่"), reason="เปลี่ยนชื่อ")
    publication = Edition.objects.of(portal.agency).filter(publication__code="o1").first()
    assert publication is not None
    withdraw(by=portal.somying, publication=publication.publication, reason="ไม่ใช่ของปีนี้")
    after = set(texts(fetched(client, "/tha-khong/feed.atom", "application/atom+xml"), "//a:id/text()"))
    assert before < after


def test_rss_has_all_that_readers_need(portal: Cast, client: Client) -> None:
    root = fetched(client, "/tha-khong/feed.rss", "application/rss+xml")
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    for name in ("title", "link", "description", "lastBuildDate"):
        assert len(texts(root, f"channel/{name}/text()")) == 1
    assert texts(root, "channel/a:link[@rel='self']/@href") == ["http://127.0.0.1:8000/tha-khong/feed.rss"]
    items = root.xpath("channel/item")
    assert len(items) == 4
    assert len(set(texts(root, "channel/item/guid/text()"))) == 4
    assert set(texts(root, "channel/item/guid/@isPermaLink")) == {"false"}
    dates = [parsedate_to_datetime(one) for one in texts(root, "channel/item/pubDate/text()")]
    assert all(isinstance(one, datetime) and one.tzinfo for one in dates)
    assert dates == sorted(dates, reverse=True)


def test_control_signs_cannot_break_a_feed(cast: Cast, client: Client) -> None:
    put_out(cast.agency, cast.somying, item("o1", "ชื่อ\x0bที่\x01แปลก"), files=())
    assert "ชื่อ ที่ แปลก" in texts(fetched(client, "/tha-khong/feed.rss", "application/rss+xml"), "//item/title/text()")


def test_feeds_speak_english_too(portal: Cast, client: Client) -> None:
    root = fetched(client, "/en/tha-khong/feed.atom", "application/atom+xml")
    assert texts(root, "a:entry/a:title/text()")[0] == "Withdrawn: ข้อมูลผู้บริหาร"
    assert texts(root, "a:link[@rel='self']/@href") == ["http://127.0.0.1:8000/en/tha-khong/feed.atom"]


def test_a_feed_sets_no_cookie_and_may_be_read_by_any_program(portal: Cast, client: Client) -> None:
    answer = client.get("/tha-khong/feed.atom")
    assert not answer.cookies
    assert answer["Access-Control-Allow-Origin"] == "*"
    assert "sandbox" in answer["Content-Security-Policy"]


def test_there_is_no_feed_before_something_is_public(cast: Cast, client: Client) -> None:
    for name in ("feed.atom", "feed.rss", "sitemap.xml"):
        assert client.get(f"/tha-khong/{name}").status_code == 404
