"""What may be done with surveys: building, opening, answering, links and results."""

from prongsai.web.surveys.actions.answering import take_answer
from prongsai.web.surveys.actions.building import (
    begin_survey,
    change_questionnaire,
    change_settings,
    copy_survey,
    remove_survey,
)
from prongsai.web.surveys.actions.links import make_links, revoke_links
from prongsai.web.surveys.actions.opening import close_survey, open_survey
from prongsai.web.surveys.actions.results import hide_text, use_as_mock

__all__ = [
    "begin_survey",
    "change_questionnaire",
    "change_settings",
    "close_survey",
    "copy_survey",
    "hide_text",
    "make_links",
    "open_survey",
    "remove_survey",
    "revoke_links",
    "take_answer",
    "use_as_mock",
]
