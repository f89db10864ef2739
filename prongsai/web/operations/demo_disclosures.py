"""The demo's disclosures: last year nearly all public, this year in the middle of the work, with links that broke."""

from __future__ import annotations

import io
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw, ImageFont

from prongsai.core.disclosures.checklist import Mark
from prongsai.core.disclosures.tables import table_of
from prongsai.core.publication.content import Table
from prongsai.documents.writers.folders import REGULAR
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.entries import pieces_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.publishing import draft_of, entries_to_publish
from prongsai.web.disclosures.queries import disclosures_of
from prongsai.web.operations.demo_links import closed, gone, open_links, scanned, silent
from prongsai.web.operations.demo_words import BOUGHT, COMPLAINTS, SERVED, SPENT, TOLD
from prongsai.web.published.actions import publish_draft, withdraw
from prongsai.web.published.drafts import Sent
from prongsai.web.published.queries import publication_at
from prongsai.web.site import clock

SITE = "https://www.tha-khong.example"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_MONEY = "การใช้จ่ายงบประมาณรอบ 6 เดือน"
#: Of last year's items, by subject: those that nothing was done for.
_LEFT = ("participation", "risk-treatment")
#: This year: public already; and begun, with some of their components shown.
_PUBLIC = (
    "structure", "executives", "contact", "news", "strategic-plan", "annual-report", "service-manual", "e-service",
    "hr-policy", "complaint-guide", "complaint-channel", "complaint-statistics", "anti-corruption-plan",
)  # fmt: skip
_BEGUN = ("annual-plan", "procurement-monthly", "procurement-annual-report", "no-gift-declaration", "ita-measures")
#: Days from today by which they should be public.
_DUE = {
    -19: ("procurement-annual-report", "risk-treatment"),
    -5: ("no-gift-declaration", "strategic-plan"),
    4: ("annual-plan", "procurement-monthly"),
    11: ("participation", "code-of-ethics", "e-service"),
    45: ("hr-annual-report", "risk-assessment", "anti-corruption-annual-report", "ita-measures", "staff-manual"),
    90: ("ita-measures-report", "anti-corruption-plan"),
}


@dataclass(frozen=True, slots=True)
class Desk:
    """Who works on which year of the agency."""

    agency: Agency
    by: Person
    fiscal_year: int

    def at(self, row: Disclosure) -> dict[str, Any]:
        """Where an action writes."""
        return {"by": self.by, "agency": self.agency, "fiscal_year": self.fiscal_year, "code": row.code}


def make_disclosures(*, agency: Agency, people: Mapping[str, Person], year: int) -> None:
    """The items of the year before ``year``, which a report brought, and of ``year``; then how their links opened."""
    past, now = Desk(agency, people["somying"], year - 1), Desk(agency, people["somying"], year)
    _last_year(past)
    actions.carry_over(by=now.by, agency=agency, source=year - 1, fiscal_year=year)
    _this_year(now)
    _after_publishing(now, people["suda"], people["prasert"])
    before = {
        _url("strategic-plan", year): gone(6),
        _url("procurement-annual-report", year): silent(2),
        _url("e-service", year): closed(4),
        _url("annual-report", year): scanned(30),
    }
    open_links(agency, before)


def _last_year(desk: Desk) -> None:
    """What was done gets its page, its words and its ticks; all of it is public but for the two that nobody did."""
    done = [row for row in disclosures_of(desk.agency, desk.fiscal_year) if row.subject not in _LEFT]
    for row in done:
        url = _url(row.subject, desk.fiscal_year)
        actions.attach_to_item(**desk.at(row), url=url, title=row.name, shows_all=True)
        _write(desk, row, _text(row.subject, desk.fiscal_year))
    _add_tables(desk, {"e-service": ("จำนวนผู้รับบริการรายเดือน (ครั้ง)", SERVED), "annual-plan": (_MONEY, SPENT)})
    _publish(desk, desk.by, [row.code for row in done])


def _this_year(desk: Desk) -> None:
    for days, subjects in _DUE.items():
        codes = [row.code for row in _rows(desk, subjects)]
        if codes:
            day = clock.today() + timedelta(days=days)
            actions.assign(by=desk.by, agency=desk.agency, fiscal_year=desk.fiscal_year, codes=codes, due_on=day)
    for row in _rows(desk, (*_PUBLIC, *_BEGUN)):
        _lead_to_this_year(desk, row)
        _write(desk, row, _text(row.subject, desk.fiscal_year))
    _add_tables(desk, {"complaint-statistics": ("เรื่องร้องเรียนแยกตามประเภท (เรื่อง)", COMPLAINTS)})
    _add_file(desk, "structure", "แผนผังโครงสร้างส่วนราชการ.png", "image/png", _chart())
    _add_file(desk, "procurement-monthly", "สขร1-ตุลาคม.xlsx", _XLSX, _bought())
    for row in _rows(desk, (*_PUBLIC, *_BEGUN)):
        _tick(desk, row, whole=row.subject in _PUBLIC)
    for row in _rows(desk, ("ita-measures",)):
        actions.choose_sources(**desk.at(row), sources=["plan"], version=row.version)


