"""Who may do what at every address of ours. A new address fails the tests until its rule is stated here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from prongsai.core.access.permissions import Permission as P

YEAR = "a/<slug:agency>/<int:year>/"
#: Stands where the number of a row of the agency belongs.
Row = str


@dataclass(frozen=True)
class Rule:
    """What an address asks of those who open it and of those who send something to it; None: that method is refused.

    ``rows`` says of which sort of row (see world.py) each number in the address is; ``words`` fills other parts.
    """

    see: P | None
    send: P | None = None
    rows: Mapping[str, Row] = field(default_factory=dict)
    words: Mapping[str, str] = field(default_factory=dict)


_MEASURE, _ROUND = {"pk": "measure"}, {"pk": "round"}
_IMPORT, _DRAFT, _REPORT = {"pk": "import"}, {"pk": "draft"}, {"pk": "report"}
_ITEM = {"code": "O1"}
_SURVEY = {"pk": "survey"}

RULES: dict[str, Rule] = {
    "agencies:people": Rule(P.SEE_AGENCY),
    "agencies:add_member": Rule(P.MANAGE_PEOPLE, P.MANAGE_PEOPLE),
    "agencies:edit_member": Rule(P.MANAGE_PEOPLE, P.MANAGE_PEOPLE, {"pk": "membership"}),
    "agencies:end_member": Rule(None, P.MANAGE_PEOPLE, {"pk": "membership"}),
    "agencies:renew_password": Rule(P.MANAGE_PEOPLE, P.MANAGE_PEOPLE, {"pk": "membership"}),
    "agencies:add_division": Rule(P.MANAGE_PEOPLE, P.MANAGE_PEOPLE),
    "agencies:edit_division": Rule(P.MANAGE_PEOPLE, P.MANAGE_PEOPLE, {"pk": "division"}),
    "agencies:agency": Rule(P.MANAGE_AGENCY, P.MANAGE_AGENCY),
    "assessments:result": Rule(P.SEE_AGENCY),
    "assessments:enter": Rule(P.EDIT_PLAN, P.EDIT_PLAN),
    "assessments:bring": Rule(P.EDIT_PLAN, P.EDIT_PLAN),
    "assessments:template": Rule(P.EDIT_PLAN, None, {}, {"kind": "csv"}),
    "assessments:clear": Rule(P.EDIT_PLAN, P.EDIT_PLAN),
    "assessments:history": Rule(P.SEE_AGENCY),
    "assessments:why": Rule(P.SEE_AGENCY),
    "assessments:why_of": Rule(P.SEE_AGENCY, None, {}, {"code": "7"}),
    "audit:history": Rule(P.SEE_HISTORY),
    "audit:thing": Rule(P.SEE_HISTORY, None, {"pk": "event"}),
    # The country's own rules, which no role of an agency opens, are tested in tests/web/country/test_scope.py.
    "country:home": Rule(P.SIGNED_IN),
    "country:history": Rule(P.SIGNED_IN),
    "country:load": Rule(P.SIGNED_IN, P.SIGNED_IN),
    "country:sample": Rule(P.SIGNED_IN),
    "country:take_in": Rule(None, P.SIGNED_IN),
    "country:check": Rule(P.SIGNED_IN, P.SIGNED_IN, {}, {"pk": "1"}),
    "country:drop": Rule(None, P.SIGNED_IN, {}, {"pk": "1"}),
    "country:body": Rule(P.SIGNED_IN, None, {}, {"pk": "1"}),
    "country:end": Rule(None, P.SIGNED_IN, {}, {"pk": "1"}),
    "country:overview": Rule(P.SIGNED_IN, None, {}, {"where": "all"}),
    "country:bodies": Rule(P.SIGNED_IN, None, {}, {"where": "all"}),
    "country:outliers": Rule(P.SIGNED_IN, None, {}, {"where": "all"}),
    "country:download": Rule(P.SIGNED_IN, None, {}, {"where": "all", "kind": "csv"}),
    "disclosures:list": Rule(P.SEE_AGENCY),
    "disclosures:detail": Rule(P.SEE_AGENCY, P.EDIT_DISCLOSURE, {}, _ITEM),
    "disclosures:carry_over": Rule(None, P.EDIT_PLAN),
    "disclosures:add_evidence": Rule(None, P.EDIT_DISCLOSURE, {}, _ITEM),
    "evidence:original": Rule(P.SEE_AGENCY, None, {"pk": "evidence"}),
    "evidence:shown": Rule(P.SEE_AGENCY, None, {"pk": "evidence"}),
    "evidence:small": Rule(P.SEE_AGENCY, None, {"pk": "evidence"}),
    "reviews:plan": Rule(P.SEE_AGENCY, P.EDIT_PLAN),
    "reviews:import": Rule(P.ACCEPT_IMPORT, P.ACCEPT_IMPORT, _IMPORT),
    "reviews:report": Rule(P.SEE_AGENCY, P.WRITE_REPORT, _REPORT),
    "imports:list": Rule(P.ACCEPT_IMPORT),
    "imports:upload": Rule(None, P.ACCEPT_IMPORT),
    "imports:check": Rule(P.ACCEPT_IMPORT, None, _IMPORT),
    "imports:original": Rule(P.ACCEPT_IMPORT, None, _IMPORT),
    "imports:accept": Rule(P.ACCEPT_IMPORT, P.ACCEPT_IMPORT, _IMPORT),
    "imports:undo": Rule(P.ACCEPT_IMPORT, P.ACCEPT_IMPORT, _IMPORT),
    "imports:confirm": Rule(None, P.ACCEPT_IMPORT, _IMPORT),
    "imports:add": Rule(None, P.ACCEPT_IMPORT, _IMPORT),
    "imports:remove": Rule(None, P.ACCEPT_IMPORT, _IMPORT, {"number": "1"}),
    "imports:stop": Rule(None, P.ACCEPT_IMPORT, _IMPORT),
    "imports:resume": Rule(None, P.ACCEPT_IMPORT, _IMPORT),
    "imports:drop": Rule(None, P.ACCEPT_IMPORT, _IMPORT),
    "imports:page": Rule(P.ACCEPT_IMPORT, None, _IMPORT, {"number": "1"}),
    "imports:cut": Rule(P.ACCEPT_IMPORT, None, _IMPORT, {"line": "1", "column": "1"}),
    "imports:part": Rule(P.ACCEPT_IMPORT, P.ACCEPT_IMPORT, _IMPORT, {"key": "measure-1"}),
    "measures:this_year": Rule(P.SEE_AGENCY),
    "measures:dashboard": Rule(P.SEE_AGENCY),
    "measures:plan": Rule(P.SEE_AGENCY),
    "measures:create_plan": Rule(None, P.EDIT_PLAN),
    "measures:carry_over": Rule(P.EDIT_PLAN, P.EDIT_PLAN),
    "measures:approve_plan": Rule(None, P.APPROVE_PLAN),
    "measures:close_plan": Rule(None, P.AMEND_PLAN),
    "measures:choose_division": Rule(None, P.EDIT_PLAN),
    "measures:list": Rule(P.SEE_AGENCY),
    "measures:export": Rule(P.SEE_AGENCY, None, {}, {"kind": "csv"}),
    "measures:add": Rule(P.AMEND_PLAN, P.AMEND_PLAN),
    "measures:detail": Rule(P.SEE_AGENCY, None, _MEASURE),
    "measures:edit": Rule(P.AMEND_PLAN, P.AMEND_PLAN, _MEASURE),
    "measures:comment": Rule(None, P.COMMENT, _MEASURE),
    "measures:move": Rule(None, P.EDIT_PLAN, _MEASURE),
    "measures:remove": Rule(P.AMEND_PLAN, P.AMEND_PLAN, _MEASURE),
    "measures:restore": Rule(P.AMEND_PLAN, P.AMEND_PLAN, _MEASURE),
    "measures:my_work": Rule(P.SEE_AGENCY),
    "measures:record": Rule(P.RECORD_PROGRESS, P.RECORD_PROGRESS, _MEASURE),
    "measures:take_off": Rule(None, P.RECORD_PROGRESS, {"pk": "measure", "evidence": "evidence"}),
    "measures:rounds": Rule(P.SEE_AGENCY),
    "measures:open_round": Rule(None, P.MANAGE_ROUNDS),
    "measures:round": Rule(P.SEE_AGENCY, None, _ROUND),
    "measures:lock_round": Rule(None, P.MANAGE_ROUNDS, _ROUND),
    "measures:leave_round": Rule(None, P.MANAGE_ROUNDS, _ROUND),
    "measures:take_in_sheets": Rule(P.RECORD_PROGRESS, P.RECORD_PROGRESS, _ROUND),
    "measures:accept_sheets": Rule(None, P.RECORD_PROGRESS, _ROUND),
    "measures:send_sheets": Rule(P.RECORD_PROGRESS, None, _ROUND),
    "measures:send_sheet": Rule(P.RECORD_PROGRESS, None, {"pk": "round", "division": "division"}),
    "outside:reminders": Rule(P.SEND_LINKS, None, _ROUND),
    "outside:make_all": Rule(None, P.SEND_LINKS, _ROUND),
    "outside:make": Rule(None, P.SEND_LINKS, {"pk": "round", "division": "division"}),
    "outside:revoke": Rule(None, P.SEND_LINKS, {"pk": "round", "link": "link"}),
    "reports:list": Rule(P.SEE_AGENCY),
    "reports:begin": Rule(P.WRITE_REPORT, P.WRITE_REPORT),
    "reports:begin_analysis": Rule(P.WRITE_REPORT, P.WRITE_REPORT),
    "reports:use_as_evidence": Rule(None, P.EDIT_DISCLOSURE, _REPORT),
    "reports:forms": Rule(P.WRITE_REPORT, P.WRITE_REPORT),
    "reports:form_file": Rule(P.WRITE_REPORT, None, {}, {"form": "half-year-with-memo"}),
    "reports:withdraw_form": Rule(None, P.WRITE_REPORT, {}, {"form": "own"}),
    "reports:bring_paper": Rule(None, P.WRITE_REPORT),
    "reports:own_paper": Rule(P.WRITE_REPORT, P.WRITE_REPORT, {"pk": "paper"}),
    "reports:paper_file": Rule(P.WRITE_REPORT, None, {"pk": "paper"}),
    "reports:drop_paper": Rule(None, P.WRITE_REPORT, {"pk": "paper"}),
    "reports:detail": Rule(P.SEE_AGENCY, None, _REPORT),
    "reports:memo": Rule(P.WRITE_REPORT, P.WRITE_REPORT, _DRAFT),
    "reports:chain": Rule(P.WRITE_REPORT, P.WRITE_REPORT, _DRAFT),
    "reports:submit": Rule(None, P.SUBMIT_REPORT, _DRAFT),
    "reports:sign": Rule(None, P.SEE_AGENCY, _REPORT),
    "reports:paper": Rule(P.SEE_AGENCY, None, _REPORT),
    "reports:document": Rule(P.SEE_AGENCY, None, _REPORT, {"format": "html"}),
    "weak_points:list": Rule(P.SEE_AGENCY),
    "weak_points:what_if": Rule(P.SEE_AGENCY),
    "weak_points:make": Rule(None, P.AMEND_PLAN),
    "accounts:mine": Rule(P.SIGNED_IN, P.SIGNED_IN),
    "accounts:closed": Rule(P.SIGNED_IN, P.SIGNED_IN, {}, {"key": "abc"}),  # allauth's that lead to one's account
    "home": Rule(P.SIGNED_IN),
    "style": Rule(P.SIGNED_IN, P.SIGNED_IN),
    "health": Rule(P.PUBLIC),
    "language": Rule(None, P.PUBLIC),
    "outside:answer": Rule(P.PUBLIC),
    "outside:record": Rule(P.PUBLIC, P.PUBLIC, _MEASURE),
    "surveys:answer": Rule(P.PUBLIC, P.PUBLIC, {}, {"code": "1-abcdef"}),
    "surveys:answer_once": Rule(P.PUBLIC, P.PUBLIC, {}, {"code": "1-abcdef"}),
    "surveys:share": Rule(P.MANAGE_SURVEYS, None, _SURVEY),
    "surveys:make_links": Rule(None, P.MANAGE_SURVEYS, _SURVEY),
    "surveys:revoke_links": Rule(None, P.MANAGE_SURVEYS, _SURVEY, {"batch": "1"}),
    "surveys:poster": Rule(P.MANAGE_SURVEYS, None, _SURVEY),
    "surveys:poster_file": Rule(P.MANAGE_SURVEYS, None, _SURVEY),
    "surveys:picture": Rule(P.MANAGE_SURVEYS, None, _SURVEY),
    "surveys:style": Rule(P.PUBLIC, None, {}, {"code": "1-abcdef", "number": "1"}),
    "surveys:thanks": Rule(P.PUBLIC, None, {}, {"code": "1-abcdef"}),
}
