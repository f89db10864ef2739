"""What is done to contests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.core.files.base import File
from django.db import IntegrityError, transaction
from django.db.models import F

from prongsai.core.access.decision import demand
from prongsai.core.contests.outcome import contestable, with_score
from prongsai.core.contests.window import check_days, may_contest
from prongsai.core.contests.workflow import CONTEST, INSIDE_THE_WINDOW, MOST_LETTERS, ContestState
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.scoring.known import KnownResult
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments import actions as assessments
from prongsai.web.assessments import queries as results
from prongsai.web.audit.actions import record
from prongsai.web.contests.models import Contest, ContestDays
from prongsai.web.contests.queries import window_for
from prongsai.web.evidence import actions as evidence_actions
from prongsai.web.evidence.queries import Evidence
from prongsai.web.evidence.queries import evidence_of as evidence_in
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.site.refusals import Stale, refuse


@transaction.atomic
def write_contest(
    *,
    by: Person,
    agency: Agency,
    fiscal_year: int,
    code: str,
    reason: str,
    evidence: Iterable[int],
    version: int,
    today: date,
) -> Contest:
    """Write the reason of a contest and what it rests on. ``version`` is the one that was read, 0 for a new one.

    Raises Stale when somebody else wrote first, Refused outside the window, for an item that cannot be contested, and
    for one that was sent already.
    """
    demand(may_contest(window_for(agency, fiscal_year), today))
    if len(reason) > MOST_LETTERS:
        raise refuse(
            f"เหตุผลยาวเกิน {MOST_LETTERS} ตัวอักษร โปรดย่อให้สั้นลง",
            f"The reason is longer than {MOST_LETTERS} letters. Please shorten it.",
        )
    found = Contest.objects.of(agency).filter(fiscal_year=fiscal_year, code=code).first()
    if found is None:
        contest = _begun(agency, fiscal_year, code, reason, version)
        before: dict[str, Any] = {}
    else:
        if found.state != ContestState.DRAFT:
            raise refuse("ส่งชี้แจงแล้ว โปรดดึงกลับก่อนแก้ไข", "It has been sent. Please take it back before you change it.")
        before = {"reason": found.reason}
        contest = _moved(found, version, reason=reason)
    contest.evidence.set(evidence_in(agency, evidence))
    _recorded(by, contest, EventKind.CONTEST_CHANGED, before, {"reason": reason})
    return contest


def attach_evidence(
    *, by: Person, contest: Contest, file: File[Any] | None = None, url: str = "", title: str = ""
) -> Evidence:
    """Attach a file or a page to a contest that was not sent yet; Refused says what is wrong with it."""
    agency, year = contest.agency, contest.fiscal_year
    with evidence_actions.all_or_nothing():
        drafts = Contest.objects.of(agency).select_for_update().filter(pk=contest.pk, state=ContestState.DRAFT)
        if drafts.first() is None:  # it may have been sent since the page was opened
            raise refuse("ส่งชี้แจงแล้ว โปรดดึงกลับก่อนแนบหลักฐาน", "It has been sent. Please take it back before attaching.")
        if file is not None:
            made = evidence_actions.add_file(by=by, agency=agency, upload=file, fiscal_year=year, title=title)
        else:
            made = evidence_actions.add_link(by=by, agency=agency, url=url, title=title, fiscal_year=year)
        contest.evidence.add(made)
        _recorded(by, contest, EventKind.CONTEST_CHANGED, {}, {"evidence": made.title})
    return made


@transaction.atomic
def move_contest(*, by: Person, contest: Contest, to: ContestState, version: int, today: date) -> Contest:
    """Send a contest, or take it back, inside the window. Sending needs the reason to be written."""
    old = ContestState(contest.state)
    if (old, to) not in INSIDE_THE_WINDOW:
        raise refuse("ทำขั้นตอนนี้ไม่ได้ในสถานะปัจจุบัน", "This step is not possible in its present state.")
    demand(may_contest(window_for(contest.agency, contest.fiscal_year), today))
    demand(CONTEST.allows(old, to, reason=contest.reason))
    moved = _moved(contest, version, state=to, sent_on=today if to is ContestState.SENT else None)
    _recorded(by, moved, EventKind.CONTEST_CHANGED, {"state": old.value}, {"state": to.value})
    return moved


@transaction.atomic
def record_answer(
    *, by: Person, contest: Contest, to: ContestState, answer: str, score: Decimal | None, on: date, version: int
) -> Contest:
    """Record what the assessors answered; a changed score (0 to 100) goes into the result of the year.

    Raises Stale when somebody else wrote first; Refused for a contest that was not sent and for a score that is none.
    """
    old = ContestState(contest.state)
    demand(CONTEST.allows(old, to, reason=answer))
    after = ""
    if to is ContestState.ACCEPTED:
        after = f"{_sound(score, contest):f}"
        _into_result(by, contest, Decimal(after))
    moved = _moved(contest, version, state=to, answer=answer[:MOST_LETTERS], answered_on=on, score_after=after)
    values = {"state": to.value, "answer": moved.answer, "score_after": after}
    _recorded(by, moved, EventKind.CONTEST_ANSWERED, {"state": old.value}, values)
    return moved


@transaction.atomic
def reopen_contest(*, by: Person, contest: Contest, reason: str, version: int) -> Contest:
    """Take a wrongly recorded answer back, with the reason; a score that it had changed becomes what it was."""
    old = ContestState(contest.state)
    demand(CONTEST.allows(old, ContestState.SENT, reason=reason))
    if old is ContestState.ACCEPTED:
        _into_result(by, contest, Decimal(contest.score_before))
    moved = _moved(contest, version, state=ContestState.SENT, answer="", answered_on=None, score_after="")
    _recorded(by, moved, EventKind.CONTEST_ANSWERED, {"state": old.value}, {"state": moved.state}, reason=reason)
    return moved


@transaction.atomic
def set_days(*, by: Person, agency: Agency, fiscal_year: int, opens: date, closes: date) -> ContestDays:
    """Confirm the days on which contests are taken, from the announcement of the year."""
    demand(check_days(opens, closes))
    found = ContestDays.objects.of(agency).filter(fiscal_year=fiscal_year).first()
    before = _days(found) if found else {}
    days = found or ContestDays(agency=agency, fiscal_year=fiscal_year)
    days.opens, days.closes = opens, closes
    days.save()
    record(by=by, agency=agency, kind=EventKind.CONTEST_CHANGED, subject=days, before=before, after=_days(days))
    return days


def _begun(agency: Agency, fiscal_year: int, code: str, reason: str, version: int) -> Contest:
    if version:
        raise Stale
    framework, _provisional = framework_for(agency, fiscal_year)
    item, known = framework.item(code), results.known(agency, fiscal_year)
    if item is None or known is None or code not in contestable(known):
        raise refuse(
            f"รายการ {code[:10]} ได้คะแนนเต็มหรือยังไม่มีผล จึงไม่มีสิ่งที่ต้องชี้แจง",
            f"Item {code[:10]} has full points or no result, so there is nothing to contest.",
        )
    judged = known.items[code]
    try:
        with transaction.atomic():
            return Contest.objects.add(
                agency=agency,
                fiscal_year=fiscal_year,
                code=code,
                name=item.name[:300],
                score_before=f"{judged.score:f}",
                remark=judged.remark,
                reason=reason,
            )
    except IntegrityError:  # somebody else has just begun the same
        raise Stale from None


def _moved(contest: Contest, version: int, **values: Any) -> Contest:
    rows = Contest.objects.of(contest.agency_id).filter(pk=contest.pk, version=version)
    if not rows.update(version=F("version") + 1, **values):
        raise Stale
    contest.refresh_from_db()
    return contest


def _sound(score: Decimal | None, contest: Contest) -> Decimal:
    if score is None or not score.is_finite() or not 0 <= score <= 100:
        raise refuse("โปรดกรอกคะแนนใหม่ 0 ถึง 100", "Please enter the new score, 0 to 100.")
    if score <= Decimal(contest.score_before):
        raise refuse(
            "คะแนนใหม่ไม่สูงกว่าเดิม หากผู้ประเมินคงคะแนน โปรดเลือก “คงคะแนนเดิม”",
            "The new score is not higher. If the assessors left it as it was, please choose “Score stands”.",
        )
    return score


def _into_result(by: Person, contest: Contest, score: Decimal) -> None:
    """The item's new score into the result of the year, with what follows from it."""
    agency, year = contest.agency, contest.fiscal_year
    kept, known = results.result_of(agency, year), results.known(agency, year)
    if kept is None or known is None or contest.code not in known.items:
        raise refuse(
            f"ไม่มีผลของรายการ {contest.code} ในผลการประเมินปี {year} แล้ว โปรดกรอกผลก่อน",
            f"The result of {year} has no item {contest.code} any more. Please enter it first.",
        )
    framework, _provisional = framework_for(agency, year)
    changed: KnownResult = with_score(framework, known, contest.code, score, kind=agency.kind)
    assessments.record_known(by=by, agency=agency, known=changed, source=kept.source, version=kept.version)


def _recorded(
    by: Person, contest: Contest, kind: EventKind, before: dict[str, Any], after: dict[str, Any], reason: str = ""
) -> None:
    record(by=by, agency=contest.agency, kind=kind, subject=contest, before=before, after=after, reason=reason)


def _days(days: ContestDays) -> dict[str, str]:
    return {"opens": days.opens.isoformat(), "closes": days.closes.isoformat()}
