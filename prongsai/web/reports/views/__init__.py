"""Pages of reports."""

from prongsai.web.reports.views.documents import document, paper
from prongsai.web.reports.views.drafting import begin, edit_chain, edit_memo
from prongsai.web.reports.views.own_forms import form_file, own_forms, withdraw_form
from prongsai.web.reports.views.reports import report_page, reports_of_year
from prongsai.web.reports.views.signing import sign_report, submit_report

__all__ = [
    "begin",
    "document",
    "edit_chain",
    "edit_memo",
    "form_file",
    "own_forms",
    "paper",
    "report_page",
    "reports_of_year",
    "sign_report",
    "submit_report",
    "withdraw_form",
]
