"""What is done with results: a text is hidden, a mock survey becomes the mock result of its year."""

from __future__ import annotations

import json
from dataclasses import replace

from django.db import transaction
from django.db.models import F

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.scoring.answers import Tally
from prongsai.core.scoring.known import KnownResult
from prongsai.core.surveys.counts import HIDDEN
from prongsai.web.accounts.models import Person
from prongsai.web.assessments import queries as assessments
from prongsai.web.assessments.actions import record_known
from prongsai.web.audit.actions import record
from prongsai.web.site import clock
from prongsai.web.site.refusals import refuse
from prongsai.web.surveys.models import Answer, Survey
from prongsai.web.surveys.queries.results import results_on, token_of
from prongsai.web.surveys.queries.scores import MockScore, mock_score

MOCK = "mock"


@transaction.atomic
def hide_text(*, by: Person, survey: Survey, key: str, token: str, reason: str) -> None:
    """Put a bar in place of a text that tells of somebody; the text is gone for good, and the history says why.

    Refused without a reason, and where there is no such text.
    """
    if not reason.strip():
        raise refuse("โปรดบอกเหตุผลที่ปกปิดข้อความนี้", "Please say why this text is hidden.")
    rows = Answer.objects.of(survey.agency_id).filter(survey=survey)
    wanted = (pk for pk in rows.order_by().values_list("pk", flat=True) if token_of(survey, key, pk) == token)
    found = next(wanted, None)
    answer = None if found is None else rows.get(pk=found)
    answers = json.loads(answer.content) if answer else {}
    if answer is None or not isinstance(answers.get(key), str):
        raise refuse("ไม่พบข้อความนี้แล้ว โปรดเปิดหน้านี้ใหม่", "This text is no longer there. Please open the page anew.")
    answers[key] = HIDDEN
    answer.content = json.dumps(answers, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    answer.save(update_fields=("content",))
    Survey.objects.of(survey.agency_id).filter(pk=survey.pk).update(version=F("version") + 1)
    record(
        by=by,
        agency=survey.agency,
        kind=EventKind.SURVEY_CHANGED,
        subject=survey,
        after={"question": key},
        reason=reason.strip()[:300],
    )


@transaction.atomic
def use_as_mock(*, by: Person, survey: Survey) -> MockScore:
    """Keep what the answers give as the mock result of the year; the other instrument's mock result stays beside it.

    Refused where the survey is no mock, or where nothing of it may be told or scored yet.
    """
    told = results_on(survey, clock.today()).results
    score = mock_score(survey, told.tally()) if told else None
    if score is None or not any(row.figure for row in score.indicators):
        raise refuse(
            "ยังไม่มีคะแนนให้ใช้ ต้องมีผู้ตอบอย่างน้อย 5 คน และพ้นวันที่ตอบแล้ว",
            "There is no score to use yet: at least 5 people must have answered, on days that are over.",
        )
    _keep(by, survey, score)
    figures = {str(row.number): str(row.figure.shown) for row in score.indicators if row.figure}
    after = {"fiscal_year": survey.fiscal_year, "indicators": figures}
    record(by=by, agency=survey.agency, kind=EventKind.SURVEY_USED_AS_MOCK, subject=survey, after=after)
    return score


def _keep(by: Person, survey: Survey, score: MockScore) -> None:
    agency, year = survey.agency, survey.fiscal_year
    before = assessments.known(agency, year, MOCK) or KnownResult(year)
    told = {row.number: row.figure.shown for row in score.indicators if row.figure}
    others = {number: figure for number, figure in before.indicators.items() if number not in score.numbers}
    known = replace(
        before,
        indicators=others | told,
        questions={code: figure for code, figure in before.questions.items() if code not in score.codes}
        | {code: figure.shown for code, figure in score.questions.items()},
        total=None,
        level="",
    )
    counted = Tally({**_counted_before(survey, score), **score.tally.counts})
    record_known(by=by, agency=agency, known=known, source=survey.title, kind=MOCK, tally=counted)


def _counted_before(survey: Survey, score: MockScore) -> dict[str, dict[int, int]]:
    """The answers behind the mock result of the other instrument."""
    rows = assessments.results_in(survey.agency, [survey.fiscal_year])
    kept: dict[str, dict[str, int]] = next((row.tally for row in rows if row.kind == MOCK), {})
    return {
        key: {int(value): times for value, times in values.items()}
        for key, values in kept.items()
        if key not in score.keys
    }
