"""The demo's agencies with what the demo leaves to its visitor: an import to check, reports under way, a link."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image

from prongsai.core.reports.workflow import Act
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.country import actions as country
from prongsai.web.country.checking import check_table
from prongsai.web.country.models import ResultsTable
from prongsai.web.imports import actions as imports
from prongsai.web.imports.models import ImportPage, ReportImport
from prongsai.web.measures.actions import remove_measure
from prongsai.web.measures.models import Round
from prongsai.web.measures.queries import measures_in
from prongsai.web.operations.demo import EXAMPLE, make_demo
from prongsai.web.outside.actions import make_link
from prongsai.web.reports.actions.own_papers import bring_paper
from prongsai.web.reports.actions.reports import begin_report
from prongsai.web.reports.actions.signing import Signing, sign, submit
from prongsai.web.reports.models import OwnForm, Report
from prongsai.web.surveys.actions import links
from tests.documents.writers.own_paper import papers
from tests.factories.surveys import open_survey

FORM = "full-with-disclosures"


@dataclass(frozen=True, slots=True)
class World:
    """The agency, and the addresses that nothing but these states lead to."""

    agency: Agency
    year: int
    checking: str
    accepted: str
    reading: str
    seen: str
    paper: str
    draft: str
    submitted: str
    signed: str
    link: str
    table: str
    answered: tuple[str, ...]


def person(username: str) -> Person:
    """Somebody of the demo."""
    return Person.objects.get(username=username)


def assemble() -> World:
    """All of it in the database."""
    make_demo()
    agency = Agency.objects.get(slug="tha-khong")
    somying = person("somying")
    accepted = ReportImport.objects.of(agency).get()
    brought = imports.read_report(by=somying, agency=agency, data=EXAMPLE.read_bytes(), name="รายงานปีก่อน.txt")
    current = Round.objects.of(agency).get()
    division = Division.objects.of(agency).get(name="กองช่าง")
    _, secret = make_link(by=somying, round=current, division=division)
    *_, last = measures_in(current.plan)
    remove_measure(by=somying, measure=last, reason="รวมกับมาตรการอื่นแล้ว")
    draft, submitted, signed = (begun(somying, agency, current) for _ in range(3))
    submit(by=somying, report=submitted, version=submitted.version)
    submit(by=somying, report=signed, version=signed.version)
    for username, act in (("malee", Act.ENDORSED), ("suda", Act.ENDORSED), ("prasert", Act.ACKNOWLEDGED)):
        signed.refresh_from_db()
        sign(by=person(username), report=signed, signing=Signing(act, opinion="เห็นชอบ"), version=signed.version)
    home = f"/a/{agency.slug}/"
    reports = f"{home}reports/"
    return World(
        agency, current.plan.fiscal_year, f"{home}imports/{brought.pk}/", f"{home}imports/{accepted.pk}/",
        f"{home}imports/{half_read(somying, agency).pk}/", f"{home}imports/{seen(somying, agency).pk}/",
        f"{reports}papers/{own_paper(somying, agency).pk}/",
        f"{reports}{draft.pk}/", f"{reports}{submitted.pk}/", f"{reports}{signed.pk}/", f"/r/{secret}/",
        f"/country/tables/{results_table(person('kamol')).pk}/", answered_pages(somying, agency),
    )  # fmt: skip


def answered_pages(by: Person, agency: Agency) -> tuple[str, ...]:
    """What is answered and where it leads: of a survey for everybody, and through a one-time link."""
    survey = open_survey(agency, by)
    (secret,) = links.draw_secrets(1)
    links.make_links(by=by, survey=survey, secrets=[secret], batch=1)
    here = f"/s/{survey.code}/"
    return here, f"{here}thanks/", f"{here}{secret}/"


def results_table(by: Person) -> ResultsTable:
    """A table of results that waits to be looked at: a new agency, and a total that does not fit."""
    heads = ",".join(map(str, range(1, 11)))
    text = f"ชื่อหน่วยงาน,จังหวัด,{heads},คะแนนรวม\nอบต.ใหม่,ลพบุรี,{','.join(['90.00'] * 10)},91.00\n"
    checked = check_table(text.encode(), "ผล.csv", 2569)
    return country.bring_table(by=by, fiscal_year=2569, name="ผล.csv", data=text.encode(), checked=checked)


def half_read(by: Person, agency: Agency) -> ReportImport:
    """A scan of three pages of which one is done and one was lost."""
    made = imports.read_report(by=by, agency=agency, data=b"%PDF-1.7", name="รายงานสแกน.pdf", background=False)
    ReportImport.objects.of(agency).filter(pk=made.pk).update(page_count=3)
    rows = ({"number": 1}, {"number": 2, "lost": {"th": "หน้า 2 อ่านไม่ได้จึงข้ามไป", "en": "Page 2 was left out."}})
    ImportPage.objects.add_all([ImportPage(agency=agency, report_import=made, **row) for row in rows])
    return made


def seen(by: Person, agency: Agency) -> ReportImport:
    """A report that was read from a picture: one value is doubtful."""
    made = imports.read_report(by=by, agency=agency, data=EXAMPLE.read_bytes(), name="รายงานสแกน ๒.pdf")
    line, column = next(
        (place["line"], place["column"]) for place in made.places["measures[0].period"] if place["column"]
    )
    spot = [line, column, 1, 0.1, 0.1, 0.5, 0.15]
    made.regions, made.doubtful = [spot], [["measures[0].period", "ต.ค.", 0.41, *spot]]
    made.kind = "pdf"
    made.save()
    page = ImportPage(agency=agency, report_import=made, number=1)
    page.picture.save("page.jpg", ContentFile(paper_picture()), save=False)
    page.save()
    return made


def paper_picture() -> bytes:
    """A grey page."""
    made = BytesIO()
    Image.linear_gradient("L").resize((800, 1100)).save(made, "JPEG")
    return made.getvalue()


def own_paper(by: Person, agency: Agency) -> OwnForm:
    """The agency's own Word report, brought and not named yet."""
    return bring_paper(by=by, agency=agency, data=papers.with_memo(), name="รายงานปีก่อน.docx")


def begun(by: Person, agency: Agency, current: Round) -> Report:
    """A draft on the running round."""
    return begin_report(by=by, agency=agency, round_id=current.pk, form=FORM)
