"""Pages of reports."""

from prongsai.web.reports.views.documents import document, paper
from prongsai.web.reports.views.drafting import begin, begin_analysis, edit_chain, edit_memo
from prongsai.web.reports.views.own_forms import form_file, own_forms, withdraw_form
from prongsai.web.reports.views.own_papers import bring_paper, drop_paper, own_paper, paper_file
from prongsai.web.reports.views.publishing import publish
from prongsai.web.reports.views.reports import report_page, reports_of_year
from prongsai.web.reports.views.signing import sign_report, submit_report, use_as_evidence

__all__ = [
    "begin",
    "begin_analysis",
    "bring_paper",
    "document",
    "drop_paper",
    "edit_chain",
    "edit_memo",
    "form_file",
    "own_forms",
    "own_paper",
    "paper",
    "paper_file",
    "publish",
    "report_page",
    "reports_of_year",
    "sign_report",
    "submit_report",
    "use_as_evidence",
    "withdraw_form",
]
