"""What is done to reports."""

from prongsai.web.reports.actions.analysis import begin_analysis, use_as_evidence
from prongsai.web.reports.actions.documents import make_document, make_what_waits, want_document
from prongsai.web.reports.actions.own_forms import add_form, withdraw_form
from prongsai.web.reports.actions.own_papers import bring_paper, drop_paper, keep_paper
from prongsai.web.reports.actions.reports import begin_report, change_memo, set_chain
from prongsai.web.reports.actions.signing import sign, submit

__all__ = [
    "add_form",
    "begin_analysis",
    "begin_report",
    "bring_paper",
    "change_memo",
    "drop_paper",
    "keep_paper",
    "make_document",
    "make_what_waits",
    "set_chain",
    "sign",
    "submit",
    "use_as_evidence",
    "want_document",
    "withdraw_form",
]
