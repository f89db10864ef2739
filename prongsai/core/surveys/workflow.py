"""The workflow of a survey: built, open to answers, closed."""

from __future__ import annotations

from enum import StrEnum


class SurveyState(StrEnum):
    """Where a survey stands. Answers are taken only while it is open; one that was closed may be opened again."""

    DRAFT = "draft"
    OPEN = "open"
    CLOSED = "closed"


#: From a state to the states that may follow.
TRANSITIONS: dict[SurveyState, frozenset[SurveyState]] = {
    SurveyState.DRAFT: frozenset({SurveyState.OPEN}),
    SurveyState.OPEN: frozenset({SurveyState.CLOSED}),
    SurveyState.CLOSED: frozenset({SurveyState.OPEN}),
}