def _after_publishing(desk: Desk, clerk: Person, executive: Person) -> None:
    """Public, then one corrected, one changed and not published again, and one withdrawn."""
    _publish(desk, clerk, [row.code for row in _rows(desk, _PUBLIC)])
    for row in _rows(desk, ("executives",)):
        _write(desk, row, f"{row.text}\n- นางมาลี รอบคอบ หัวหน้าสำนักปลัดเทศบาล")
        _publish(desk, clerk, [row.code], reason="เพิ่มหัวหน้าสำนักปลัดเทศบาลซึ่งตกหล่นจากฉบับแรก ตามที่ประชาชนแจ้ง")
    for row in _rows(desk, ("service-manual",)):
        _write(desk, row, f"{row.text}\n\nเพิ่มงานบริการขออนุญาตใช้น้ำบาดาลตั้งแต่เดือนนี้")
    for row in _rows(desk, ("anti-corruption-plan",)):
        publication = publication_at(desk.agency, desk.fiscal_year, row.code.lower())
        if publication is not None:
            reason = "แผนฉบับนี้ยังไม่ผ่านการอนุมัติของนายกเทศมนตรี จะเผยแพร่ฉบับที่อนุมัติแล้วอีกครั้ง"
            withdraw(by=executive, publication=publication, reason=reason)


def _rows(desk: Desk, subjects: Collection[str]) -> list[Disclosure]:
    """The items of those subjects as they stand now."""
    return [row for row in disclosures_of(desk.agency, desk.fiscal_year) if row.subject in subjects]


def _url(subject: str, fiscal_year: int) -> str:
    return f"{SITE}/{TOLD[subject].path.format(year=fiscal_year, before=fiscal_year - 1)}"


def _text(subject: str, fiscal_year: int) -> str:
    return TOLD[subject].text.format(year=fiscal_year, before=fiscal_year - 1)


def _write(desk: Desk, row: Disclosure, text: str) -> None:
    row.refresh_from_db()
    words = actions.Words(text, Disclosure.Answer.HAS)
    actions.write_words(**desk.at(row), words=words, version=row.version)


def _lead_to_this_year(desk: Desk, row: Disclosure) -> None:
    """The page of last year gives way to that of this one, where each year has its own."""
    url = _url(row.subject, desk.fiscal_year)
    for piece in pieces_of(row):
        if piece.url != url:
            actions.change_piece(by=desk.by, row=row, piece=piece.pk, title=piece.title, url=url, version=row.version)


def _tick(desk: Desk, row: Disclosure, *, whole: bool) -> None:
    """All components, or the first half of them: the first is shown by the file or the text, the others by the page."""
    row.refresh_from_db()
    shown = row.components if whole else row.components[: len(row.components) // 2]
    pieces = pieces_of(row)
    page = next((piece.pk for piece in pieces if piece.url), None)
    file = next((piece.pk for piece in pieces if not piece.url), None)
    marks = [Mark(component, page) for component in shown]
    marks[:1] = [Mark(component, file) for component in shown[:1]]
    actions.set_ticks(**desk.at(row), marks=marks, version=row.version)


def _add_tables(desk: Desk, tables: Mapping[str, tuple[str, str]]) -> None:
    for row in _rows(desk, tables):
        table = table_of(*tables[row.subject])
        if isinstance(table, Table):
            actions.add_table(**desk.at(row), table=table, version=row.version)


def _add_file(desk: Desk, subject: str, name: str, content_type: str, data: bytes) -> None:
    for row in _rows(desk, (subject,)):
        file = SimpleUploadedFile(name, data, content_type=content_type)
        actions.attach_to_item(**desk.at(row), file=file, title=name.rpartition(".")[0])


def _publish(desk: Desk, by: Person, codes: Collection[str], reason: str = "") -> None:
    """As a person does who looked at each of them."""
    for entry in entries_to_publish(desk.agency, desk.fiscal_year, codes):
        draft = draft_of(desk.agency, desk.fiscal_year, entry)
        sent = Sent(draft.fingerprint, frozenset(one.key for one in draft.files), confirmed=True, reason=reason)
        also = partial(actions.tell_reports, by=by, entry=entry)
        publish_draft(by=by, agency=desk.agency, draft=draft, sent=sent, also=also)


def _bought() -> bytes:
    """The month's procurement as a sheet."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("สขร.1")
        for at, row in enumerate(BOUGHT):
            sheet.write_row(at, 0, row)
        sheet.set_column(1, 6, 24)
    return out.getvalue()


def _chart() -> bytes:
    """The office and its divisions, as boxes with their names."""
    picture = Image.new("RGB", (960, 430), "white")
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype(str(REGULAR), 26)
    for at, name in enumerate(("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา")):
        middle = 125 + at * 237
        draw.line(((480, 150), (middle, 290)), fill=(90, 90, 90), width=4)
        draw.rounded_rectangle((middle - 112, 290, middle + 112, 370), 12, fill=(208, 180, 190))
        draw.text((middle, 330), name, fill=(40, 20, 26), font=font, anchor="mm")
    for top, name in ((30, "นายกเทศมนตรี"), (110, "ปลัดเทศบาล")):
        draw.rounded_rectangle((340, top, 620, top + 64), 12, fill=(123, 45, 67))
        draw.text((480, top + 32), name, fill="white", font=font, anchor="mm")
    out = io.BytesIO()
    picture.save(out, "PNG", optimize=True)
    return out.getvalue()
