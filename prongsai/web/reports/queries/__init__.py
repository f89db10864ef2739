"""What a person may see of reports."""

from prongsai.web.reports.queries.analysis import analysis_for, past_of, served_by, years_to_analyse
from prongsai.web.reports.queries.reports import (
    chain_of,
    compose,
    decision_at,
    newest_snapshot,
    past_decisions,
    report_for,
    reports_of,
    returned_by,
    returned_reports,
    unreported,
    waiting_for,
)

__all__ = [
    "analysis_for",
    "chain_of",
    "compose",
    "decision_at",
    "newest_snapshot",
    "past_decisions",
    "past_of",
    "report_for",
    "reports_of",
    "returned_by",
    "returned_reports",
    "served_by",
    "unreported",
    "waiting_for",
    "years_to_analyse",
]
