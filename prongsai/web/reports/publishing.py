"""An acknowledged report as it would be published: its frozen words and tables, and the documents made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from prongsai.core.evidence.kinds import DOCX, PDF, FileKind, safe_name
from prongsai.core.publication.content import Section
from prongsai.core.publication.report import PublicReport, Signed, report_content, report_sections
from prongsai.core.reports.sheet import Sheet, cells
from prongsai.core.reports.snapshot import thaw
from prongsai.core.sentence import Sentence
from prongsai.core.thai.dates import format_date
from prongsai.core.thai.fiscal import RoundKind
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.queries import Offer
from prongsai.web.published.queries import Draft, OfferedFile
from prongsai.web.reports.actions.documents import QUICK, Format, want_document
from prongsai.web.reports.forms_of import form_of
from prongsai.web.reports.models import Document, Report, Snapshot
from prongsai.web.reports.paper import names_for, signature_blocks
from prongsai.web.reports.queries import newest_snapshot

PREFIX = "report"
_ROUNDS = {
    RoundKind.SIX_MONTHS: "รอบ 6 เดือน (ตุลาคม – มีนาคม)",
    RoundKind.SECOND_HALF: "รอบครึ่งปีหลัง (เมษายน – กันยายน)",
    RoundKind.YEARLY: "รอบปีงบประมาณ",
}
_KINDS: dict[Format, FileKind] = {"docx": DOCX, "pdf": PDF}
_NOT_SIGNED = Sentence(
    "รายงานนี้ยังไม่ได้รับทราบครบทุกลำดับ จึงยังเผยแพร่ไม่ได้ โปรดรอให้ผู้บริหารรับทราบก่อน",
    "This report has not been acknowledged yet, so it cannot be published. Please wait for the last signature.",
)
_BEING_MADE = Sentence(
    "กำลังจัดทำไฟล์ PDF ใช้เวลาไม่กี่วินาที โปรดรอสักครู่แล้วกดดูอีกครั้ง จึงเผยแพร่ได้",
    "The PDF is being made, which takes a few seconds. Please look again then, and publish.",
)


def draft_of_report(report: Report) -> Draft | None:
    """The report as it was signed; None where nothing was ever submitted. Its documents are made where they are not."""
    snapshot = newest_snapshot(report)
    if snapshot is None:
        return None
    content = report_content(_public(report), _sheet(report, snapshot), _signed(snapshot))
    if report.state != Report.State.ACKNOWLEDGED:
        return Draft(content, blocked=_NOT_SIGNED)
    documents = [_document(snapshot, one) for one in _KINDS]
    waiting = any(one.state == Document.State.WAITING for one in documents)
    files = tuple(_offered(report, one) for one in documents if one.state == Document.State.READY)
    missing = tuple(_failed(one) for one in documents if one.state == Document.State.FAILED)
    return Draft(content, files, missing, _BEING_MADE if waiting else None, waiting)


def _document(snapshot: Snapshot, format: Format) -> Document:
    """The document as the report's page makes it; one that failed in the background is not tried again by looking."""
    signed = snapshot.sign_offs.count()
    rows = Document.objects.of(snapshot.agency_id).filter(snapshot=snapshot, format=format, signatures=signed)
    found = rows.first()
    if found is not None and (found.state == Document.State.READY or format not in QUICK):
        return found
    return want_document(snapshot=snapshot, format=format)


def offers(agency: Agency, fiscal_year: int) -> Sequence[Offer]:
    """The acknowledged reports of a year, as content for its items."""
    return [Offer(f"{PREFIX}:{one.pk}", _title(one)) for one in _acknowledged(agency, fiscal_year)]


def sections(agency: Agency, fiscal_year: int, code: str) -> Sequence[Section]:
    """The words and tables of an acknowledged report, for the item that shows it; nothing for any other."""
    pk = code.partition(":")[2]
    report = next((one for one in _acknowledged(agency, fiscal_year) if str(one.pk) == pk), None)
    snapshot = newest_snapshot(report) if report else None
    if report is None or snapshot is None:
        return ()
    return report_sections(_sheet(report, snapshot), _signed(snapshot))


def _acknowledged(agency: Agency, fiscal_year: int) -> list[Report]:
    rows = Report.objects.of(agency).filter(plan__fiscal_year=fiscal_year, state=Report.State.ACKNOWLEDGED)
    return list(rows.select_related("round", "plan", "agency").order_by("pk"))


def _public(report: Report) -> PublicReport:
    """Its number is its place among the reports of the year, none of which is ever deleted."""
    year = report.plan.fiscal_year
    number = Report.objects.of(report.agency_id).filter(plan__fiscal_year=year, pk__lte=report.pk).count()
    return PublicReport(number, report.title, year, _about(report))


def _about(report: Report) -> str:
    if report.round is not None:
        return _ROUNDS[RoundKind(report.round.kind)]
    return f"การวิเคราะห์ผลการประเมินปีงบประมาณ {report.result_year}"


def _title(report: Report) -> str:
    return f"{report.title} {_about(report)}"


def _sheet(report: Report, snapshot: Snapshot) -> Sheet:
    frozen = thaw(snapshot.content)
    return cells(
        frozen.reading,
        form_of(report, frozen.form_version),
        names_for(frozen.reading),
        signature_blocks(frozen.chain, []),
        frozen.analysis,
    )


def _signed(snapshot: Snapshot) -> list[Signed]:
    decided = sorted(snapshot.sign_offs.all(), key=lambda one: one.order)
    return [Signed(one.name, one.position, format_date(one.signed_on, thai_digits=False)) for one in decided]


def _offered(report: Report, document: Document) -> OfferedFile:
    kind = _KINDS["pdf" if document.format == "pdf" else "docx"]
    name = safe_name(f"{report.title} {report.plan.fiscal_year}", kind)
    title = f"{report.title} ({document.format.upper()})"
    return OfferedFile(
        document.format, title, name, kind.content_type, document.size, document.sha256, _reading(document)
    )


def _reading(document: Document) -> Callable[[], bytes]:
    def data() -> bytes:
        with document.file.open("rb") as file:
            read: bytes = file.read()
            return read

    return data


def _failed(document: Document) -> Sentence:
    kind = document.format.upper()
    return Sentence(
        f"จัดทำไฟล์ {kind} ไม่สำเร็จ ({document.problem}) หากเผยแพร่ตอนนี้จะไม่มีไฟล์นี้ หรือลองใหม่จากหน้ารายงาน",
        f"The {kind} file could not be made. Published now, it will be missing; or try again from the report's page.",
    )
