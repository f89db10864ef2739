"""The analysis of a result as a report holds it, and the item of the year that it serves."""

from __future__ import annotations

from prongsai.core.framework.framework import DisclosureItem
from prongsai.core.reports.analysis import Analysis
from prongsai.core.scoring.refusal import NotScored
from prongsai.core.weak_points.analysis import Past, analysis_of
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments import queries as assessments
from prongsai.web.disclosures import queries as disclosures
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.reports.models import Report, Snapshot

#: The subject of the item that asks for this paper: O42 in 2563-2566, O34 in 2567, O27 in 2568, O25 in 2569.
SUBJECT = "ita-measures"


def past_of(agency: Agency, fiscal_year: int) -> Past | None:
    """What is known of the result of a year with its framework, or None where nothing is."""
    known = assessments.known(agency, fiscal_year)
    if known is None:
        return None
    framework, provisional = framework_for(agency, fiscal_year)
    return Past(known, framework, provisional)


def analysis_for(report: Report) -> Analysis | None:
    """What the analysis would say today; None where its result is not there (any more) or lacks an indicator."""
    year = report.result_year or 0
    now = past_of(report.agency, year)
    if now is None:
        return None
    planned, _provisional = framework_for(report.agency, report.plan.fiscal_year)
    try:
        return analysis_of(now, past_of(report.agency, year - 1), planned, report.agency.kind)
    except NotScored:
        return None


def years_to_analyse(agency: Agency, fiscal_year: int) -> list[int]:
    """The years before ``fiscal_year`` of which a result is known, the newest first."""
    return [one.fiscal_year for one in assessments.years_of(agency) if one.fiscal_year < fiscal_year]


def served_by(report: Report) -> DisclosureItem | None:
    """The item of its year that an acknowledged analysis is evidence of; None for any other report."""
    if not report.is_analysis or report.state != Report.State.ACKNOWLEDGED:
        return None
    framework, _provisional = framework_for(report.agency, report.plan.fiscal_year)
    return next(iter(framework.items_about(SUBJECT)), None)


def is_shown(report: Report, snapshot: Snapshot, code: str) -> bool:
    """Whether a document of that snapshot is evidence of the item already."""
    made = [one for one in snapshot.documents.values_list("sha256", flat=True) if one]
    row = disclosures.disclosures_of(report.agency, report.plan.fiscal_year).filter(code=code).first()
    return row is not None and row.evidence.filter(removed_at=None, sha256__in=made).exists()
