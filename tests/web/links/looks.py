"""Looks at links without a network: what a server might have answered, judged and kept as the checker does."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from prongsai.core.framework.rules import YearRule
from prongsai.core.links.judging import judge
from prongsai.core.links.link import Expected, Failure, Fetched, Request
from prongsai.links import archive
from prongsai.links.checking import Checked
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.links import actions
from prongsai.web.links.models import Link
from prongsai.web.links.queries import archive_root

URL = "https://tha-khong.example.go.th/o12"
AT = datetime(2026, 4, 2, 3, 4, 5, tzinfo=UTC)
DAY = timedelta(days=1)
PAGE = (
    "<html lang='th'><head><title>รายงานการกำกับติดตาม</title></head><body>"
    "<h1>รายงานการกำกับติดตามการดำเนินงาน ปีงบประมาณ 2569</h1>"
    "<p>โครงการปรับปรุงถนน งบประมาณ 120,000 บาท เบิกจ่ายแล้ว 60,000 บาท</p>"
    "<p>โครงการตรวจสุขภาพผู้สูงอายุ งบประมาณ 40,000 บาท เบิกจ่ายแล้ว 10,000 บาท</p></body></html>"
).encode()
HTML = {"content-type": "text/html; charset=utf-8"}


def checked(
    url: str = URL,
    *,
    at: datetime = AT,
    status: int | None = 200,
    body: bytes = PAGE,
    failure: Failure | None = None,
    headers: Mapping[str, str] = HTML,
    unchanged: bool = False,
) -> Checked:
    """A look that found this; ``failure`` stands for a server that did not answer."""
    if failure is not None:
        status, body, headers = None, b"", {}
    request = Request(url, Expected(2569, YearRule.NONE))
    fetched = Fetched(
        url, at, url, (), status, dict(headers), body, len(body), unchanged=unchanged, failure=failure, took=0.2
    )
    return Checked(request, fetched, judge(fetched, request))


def watched(agency: Agency, *urls: str, code: str = "O12", division: Division | None = None) -> list[Link]:
    """Links that an item of 2569 shows."""
    wanted = [actions.Wanted(url, f"หน้าที่ {number}") for number, url in enumerate(urls or (URL,), 1)]
    actions.watch(
        agency=agency, fiscal_year=2569, code=code, wanted=wanted, division_id=division.pk if division else None
    )
    found = {link.url: link for link in Link.objects.of(agency)}
    return [found[one.url] for one in wanted]


def look(link: Link, found: Checked | None = None, *, proof: bool = False) -> Link:
    """Keep a look at the link, with its proof in the archive if wanted."""
    found = found or checked(link.url)
    kept = archive.keep(archive_root(), link.agency.slug, [archive.Answer(found.fetched)])[0] if proof else None
    made = actions.keep_checked(agency=link.agency, link_id=link.pk, checked=found, kept=kept)
    assert made is not None
    return made
