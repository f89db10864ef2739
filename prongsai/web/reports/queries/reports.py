"""Reports, whose turn it is, and the Reading that a report would say today."""

from __future__ import annotations

from dataclasses import replace

from django.db.models import Exists, OuterRef, QuerySet, Subquery

from prongsai.core.reports.memo import signed_by
from prongsai.core.reports.reading import Reading, ReadMeasure
from prongsai.core.reports.reading_json import memo_from_json
from prongsai.core.reports.workflow import Act, ChainLink, ReportState
from prongsai.core.thai.fiscal import RoundKind, round_dates
from prongsai.core.thai.period import Period
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments import queries as assessments
from prongsai.web.disclosures import queries as disclosures
from prongsai.web.measures import queries as measures
from prongsai.web.reports.forms_of import form_of
from prongsai.web.reports.models import ChainPlace, Report, SignOff, Snapshot


def reports_of(agency: Agency, fiscal_year: int) -> QuerySet[Report]:
    """The reports of a year, newest first."""
    return Report.objects.of(agency).filter(plan__fiscal_year=fiscal_year).select_related("round", "plan", "created_by")


def report_for(seat: Seat, pk: int) -> Report | None:
    """One report of the seat's agency, or None."""
    return Report.objects.of(seat.agency).select_related("round", "plan", "agency", "created_by").filter(pk=pk).first()


def newest_snapshot(report: Report) -> Snapshot | None:
    """The snapshot that the chain decides on, or None before the first submission."""
    found = Snapshot.objects.of(report.agency_id).filter(report=report).prefetch_related("sign_offs__scan")
    return found.order_by("-number").first()


def chain_of(report: Report, snapshot: Snapshot | None) -> list[tuple[ChainPlace, ChainLink]]:
    """The chain in order: each place with what was decided there on that snapshot."""
    decided = {sign.order: Act(sign.decision) for sign in snapshot.sign_offs.all()} if snapshot else {}
    places = ChainPlace.objects.of(report.agency_id).filter(report=report).select_related("person")
    return [(place, ChainLink(place.order, place.last, place.person_id, decided.get(place.order))) for place in places]


def waiting_for(seat: Seat) -> list[Report]:
    """The submitted reports on which it is this person's turn: as core's ``whose_turn``, in one query.

    While a report is submitted, its newest snapshot has been endorsed by those before the one in turn.
    """
    newest = Snapshot.objects.of(seat.agency).filter(report=OuterRef("pk")).order_by("-number")
    signed = SignOff.objects.of(seat.agency).filter(snapshot=OuterRef(OuterRef("newest")), order=OuterRef("order"))
    places = ChainPlace.objects.of(seat.agency).filter(~Exists(signed), report=OuterRef("pk")).order_by("order")
    found = (
        Report.objects.of(seat.agency)
        .filter(state=ReportState.SUBMITTED)
        .annotate(newest=Subquery(newest.values("pk")[:1]))
        .annotate(turn=Subquery(places.values("person")[:1]))
        .filter(turn=seat.person.pk)
    )
    return list(found.select_related("round", "plan"))


def period_of(report: Report) -> Period:
    """The months that the report is about: of its round, or the whole year that an analysis plans for."""
    kind = RoundKind(report.round.kind) if report.round else RoundKind.YEARLY
    return round_dates(report.plan.fiscal_year, kind)


def _rows(report: Report) -> tuple[ReadMeasure, ...]:
    """The measures with what was done; an analysis tells what is to be done, so they stand there without results."""
    rows = measures.as_read(report.plan, period_of(report))
    return tuple(replace(row, status=None, result=()) for row in rows) if report.is_analysis else rows


def compose(report: Report) -> Reading:
    """What the report would say today: memo with its chain, measures up to the round's end, disclosures, scores.

    What an analysis says beside that: ``analysis_for``. Its scores are those of the result that it looks at.
    """
    plan, agency, form = report.plan, report.agency, form_of(report)
    chain = tuple((place.position, str(place.person)) for place, _ in chain_of(report, None))
    return Reading(
        agency=agency.name,
        province=agency.province or None,
        district=agency.district or None,
        fiscal_year=plan.fiscal_year,
        title=form.title,
        memo=signed_by(memo_from_json(report.memo), chain) if form.memo else None,
        measures=_rows(report),
        disclosures=() if report.is_analysis else disclosures.as_read(agency, plan.fiscal_year),
        scores=assessments.as_read(agency, report.result_year or plan.fiscal_year),
    )


def decision_at(place: ChainPlace, snapshot: Snapshot | None) -> SignOff | None:
    """What was decided at this place on that snapshot, if anything."""
    if snapshot is None:
        return None
    return next((sign for sign in snapshot.sign_offs.all() if sign.order == place.order), None)


def unreported(report: Report) -> tuple[int, int]:
    """(measures without a result in the report's round, all measures): the empty rows that the paper would have."""
    rows = measures.as_read(report.plan, period_of(report))
    return sum(not row.result for row in rows), len(rows)


def returned_by(snapshot: Snapshot | None) -> SignOff | None:
    """The decision that sent the newest version back to the drafter, if one did."""
    if snapshot is None:
        return None
    return next((sign for sign in snapshot.sign_offs.all() if sign.decision == SignOff.Decision.RETURNED), None)


def returned_reports(agency: Agency) -> list[Report]:
    """The drafts that somebody of the chain has sent back."""
    found = Report.objects.of(agency).filter(
        state=ReportState.DRAFT, snapshots__sign_offs__decision=SignOff.Decision.RETURNED
    )
    return list(found.select_related("round", "plan").distinct())


def past_decisions(report: Report, newest: Snapshot | None) -> list[SignOff]:
    """The decisions on older snapshots and a return of the newest: why the report came back, newest first."""
    found = SignOff.objects.of(report.agency_id).filter(snapshot__report=report).select_related("snapshot")
    return [
        sign
        for sign in found.order_by("-at")
        if sign.decision == SignOff.Decision.RETURNED or (newest and sign.snapshot_id != newest.pk)
    ]
