"""Undoing an accepted import, as long as nothing stands on what it made."""

from __future__ import annotations

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.reading import Scores
from prongsai.web.accounts.models import Person
from prongsai.web.assessments import actions as assessments
from prongsai.web.audit.actions import record
from prongsai.web.disclosures import actions as disclosures
from prongsai.web.imports.models import ReportImport
from prongsai.web.measures import actions as measures
from prongsai.web.site.refusals import refuse


@transaction.atomic
def undo(*, by: Person, report_import: ReportImport) -> ReportImport:
    """Remove what accepting made; the file and the Reading stay and can be corrected and accepted again.

    Raises Refused, changing nothing, with what stands on it: later progress, edits, an approval, rounds, reports.
    Divisions that were made for it stay: other rows may use them.
    """
    rows = ReportImport.objects.of(report_import.agency_id).select_for_update(of=("self",))
    current = rows.select_related("plan", "agency").get(pk=report_import.pk)
    plan, made = current.plan, current.made
    if current.state != ReportImport.State.ACCEPTED or plan is None:
        raise refuse("รายงานนี้ยังไม่ได้รับเข้าแผน จึงไม่มีสิ่งที่ต้องยกเลิก", "This report is in no plan: there is nothing to undo.")
    current.plan = None
    current.made = {}
    current.state, current.version = ReportImport.State.UNDONE, current.version + 1
    current.save()
    measures.take_back(
        by=by,
        plan=plan,
        measures=made["measures"],
        progress=made["progress"],
        plan_state=made["plan_state"],
        plan_made=made["plan_made"],
    )
    disclosures.take_back_disclosures(by=by, agency=current.agency, ids=made["disclosures"])
    if "result" in made:
        scores = Scores(made["scores"]["indicators"], made["scores"]["total"])
        assessments.take_back_result(by=by, agency=current.agency, result_id=made["result"], scores=scores)
    before = {"plan": made["plan"], "measures": len(made["measures"])}
    record(by=by, agency=current.agency, kind=EventKind.IMPORT_UNDONE, subject=current, before=before)
    return current
