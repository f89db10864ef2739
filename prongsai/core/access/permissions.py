"""Everything that somebody may or may not do, one name each, in alphabetical order."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """A named permission. ``PUBLIC`` marks the routes of strangers; ``SIGNED_IN`` those of anyone with an account."""

    ACCEPT_IMPORT = "accept_import"
    AMEND_PLAN = "amend_plan"
    APPROVE_PLAN = "approve_plan"
    COMMENT = "comment"
    EDIT_DISCLOSURE = "edit_disclosure"
    EDIT_PLAN = "edit_plan"
    MANAGE_AGENCY = "manage_agency"
    MANAGE_PEOPLE = "manage_people"
    MANAGE_ROUNDS = "manage_rounds"
    MANAGE_SURVEYS = "manage_surveys"
    PUBLIC = "public"
    PUBLISH = "publish"
    RECORD_PROGRESS = "record_progress"
    SEE_AGENCY = "see_agency"
    SEE_HISTORY = "see_history"
    SEND_LINKS = "send_links"
    SIGNED_IN = "signed_in"
    SIGN_REPORT = "sign_report"
    SUBMIT_REPORT = "submit_report"
    WRITE_REPORT = "write_report"
