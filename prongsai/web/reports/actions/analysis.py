"""Beginning the analysis of a result, and showing it, once acknowledged, as evidence of the item that asks for it."""

from __future__ import annotations

from collections.abc import Sequence

from django.core.files.base import File
from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.memo import AnalysisFacts, analysis_wording
from prongsai.core.reports.reading_json import memo_to_json
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat, signers_of
from prongsai.web.audit.actions import record
from prongsai.web.disclosures import actions as disclosures
from prongsai.web.measures.queries import plan_of
from prongsai.web.reports.actions.documents import want_document
from prongsai.web.reports.actions.reports import place_chain
from prongsai.web.reports.forms_of import form_named
from prongsai.web.reports.models import Document, Report
from prongsai.web.reports.queries.analysis import analysis_for, is_shown, served_by
from prongsai.web.reports.queries.reports import newest_snapshot
from prongsai.web.site.refusals import refuse


@transaction.atomic
def begin_analysis(*, by: Person, agency: Agency, fiscal_year: int, result_year: int, form: str) -> Report:
    """A draft of the analysis of a result for the plan of a year, with the memo's first wording and the usual chain.

    Raises Refused where the year has no plan, and where the result is not known or lacks an indicator.
    """
    plan, layout = plan_of(agency, fiscal_year), form_named(agency, form)
    if plan is None:
        raise refuse(
            f"ยังไม่มีแผนปี {fiscal_year} โปรดจัดทำแผนก่อน เพราะการวิเคราะห์มีมาตรการของแผนอยู่ด้วย",
            f"There is no plan of {fiscal_year} yet. Please make it first: the analysis holds its measures.",
        )
    report = Report.objects.add(
        agency=agency,
        kind=Report.Kind.ANALYSIS,
        plan=plan,
        result_year=result_year,
        form=layout.id,
        title=layout.title,
        memo={},
        created_by=by,
    )
    signers = signers_of(agency)
    report.memo = memo_to_json(analysis_wording(_facts(report, signers)))
    report.save(update_fields=["memo"])
    place_chain(report, [(seat.position, seat.person) for seat in signers])
    after = {"form": form, "result_year": result_year}
    record(by=by, agency=agency, kind=EventKind.REPORT_CREATED, subject=report, after=after)
    return report


def use_as_evidence(*, by: Person, report: Report) -> str:
    """Attach the signed paper to the item of the year that asks for it; gives the code. Once is enough.

    The PDF is taken where it is made already, else the Word file. Raises Refused before the report is acknowledged.
    """
    snapshot = newest_snapshot(report)
    served = served_by(report)
    if snapshot is None or served is None:
        raise refuse(
            "รายงานต้องผ่านการลงนามครบทุกลำดับก่อน จึงใช้เป็นหลักฐานได้",
            "The report becomes evidence when everybody in the chain has signed it.",
        )
    if not is_shown(report, snapshot, served.code):
        ready = snapshot.documents.filter(format="pdf", state=Document.State.READY).order_by("-signatures").first()
        document = ready or want_document(snapshot=snapshot, format="docx")
        with document.file.open("rb") as kept:
            disclosures.attach_to_item(
                by=by,
                agency=report.agency,
                fiscal_year=report.plan.fiscal_year,
                code=served.code,
                file=File(kept, name=f"{report.pk}.{document.format}"),
                title=report.title,
            )
    return served.code


def _facts(report: Report, signers: Sequence[Seat]) -> AnalysisFacts:
    analysis = analysis_for(report)
    if analysis is None:
        raise refuse(
            f"ยังวิเคราะห์ผลการประเมินปี {report.result_year} ไม่ได้ โปรดกรอกคะแนนให้ครบทุกตัวชี้วัดก่อน",
            f"The result of {report.result_year} cannot be analysed. Please enter the scores of all indicators first.",
        )
    total = next((line.score for line in reversed(analysis.lines)), None)
    return AnalysisFacts(
        agency=report.agency.name,
        office=next((seat.division.name for seat in signers if seat.division), ""),
        prefix=report.agency.document_prefix,
        head=signers[-1].position if signers else "",
        fiscal_year=report.plan.fiscal_year,
        result_year=analysis.result_year,
        total=None if total is None else float(total),
        level=analysis.level,
    )
