"""Two agencies in which everything exists once: something to see, and something to attack, at every address."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import models

from prongsai.core.access.roles import ROLES
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.publication.content import Content as PublicContent
from prongsai.core.publication.content import Kind
from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division, Membership
from prongsai.web.assessments import actions as assessments
from prongsai.web.audit.models import Event
from prongsai.web.contests import actions as contests
from prongsai.web.disclosures import actions as disclosures
from prongsai.web.disclosures.content import Content
from prongsai.web.evidence import actions as evidence
from prongsai.web.imports import actions as imports
from prongsai.web.measures import actions as measures
from prongsai.web.outside import actions as outside
from prongsai.web.published import actions as published
from prongsai.web.reports import actions as reports
from tests.cast import SINCE, assemble
from tests.documents.writers.own_paper import papers
from tests.factories.pictures import upload
from tests.web.links.looks import look, watched
from tests.web.reports.story import content
from tests.web.surveys.asked import answered_survey

YEAR = 2569
PAPER = """รายงานผลการดำเนินการตามมาตรการ ปีงบประมาณ ๒๕๖๖
เทศบาลตำบลท่าโขง อำเภอบ้านหมี่ จังหวัดลพบุรี
ที่\tมาตรการ\tวิธีดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา\tผล
๑\tจัดทำคู่มือบริการ\tสำรวจงาน\tกองช่าง\tก.พ. - ก.ย.๖๖\tจัดทำคู่มือแล้ว ๕ เรื่อง
๒\tอบรมคุณธรรม\tจัดอบรม\tงานการเจ้าหน้าที่\tเร็ว ๆ นี้\t
"""


@dataclass(frozen=True)
class Belongings:
    """What an agency has, by the names of the parts of addresses; ``secret`` opens its living link."""

    agency: Agency
    people: Mapping[str, Person]
    rows: Mapping[str, int]
    secret: str


@dataclass(frozen=True)
class World:
    """The agency that is attacked, and the neighbour; in both somebody sits in every role."""

    ours: Belongings
    theirs: Belongings


def build() -> World:
    """Both agencies in the database, made through the actions."""
    cast = assemble()
    neighbour_division = Division.objects.of(cast.neighbour).get()
    return World(
        _belongings(cast.agency, {"coordinator": cast.somying, "executive": cast.prasert}, cast.works),
        _belongings(cast.neighbour, {"coordinator": cast.somsak}, neighbour_division),
    )


def _belongings(agency: Agency, known: Mapping[str, Person], division: Division) -> Belongings:
    people = {role: known.get(role) or _person(agency, role, division) for role in ROLES}
    by = people["coordinator"]
    plan = measures.create_plan(by=by, agency=agency, fiscal_year=YEAR)
    made = measures.add_measures(by=by, plan=plan, contents=[content(f"มาตรการของ{agency.slug}", at) for at in (1, 2)])
    measures.approve_plan(by=people["executive"], plan=plan)
    made[0].refresh_from_db()
    opened = measures.open_round(by=by, plan=plan, kind="six_months", due_on=date(2026, 3, 31))
    photo = evidence.add_file(by=by, agency=agency, upload=upload(), fiscal_year=YEAR)
    measures.record_progress(
        by=by, measure=made[0], on=date(2026, 1, 15), text="จัดทำแล้ว", status="done", evidence=[photo]
    )
    measures.add_comment(by=by, measure=made[0], text="ความเห็น")
    link, secret = outside.make_link(by=by, round=opened, division=division)
    wanted = Content(name="โครงสร้าง", division_id=division.pk)
    disclosures.change_disclosure(by=by, agency=agency, fiscal_year=YEAR, code="O1", content=wanted, version=0)
    _contest(by, agency)
    published.publish(by=by, agency=agency, content=PublicContent(Kind.DISCLOSURE, YEAR, "o1", "โครงสร้าง"))
    rows = {
        "membership": Membership.objects.of(agency).get(person=people["officer"]).pk,
        "division": division.pk,
        "measure": made[0].pk,
        "evidence": photo.pk,
        "round": opened.pk,
        "link": link.pk,
        "event": Event.objects.of(agency).filter(kind=EventKind.PROGRESS_RECORDED).get().pk,
        "import": imports.read_report(by=by, agency=agency, data=PAPER.encode(), name="รายงาน.txt").pk,
        **_reports(by, agency, opened.pk),
        "survey": answered_survey(by, agency, YEAR).pk,
        "watched": look(watched(agency, code="O1", division=division)[0], proof=True).pk,
    }
    return Belongings(agency, people, rows, secret)


def _contest(by: Person, agency: Agency) -> None:
    """A result whose first item has no points, and a draft of a contest of it."""
    lost = KnownResult(YEAR, items={"O1": ItemResult(Decimal(0))})
    assessments.record_known(by=by, agency=agency, known=lost, source="")
    day = date(2026, 6, 1)
    contests.set_days(by=by, agency=agency, fiscal_year=YEAR, opens=day, closes=day)
    contests.write_contest(
        by=by, agency=agency, fiscal_year=YEAR, code="O1", reason="แสดงไว้แล้ว", evidence=(), version=0, today=day
    )


def _reports(by: Person, agency: Agency, round_id: int) -> dict[str, int]:
    """A draft, and one that waits for the first of its chain."""
    drawn, sent = (
        reports.begin_report(by=by, agency=agency, round_id=round_id, form="half-year-with-memo") for _ in range(2)
    )
    reports.submit(by=by, report=sent, version=sent.version)
    brought = reports.bring_paper(by=by, agency=agency, data=papers.plain(), name="รายงานปีก่อน.docx")
    paper = reports.keep_paper(by=by, own=brought, name="แบบของเรา")
    return {"draft": drawn.pk, "report": sent.pk, "paper": paper.pk}


def _person(agency: Agency, role: str, division: Division) -> Person:
    person = Person.objects.create_user(
        username=f"{agency.slug}-{role}", email=f"{role}@{agency.slug}.example", full_name=f"คนของ{agency.slug} {role}"
    )
    held = division if ROLES[role].division_only else None
    Membership.objects.add(
        agency=agency, person=person, role=role, position=f"ตำแหน่ง {role}", division=held, since=SINCE
    )
    return person


def everything(agency: Agency) -> dict[str, list[dict[str, Any]]]:
    """All rows that belong to an agency, table by table: what an attack must leave as it is."""
    from django.apps import apps

    from prongsai.web.agencies.scope import AgencyOwned

    owned = [model for model in apps.get_models() if issubclass(model, AgencyOwned)]
    return {model._meta.label: _rows(model, agency) for model in owned}


def _rows(model: type[models.Model], agency: Agency) -> list[dict[str, Any]]:
    return list(model._default_manager.filter(agency=agency).order_by("pk").values())


def a_file(data: bytes = b"hello", name: str = "a.txt") -> SimpleUploadedFile:
    """A small upload."""
    return SimpleUploadedFile(name, data)
