"""Taking an answer: once, whole or not at all, whatever the connection does; and forgetting what came with it."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from django.db import IntegrityError, transaction

from prongsai.core.surveys.answering import Answers, to_text
from prongsai.core.surveys.workflow import Door, door
from prongsai.web.surveys.models import Answer, OneTimeLink, Survey
from prongsai.web.surveys.queries.answering import Thawed, key_hash, link_hash


class Outcome(StrEnum):
    """What became of an answer."""

    TAKEN = "taken"  # it is stored, now or by an earlier sending of the same form
    CLOSED = "closed"  # the survey takes no answers now
    USED = "used"  # another form was sent through this link before
    NO_LINK = "no_link"  # this survey is answered by one-time links, and there is none of that secret
    OTHER = "other"  # this form was sent before, with other answers: the first stand


def take_answer(*, by: None, form: Thawed, answers: Answers, key: str, secret: str | None, today: date) -> Outcome:
    """Store the answers of one respondent, of whom nothing is known (``by``); ``key`` came with the form.

    Link and answer change in one transaction, in which the database lets nobody else write (SQLite) or the row of the
    link and the key are held (PostgreSQL). The answer does not know the link, and no event tells of it.
    """
    text, hashed = to_text(answers), key_hash(form.survey, key)
    try:
        with transaction.atomic():
            if refused := _refused(form, secret, today):
                raise _Refused(refused)
            Answer.objects.add(
                agency_id=form.agency,
                survey_id=form.survey,
                version_id=form.version,
                day=today,
                content=text,
                key_sha256=hashed,
            )
    except IntegrityError:
        if outcome := _sent_before(form, hashed, text, secret):  # the key is there: it is the same form once more
            return outcome
        raise
    except _Refused as refusal:
        return _sent_before(form, hashed, text, secret) or refusal.outcome
    return Outcome.TAKEN


class _Refused(Exception):
    """Leaves the transaction without a trace in it."""

    def __init__(self, outcome: Outcome) -> None:
        super().__init__(outcome)
        self.outcome = outcome


def _refused(form: Thawed, secret: str | None, today: date) -> Outcome | None:
    """Why no answer is taken; where a link is needed, it is used up here."""
    rows = Survey.objects.of(form.agency).filter(pk=form.survey).order_by()
    values = rows.values_list("state", "opens_on", "closes_on", "one_time")  # a whole row takes twice as long
    asked = next(iter(values), None)
    if asked is None or door(*asked[:3], today) is not Door.OPEN:
        return Outcome.CLOSED
    if secret is None:
        return Outcome.NO_LINK if asked[3] else None
    living = OneTimeLink.objects.of(form.agency).filter(survey=form.survey, revoked=False)
    links = living.filter(secret_sha256=link_hash(form.survey, secret))
    if links.filter(used=False).update(used=True):
        return None
    return Outcome.USED if links.exists() else Outcome.NO_LINK


def _sent_before(form: Thawed, hashed: str, text: str, secret: str | None) -> Outcome | None:
    """What a form that was sent before is told: thanks again. Other answers in it are told of where they may be sent
    as those of somebody else, which a one-time link does not allow.
    """
    stored = Answer.objects.of(form.agency).filter(survey=form.survey, key_sha256=hashed)
    known = stored.values_list("content", flat=True).first()
    if known is None:
        return None
    return Outcome.TAKEN if known == text or secret is not None else Outcome.OTHER


def forget_keys(*, by: object, survey: Survey) -> None:
    """Empty the hashes of forms' keys, when the survey is closed: part of closing it, whose event tells of it."""
    Answer.objects.of(survey.agency_id).filter(survey=survey).update(key_sha256=None)
