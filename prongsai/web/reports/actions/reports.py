"""Beginning a report, completing its memo and naming its chain: all of it while it is a draft."""

from __future__ import annotations

from collections.abc import Sequence

from django.db import transaction
from django.db.models import F

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.memo import MemoFacts, first_wording, round_words
from prongsai.core.reports.reading import Memo, Status
from prongsai.core.reports.reading_json import memo_to_json
from prongsai.core.reports.workflow import ReportState
from prongsai.core.thai.fiscal import RoundKind, round_dates
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat, signers_of
from prongsai.web.audit.actions import record
from prongsai.web.measures.queries import as_read as measures_as_read
from prongsai.web.measures.queries import plan_of_round
from prongsai.web.reports.forms_of import form_named
from prongsai.web.reports.models import ChainPlace, Report
from prongsai.web.site.refusals import Stale, refuse


@transaction.atomic
def begin_report(*, by: Person, agency: Agency, round_id: int, form: str) -> Report:
    """A draft on a round in a layout, with the memo's first wording and the usual chain of the agency."""
    layout = form_named(agency, form)
    if layout.is_analysis:
        raise refuse(
            "แบบนี้ใช้กับการวิเคราะห์ผลการประเมินเท่านั้น โปรดเลือกแบบอื่น",
            "This form is for the analysis of a result only. Please choose another.",
        )
    plan = plan_of_round(agency, round_id)
    if plan is None:
        raise refuse("ไม่พบรอบที่เลือก โปรดเลือกใหม่", "That round is not there. Please choose again.")
    report = Report.objects.add(
        agency=agency, plan=plan, round_id=round_id, form=layout.id, title=layout.title, memo={}, created_by=by
    )
    signers = signers_of(agency)
    report.memo = memo_to_json(first_wording(_facts(report, signers)))
    report.save(update_fields=["memo"])
    place_chain(report, [(seat.position, seat.person) for seat in signers])
    record(by=by, agency=agency, kind=EventKind.REPORT_CREATED, subject=report, after={"form": form})
    return report


@transaction.atomic
def change_memo(*, by: Person, report: Report, memo: Memo, version: int) -> Report:
    """Write the draft's memo. Raises Stale where ``version`` is not the newest, CannotReport where it is no draft."""
    _draft_only(report)
    before = report.memo
    _write(report, version, memo=memo_to_json(memo))
    record(by=by, agency=report.agency, kind=EventKind.REPORT_CHANGED, subject=report, before=before, after=report.memo)
    return report


@transaction.atomic
def set_chain(*, by: Person, report: Report, chain: Sequence[tuple[str, Person]], version: int) -> Report:
    """Name who signs, as (position, person) in order; the last acknowledges."""
    _draft_only(report)
    people = [person.pk for _, person in chain]
    if not people or len(set(people)) != len(people):
        raise refuse(
            "โปรดเลือกผู้ลงนามอย่างน้อย ๑ คน และไม่ซ้ำกัน", "Please choose at least one person to sign, each only once."
        )
    before = [str(place) for place in ChainPlace.objects.of(report.agency).filter(report=report)]
    _write(report, version)
    place_chain(report, chain)
    record(
        by=by,
        agency=report.agency,
        kind=EventKind.REPORT_CHANGED,
        subject=report,
        before={"chain": before},
        after={"chain": [position for position, _ in chain]},
    )
    return report


def place_chain(report: Report, chain: Sequence[tuple[str, Person]]) -> None:
    """Put these (position, person) in the place of the chain that was."""
    ChainPlace.objects.of(report.agency_id).filter(report=report).delete()
    ChainPlace.objects.add_all(
        [
            ChainPlace(
                agency_id=report.agency_id,
                report=report,
                order=order,
                position=position,
                person=person,
                last=order == len(chain),
            )
            for order, (position, person) in enumerate(chain, start=1)
        ]
    )


def _draft_only(report: Report) -> None:
    if report.state != ReportState.DRAFT:
        raise refuse(
            "รายงานเสนอไปแล้ว จึงแก้ไขไม่ได้ หากต้องแก้ไข ให้ผู้ลงนามส่งคืนก่อน",
            "The report has been submitted and cannot be changed unless somebody in the chain returns it.",
        )


def _write(report: Report, version: int, **values: object) -> None:
    changed = (
        Report.objects.of(report.agency_id)
        .filter(pk=report.pk, version=version, state=ReportState.DRAFT)
        .update(version=F("version") + 1, **values)
    )
    if not changed:
        raise Stale
    report.refresh_from_db()


def _facts(report: Report, signers: Sequence[Seat]) -> MemoFacts:
    plan, kind = report.plan, RoundKind(report.round.kind if report.round else RoundKind.YEARLY)
    rows = measures_as_read(plan, round_dates(plan.fiscal_year, kind))
    return MemoFacts(
        agency=report.agency.name,
        office=next((seat.division.name for seat in signers if seat.division), ""),
        prefix=report.agency.document_prefix,
        head=signers[-1].position if signers else "",
        fiscal_year=plan.fiscal_year,
        round_words=round_words(kind, plan.fiscal_year),
        measures=len(rows),
        done=sum(row.status is Status.DONE for row in rows),
    )
