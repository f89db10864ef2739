"""The workflow of a survey: built, open to answers, closed."""

from __future__ import annotations

from datetime import date
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


class Door(StrEnum):
    """What somebody finds who comes to answer."""

    NONE = "none"  # a draft is nobody's business yet
    NOT_YET = "not_yet"
    OPEN = "open"
    OVER = "over"


def door(state: str, opens_on: date | None, closes_on: date | None, today: date) -> Door:
    """Whether answers are taken on a day; the first and the last day are among those on which they are."""
    if state == SurveyState.DRAFT:
        return Door.NONE
    if state == SurveyState.CLOSED or (closes_on and today > closes_on):
        return Door.OVER
    return Door.NOT_YET if opens_on and today < opens_on else Door.OPEN
