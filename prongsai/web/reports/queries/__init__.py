"""What a person may see of reports."""

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
    "chain_of",
    "compose",
    "decision_at",
    "newest_snapshot",
    "past_decisions",
    "report_for",
    "reports_of",
    "returned_by",
    "returned_reports",
    "unreported",
    "waiting_for",
]
