"""What the reviewer says of an import, a plan or a report, and which of it has been accepted with a reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.urls import reverse

from prongsai.core.reports.reading import Places, Reading
from prongsai.core.reports.reading_json import from_json
from prongsai.core.reports.snapshot import thaw
from prongsai.core.reports.workflow import ReportState
from prongsai.core.review.agencies import AgencyKind
from prongsai.core.review.finding import SEVERITY_NAMES, Finding, Severity
from prongsai.core.review.review import fingerprints
from prongsai.core.review.subject import About, AgencyFacts
from prongsai.core.thai.fiscal import FiscalYear
from prongsai.core.thai.period import Period
from prongsai.documents.review import review_reading
from prongsai.web.agencies import queries as agencies
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat
from prongsai.web.disclosures import queries as disclosures
from prongsai.web.imports import queries as imports
from prongsai.web.measures import queries as measures
from prongsai.web.reports import queries as reports
from prongsai.web.reviews.models import AcceptedFinding
from prongsai.web.site.refusals import said

#: Value path to the address where it is put right, or empty.
Link = Callable[[str | None], str]


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding as the page shows it; ``accepted`` is the reason for which it is left as it is, if it is."""

    finding: Finding
    fingerprint: str
    address: str
    accepted: AcceptedFinding | None = None

    @property
    def what(self) -> str:
        """What is wrong and what to do, in the language of the page."""
        return said(self.finding.what)

    @property
    def where(self) -> str:
        """The place, in the language of the page."""
        return said(self.finding.where)

    @property
    def severity_name(self) -> str:
        """How grave it is, in the language of the page."""
        return said(SEVERITY_NAMES[self.finding.severity])


@dataclass(frozen=True, slots=True)
class Review:
    """All findings of one paper: those that are open, the gravest first, and those that were accepted."""

    open: tuple[Shown, ...]
    accepted: tuple[Shown, ...]

    @property
    def counts(self) -> tuple[tuple[str, str, int], ...]:
        """(severity, its name, how many are open), the gravest first, without those of which there are none."""
        found = [
            (one, said(SEVERITY_NAMES[one]), sum(shown.finding.severity is one for shown in self.open))
            for one in Severity
        ]
        return tuple((str(one), name, count) for one, name, count in found if count)

    def named(self, fingerprint: str) -> Shown | None:
        """The finding of that fingerprint, or None where it is no longer found."""
        return next((one for one in (*self.open, *self.accepted) if one.fingerprint == fingerprint), None)


@dataclass(frozen=True, slots=True)
class Paper:
    """What is reviewed: a Reading, its fiscal year, and where its values are put right."""

    reading: Reading
    fiscal_year: int
    link: Link
    places: Places | None = None
    lines: tuple[str, ...] = ()
    about: About = About.REPORT


def review_of(agency: Agency, paper: Paper) -> Review:
    """What the reviewer says of a paper of the agency. Two queries: its divisions and what was accepted."""
    found = review_reading(paper.reading, paper.places, paper.lines, facts_of(agency), about=paper.about)
    known = accepted_marks(agency, paper.fiscal_year)
    shown = [
        Shown(finding, mark, paper.link(finding.path), known.get(mark))
        for finding, mark in zip(found, fingerprints(found), strict=True)
    ]
    gravity = list(Severity)
    return Review(
        open=tuple(
            sorted((one for one in shown if one.accepted is None), key=lambda one: gravity.index(one.finding.severity))
        ),
        accepted=tuple(one for one in shown if one.accepted is not None),
    )


def accepted_marks(agency: Agency, fiscal_year: int) -> dict[str, AcceptedFinding]:
    """What the agency has left as it is in that year, by fingerprint. One query."""
    rows = AcceptedFinding.objects.of(agency).filter(fiscal_year=fiscal_year).select_related("by")
    return {one.fingerprint: one for one in rows}


def facts_of(agency: Agency) -> AgencyFacts:
    """What is known of an agency. One query: its divisions."""
    return AgencyFacts(
        name=agency.name,
        kind=AgencyKind(agency.kind),
        province=agency.province or None,
        district=agency.district or None,
        units=tuple(division.name for division in agencies.divisions(agency)),
    )


def paper_of_import(seat: Seat, pk: int) -> Paper | None:
    """A report that was brought in, as it was corrected; None where there is none or it is not read."""
    found = imports.import_for(seat, pk)
    if found is None or found.state not in found.READABLE:
        return None
    reading, places = from_json({**found.reading, "places": found.places})
    there = reverse("imports:check", args=[seat.agency.slug, pk])

    def link(path: str | None) -> str:
        where = imports.address_of(found, path) if path else None
        return reverse("imports:part", args=[seat.agency.slug, pk, where[0]]) + f"#{where[1]}" if where else there

    return Paper(reading, reading.fiscal_year or 0, link, places, tuple(found.source_lines))


def paper_of_plan(agency: Agency, year: int) -> Paper | None:
    """The plan of a year with its items; None where there is none."""
    plan = measures.plan_of(agency, year)
    if plan is None:
        return None
    fiscal = FiscalYear(year)
    reading = Reading(
        agency=agency.name,
        province=agency.province or None,
        district=agency.district or None,
        fiscal_year=year,
        measures=measures.as_read(plan, Period(fiscal.start, fiscal.end)),
        disclosures=disclosures.as_read(agency, year),
    )
    return Paper(reading, year, _link_of_year(agency, reading, year, measures.ids_in(plan)), about=About.PLAN)


def paper_of_report(seat: Seat, pk: int) -> Paper | None:
    """What a report says: a draft what it would say today, a submitted one what was frozen; None where none is."""
    report = reports.report_for(seat, pk)
    if report is None:
        return None
    year = report.plan.fiscal_year
    snapshot = None if report.state == ReportState.DRAFT else reports.newest_snapshot(report)
    reading = thaw(snapshot.content).reading if snapshot else reports.compose(report)
    link = _link_of_year(seat.agency, reading, year, measures.ids_in(report.plan))
    memo = reverse("reports:memo", args=[seat.agency.slug, pk])
    # Of the measures of an analysis no results are asked yet.
    about = About.PLAN if report.is_analysis else About.REPORT
    return Paper(reading, year, lambda path: memo if path and path.startswith("memo") else link(path), about=about)


def _link_of_year(agency: Agency, reading: Reading, year: int, rows: Sequence[int]) -> Link:
    """Where measures (``rows`` are their ids) and items of a year are put right."""

    def link(path: str | None) -> str:
        kind, _, rest = (path or "").partition("[")
        at = int(rest.partition("]")[0]) if rest else 0
        if kind == "measures" and at < len(rows):
            return reverse("measures:detail", args=[agency.slug, year, rows[at]])
        if kind == "disclosures":
            return reverse("disclosures:detail", args=[agency.slug, year, reading.disclosures[at].code])
        return ""

    return link
