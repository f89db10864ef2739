"""What somebody who comes to answer finds: the survey of a code, its questionnaire, a link by its secret."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import date

from prongsai.core.surveys.questionnaire import Questionnaire
from prongsai.core.surveys.questionnaire_json import parse
from prongsai.core.surveys.workflow import Door, door
from prongsai.web.surveys.codes import agency_in, fingerprint
from prongsai.web.surveys.models import OneTimeLink, Survey, SurveyVersion

#: Versions whose questionnaires a process keeps. They are small, and most processes serve one or two at a time.
KEPT = 64


@dataclass(frozen=True, slots=True, eq=False)  # one is itself: to compare the questions would take time
class Thawed:
    """A version that was opened once, which never changes again: that is why a process may keep it."""

    agency: int
    survey: int
    version: int
    number: int
    questionnaire: Questionnaire


def survey_by(code: str) -> Survey | None:
    """The survey of a code, with its agency; typed from a poster, the code may come in capitals."""
    agency = agency_in(code)
    if agency is None:
        return None
    return Survey.objects.of(agency).select_related("agency").filter(code=code.lower()).first()


def door_of(survey: Survey | None, today: date) -> Door:
    """What stands open on a day."""
    return Door.NONE if survey is None else door(survey.state, survey.opens_on, survey.closes_on, today)


def newest(survey: Survey) -> Thawed | None:
    """The questionnaire that is asked now: the last version that was opened."""
    rows = SurveyVersion.objects.of(survey.agency_id).filter(survey=survey, frozen=True)
    number = rows.order_by("-number").values_list("number", flat=True).first()
    return None if number is None else thawed(survey.code, number)


def thawed(code: str, number: int) -> Thawed | None:
    """The questionnaire of a version that was opened once, by the code of its survey."""
    if (known := _kept.get((code, number))) is not None:
        return known
    agency = agency_in(code)
    if agency is None:
        return None
    rows = SurveyVersion.objects.of(agency).filter(survey__code=code, number=number, frozen=True)
    row = rows.values_list("survey_id", "pk", "content").first()
    if row is None:
        return None
    survey, version, content = row
    made = Thawed(agency, survey, version, number, parse(content))
    _kept[code, number] = made
    while len(_kept) > KEPT:
        _kept.popitem(last=False)
    return made


def link_by(survey: Survey, secret: str) -> OneTimeLink | None:
    """The one-time link of a secret; what is unknown or revoked is None alike."""
    living = OneTimeLink.objects.of(survey.agency_id).filter(survey=survey, revoked=False)
    return living.filter(secret_sha256=link_hash(survey.pk, secret)).first()


def link_hash(survey: int, secret: str) -> str:
    """What is stored of a link's secret."""
    return fingerprint("link", str(survey), secret.lower())


def key_hash(survey: int, key: str) -> str:
    """What is stored of a form's key until the survey is closed."""
    return fingerprint("key", str(survey), key)


_kept: OrderedDict[tuple[str, int], Thawed] = OrderedDict()
