"""Whatever officials write or paste into what they publish, every public address answers, and nothing of it runs."""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from prongsai.core.publication.content import Bar, Chart, Content, Kind, Part, Section, Table, WebLink
from prongsai.web.portal.actions import change_front
from prongsai.web.published.actions import Given, publish, withdraw
from prongsai.web.published.queries import publication_at
from tests.cast import Cast

#: Ends of elements, attributes, comments and CDATA; signs that XML knows nothing of; formulas.
EVIL = "=1+1 </script><script>alert(1)</script> \"' onload=alert(1) ]]> <!-- {{ 7*7 }} \x0b\x01\u2028\ufffe"
LINK = "https://www.example.go.th/\"'><script>alert(1)</script>"
PAGES = (
    "", "2569/", "2569/o1", "2569/o1/v1", "2569/o2", "2569/plan", "search?q=alert", "search?q=%3Cscript%3E%22",
    "data/", "embed/badge", "embed/2569/", "embed/badge.svg",
)  # fmt: skip
FEEDS = ("feed.atom", "feed.rss", "sitemap.xml", "embed/badge.svg")
PROGRAMS = (
    "/api/v1/publications", "/api/v1/publications/tha-khong/2569/o1", "/api/v1/files", "/api/v1/agencies",
    "/tha-khong/data/catalog.jsonld", "/catalog.jsonld", "/tha-khong/api/3/action/package_search",
)  # fmt: skip
SHEETS = ("items", "parts", "links", "files", "tables")


def evil(code: str, kind: Kind = Kind.DISCLOSURE) -> Content:
    """A publication whose every word is hostile."""
    table = Table(EVIL, (EVIL, EVIL), ((EVIL, EVIL), ("1,000", "@SUM(A1)")), (1,), EVIL)
    chart = Chart(EVIL, EVIL, (Bar(EVIL, "5", "10"),))
    section = Section(EVIL, (EVIL, f"- {EVIL}", LINK), (chart,), (table,))
    return Content(
        kind, 2569, code, EVIL, EVIL, EVIL, EVIL, 1, ((EVIL, EVIL),), (Part(EVIL, (EVIL,)),), (section,),
        (WebLink(EVIL, LINK),),
    )  # fmt: skip


@pytest.fixture
def hostile(cast: Cast) -> Cast:
    """A portal of nothing else: an item, its correction, a withdrawn one, a plan; a face."""
    by, agency = cast.somying, cast.agency
    files = [Given(EVIL, f"{EVIL}.pdf", "application/pdf", b"%PDF-1.4 x")]
    publish(by=by, agency=agency, content=evil("o1"), files=files)
    publish(by=by, agency=agency, content=replace(evil("o1"), order=2), files=files, reason=EVIL)
    publish(by=by, agency=agency, content=evil("o2"))
    publish(by=by, agency=agency, content=evil("plan", Kind.PLAN))
    gone = publication_at(agency, 2569, "o2")
    assert gone
    withdraw(by=by, publication=gone, reason=EVIL)
    words = dict.fromkeys(("name_en", "motto", "postal", "telephone"), EVIL)
    change_front(by=by, agency=agency, version=1, values=words | {"email": "a@b.example"})
    return cast


@pytest.mark.parametrize("start", ["/", "/en/"])
def test_nothing_that_was_written_becomes_markup(hostile: Cast, client: Client, start: str) -> None:
    for path in PAGES:
        answer = client.get(f"{start}tha-khong/{path}")
        words = answer.content.decode()
        assert answer.status_code in (200, 410), path
        assert "<script>" not in words, path
        for block in re.findall(r'<script type="application/ld\+json">(.*?)</script>', words, re.DOTALL):
            json.loads(block)
        for tag in re.findall(r"<[a-z][^>]*>", words):
            assert not re.search(r"\son\w+=", re.sub(r'"[^"]*"', '""', tag)), tag


def test_feeds_and_pictures_are_sound_xml(hostile: Cast, client: Client) -> None:
    for path in FEEDS:
        root = ET.fromstring(client.get(f"/tha-khong/{path}").content)  # noqa: S314  # made by us a moment ago
        assert not [one for one in root.iter() if one.tag.endswith("script")], path


def test_no_cell_is_a_formula(hostile: Cast, client: Client) -> None:
    for name in SHEETS:
        answer = client.get(f"/tha-khong/data/{name}.xlsx")
        with zipfile.ZipFile(io.BytesIO(answer.content)) as book:
            sheets = [ET.fromstring(book.read(one)) for one in book.namelist() if "/sheet" in one]  # noqa: S314  # ours
        tags = [tag.tag.rpartition("}")[2] for sheet in sheets for tag in sheet.iter()]
        assert "c" in tags and "f" not in tags, name
        table = io.StringIO(client.get(f"/tha-khong/data/{name}.csv").content.decode("utf-8-sig"), newline="")
        texts = [cell for row in csv.reader(table) for cell in row]
        assert texts and not [text for text in texts if text.startswith(("=", "@", "+", "-"))], name


def test_programs_read_it_all_the_same(hostile: Cast, client: Client) -> None:
    for path in PROGRAMS:
        answer = client.get(path)
        assert answer.status_code == 200 and json.loads(answer.content), path
        assert "json" in answer["Content-Type"] and answer["X-Content-Type-Options"] == "nosniff", path
