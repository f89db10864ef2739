"""Submitting a report freezes it; the chain then endorses, returns or acknowledges what was frozen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import File
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from prongsai import __version__
from prongsai.core.access.decision import demand
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.memo import ready
from prongsai.core.reports.snapshot import SCHEMA, Content, EvidenceMark, form_sha256, freeze, sha256
from prongsai.core.reports.workflow import LEADS_TO, Act, ReportState, may_act, whose_turn
from prongsai.web.accounts.models import Person
from prongsai.web.audit.actions import record
from prongsai.web.evidence import actions as evidence
from prongsai.web.measures import queries as measures
from prongsai.web.reports.actions.documents import want_all
from prongsai.web.reports.forms_of import form_of
from prongsai.web.reports.models import ChainPlace, Report, SignOff, Snapshot
from prongsai.web.reports.queries.analysis import analysis_for
from prongsai.web.reports.queries.reports import chain_of, compose, newest_snapshot, period_of
from prongsai.web.site import clock
from prongsai.web.site.refusals import Stale, refuse

_EVENTS = {
    Act.ENDORSED: EventKind.REPORT_ENDORSED,
    Act.RETURNED: EventKind.REPORT_RETURNED,
    Act.ACKNOWLEDGED: EventKind.REPORT_ACKNOWLEDGED,
}


@dataclass(frozen=True, slots=True)
class Signing:
    """What somebody decides: the act, an opinion, the day (today if none), and in whose stead."""

    act: Act
    opinion: str = ""
    signed_on: date | None = None
    acting: str = ""


@transaction.atomic
def submit(*, by: Person, report: Report, version: int) -> Snapshot:
    """Freeze the report as it is now and send it to the first of the chain."""
    reading = compose(report)
    if reading.memo is not None:
        demand(ready(reading.memo))
    analysis = analysis_for(report) if report.is_analysis else None
    if report.is_analysis and analysis is None:
        raise refuse(
            f"ผลการประเมินปี {report.result_year} ไม่ครบหรือถูกนำออกแล้ว โปรดกรอกคะแนนให้ครบก่อนเสนอ",
            f"The result of {report.result_year} is not complete (any more). Please complete it before submitting.",
        )
    chain = chain_of(report, None)
    if not chain:
        raise refuse("โปรดเลือกผู้ลงนามก่อนเสนอ", "Please choose who signs before submitting.")
    _step(report, ReportState.DRAFT, ReportState.SUBMITTED, version)
    snapshot = _freeze(by, report, Content(
        reading=reading,
        form=report.form,
        form_version=form_of(report).version,
        round=report.round.kind if report.round else "",
        chain=tuple((place.position, str(place.person)) for place, _ in chain),
        evidence=_evidence(report),
        analysis=analysis,
    ))  # fmt: skip
    record(
        by=by,
        agency=report.agency,
        kind=EventKind.REPORT_SUBMITTED,
        subject=report,
        after={"snapshot": snapshot.number, "sha256": snapshot.sha256},
    )
    want_all(snapshot=snapshot, signatures=0)
    return snapshot


@evidence.all_or_nothing()
def sign(*, by: Person, report: Report, signing: Signing, version: int, scan: File[Any] | None = None) -> SignOff:
    """Decide on the newest snapshot: in person and in turn, or by the scan of the paper that the one in turn signed."""
    snapshot = newest_snapshot(report)
    chain = chain_of(report, snapshot)
    links = [link for _, link in chain]
    turn = whose_turn(links)
    if snapshot is None or turn is None or report.state != ReportState.SUBMITTED:
        raise refuse("รายงานนี้ไม่ได้รอการลงนาม", "This report does not wait for a signature.")
    demand(may_act(links, turn.person_id if scan else by.pk, signing.act, opinion=signing.opinion))
    place = next(place for place, link in chain if link is turn)
    _step(report, ReportState.SUBMITTED, LEADS_TO[signing.act], version)
    made = _keep(by, snapshot, place, signing, scan)
    record(
        by=by,
        agency=report.agency,
        kind=_EVENTS[signing.act],
        subject=report,
        after={"place": place.position, "name": made.name, "snapshot": snapshot.number, "scan": bool(scan)},
        reason=signing.opinion,
    )
    want_all(snapshot=snapshot, signatures=sum(link.decided is not None for link in links) + 1)
    return made


def _keep(by: Person, snapshot: Snapshot, place: ChainPlace, signing: Signing, scan: File[Any] | None) -> SignOff:
    paper = (
        evidence.add_file(
            by=by,
            agency=snapshot.agency,
            upload=scan,
            fiscal_year=snapshot.report.plan.fiscal_year,
            title=f"{snapshot.report} — {place.position}",
            effective_on=signing.signed_on,
        )
        if scan
        else None
    )
    return SignOff.objects.add(
        agency_id=snapshot.agency_id,
        snapshot=snapshot,
        order=place.order,
        decision=signing.act.value,
        opinion=signing.opinion,
        name=str(place.person),
        position=place.position,
        acting=signing.acting,
        signed_on=signing.signed_on or clock.today(),
        scan=paper,
        by=by,
        at=timezone.now(),
    )


def _freeze(by: Person, report: Report, content: Content) -> Snapshot:
    text = freeze(content)
    last = newest_snapshot(report)
    return Snapshot.objects.add(
        agency_id=report.agency_id,
        report=report,
        number=last.number + 1 if last else 1,
        schema=SCHEMA,
        content=text,
        sha256=sha256(text),
        form_sha256=form_sha256(form_of(report)),
        writer=__version__,
        evidence=[mark.id for mark in content.evidence],
        made_by=by,
        made_at=timezone.now(),
    )


def _evidence(report: Report) -> tuple[EvidenceMark, ...]:
    """The evidence of the report's months; an analysis looks at what is to be done, and has none."""
    if report.is_analysis:
        return ()
    found = measures.evidence_in(report.plan, period_of(report))
    return tuple(EvidenceMark(one.pk, one.title, one.sha256, one.url) for one in found)


def _step(report: Report, old: ReportState, new: ReportState, version: int) -> None:
    changed = (
        Report.objects.of(report.agency_id)
        .filter(pk=report.pk, version=version, state=old)
        .update(state=new, version=F("version") + 1)
    )
    if not changed:
        raise Stale
    report.refresh_from_db()
