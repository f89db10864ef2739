"""How the demo's links opened of late: made-up answers, judged and kept as real ones are; nothing is fetched."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from django.utils import timezone
from PIL import Image, ImageDraw

from prongsai.core.links.judging import judge
from prongsai.core.links.link import Failure, Fetched, Request
from prongsai.core.links.paper import Paper
from prongsai.links import archive
from prongsai.links.checking import Checked
from prongsai.web.agencies.models import Agency
from prongsai.web.links.actions import keep_checked
from prongsai.web.links.queries import Link, archive_root

_HTML = "text/html; charset=utf-8"
_PDF = "application/pdf"
#: So many days ago the links were looked at.
_LOOKS = (15, 8, 1)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a made-up server answers."""

    status: int | None = 200
    kind: str = _HTML
    body: bytes = b""
    paper: Paper | None = None
    failure: Failure | None = None


@dataclass(frozen=True, slots=True)
class Trouble:
    """What an address answers since so many days ago, in place of its page."""

    days: int
    shown: Shown


def gone(days: int) -> Trouble:
    """The server says that there is no such page."""
    text = "หน้านี้ถูกย้ายหรือลบไปแล้ว โปรดกลับไปที่หน้าหลักของเว็บไซต์"
    return Trouble(days, Shown(404, body=_page("ไม่พบหน้าที่ต้องการ", text)))


def silent(days: int) -> Trouble:
    """The server does not answer in time."""
    return Trouble(days, Shown(None, failure=Failure.TIME_OUT))


def closed(days: int) -> Trouble:
    """A page that asks for a password."""
    form = "<form method='post'><label>รหัสผ่าน <input type='password' name='password'></label></form>"
    return Trouble(days, Shown(body=_page("เข้าสู่ระบบ", "โปรดเข้าสู่ระบบสมาชิก", form)))


def scanned(days: int) -> Trouble:
    """A PDF of a picture, without text."""
    return Trouble(days, Shown(kind=_PDF, body=_scan(), paper=Paper(opens=True, pages=1)))


def open_links(agency: Agency, troubles: Mapping[str, Trouble]) -> None:
    """Every link of the agency as the looks of the last two weeks found it, the first answer with its receipt."""
    now = timezone.now() - timedelta(minutes=20)
    links = list(Link.objects.of(agency).order_by("pk"))
    looks = [_looks(link.url, now + timedelta(seconds=at), troubles.get(link.url)) for at, link in enumerate(links)]
    firsts = {one[0].request.url: one[0].fetched for one in looks if one[0].fetched.body}
    places = archive.keep(archive_root(), agency.slug, [archive.Answer(one) for one in firsts.values()])
    proofs = dict(zip(firsts, places, strict=True))
    for link, (first, *later) in zip(links, looks, strict=True):
        keep_checked(agency=agency, link_id=link.pk, checked=first, kept=proofs.get(link.url))
        for look in later:
            keep_checked(agency=agency, link_id=link.pk, checked=look)


def _looks(url: str, now: datetime, trouble: Trouble | None) -> list[Checked]:
    """Oldest first. Where there is trouble, it was seen twice on its first day: a hiccup is told to nobody."""
    since = trouble.days if trouble else 0
    days = sorted({*_LOOKS, *((since, since - 0.2) if trouble else ())}, reverse=True)
    return [_look(url, now - timedelta(days=day), trouble if trouble and day <= since else None) for day in days]


def _look(url: str, at: datetime, trouble: Trouble | None) -> Checked:
    shown = trouble.shown if trouble else _answer(url)
    headers = {} if shown.failure else {"content-type": shown.kind}
    took = 10.0 if shown.failure else 0.2 + len(url) % 7 / 10
    fetched = Fetched(
        url, at, url, (), shown.status, headers, shown.body, len(shown.body), failure=shown.failure, took=took
    )
    request = Request(url)
    return Checked(request, fetched, judge(fetched, request, shown.paper))


def _answer(url: str) -> Shown:
    words = url.rpartition("/")[2].partition(".")[0].replace("-", " ")
    text = f"เทศบาลตำบลท่าโขงเผยแพร่ข้อมูลนี้เพื่อให้ประชาชนตรวจสอบได้ ({words})"
    if url.endswith(".pdf"):
        return Shown(kind=_PDF, body=_scan(), paper=Paper(opens=True, pages=1, text=text))
    return Shown(body=_page(f"เทศบาลตำบลท่าโขง: {words}", text))


def _page(title: str, text: str, more: str = "") -> bytes:
    return (
        f"<!doctype html><html lang='th'><head><meta charset='utf-8'><title>{title}</title></head>"
        f"<body><h1>{title}</h1><p>{text}</p>{more}</body></html>"
    ).encode()


@cache
def _scan() -> bytes:
    """A grey page with lines where words would be."""
    picture = Image.new("L", (620, 877), 242)
    draw = ImageDraw.Draw(picture)
    for at in range(24):
        draw.rectangle((70, 90 + at * 30, 540 - at % 4 * 40, 98 + at * 30), fill=120)
    out = io.BytesIO()
    picture.save(out, "PDF")
    return out.getvalue()
