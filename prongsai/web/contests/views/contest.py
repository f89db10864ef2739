"""One contest: what was judged, what the agency replies, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from prongsai.core.access.decision import Refused
from prongsai.core.access.permissions import Permission
from prongsai.core.contests.window import may_contest
from prongsai.core.contests.workflow import ContestState
from prongsai.web.agencies.queries import Seat
from prongsai.web.contests import actions, queries
from prongsai.web.contests.forms import AnswerForm, ContestForm, ReopenForm, StepForm
from prongsai.web.contests.models import Contest
from prongsai.web.site import clock
from prongsai.web.site.access import requires
from prongsai.web.site.bringing import LinkOrFileForm
from prongsai.web.site.refusals import Stale, said


@requires(Permission.SEE_AGENCY)
def detail(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """The item, and the contest of it; sending the form writes its draft."""
    desk = _desk(seat, year, code)
    if request.method != "POST":
        return _show(request, year, desk)
    if not desk.writes:
        raise PermissionDenied(desk.writes.why)
    form = ContestForm(request.POST, pieces=desk.pieces)
    if not form.is_valid():
        return _show(request, year, desk, form=form, status=422)
    values = form.cleaned_data
    try:
        actions.write_contest(
            by=seat.person,
            agency=seat.agency,
            fiscal_year=year,
            code=code,
            reason=values["reason"],
            evidence=values.get("evidence", []),
            version=values["version"],
            today=clock.today(),
        )
    except Stale:
        return _conflict(request, seat, year, code)
    except Refused as refusal:
        form.add_error(None, said(refusal.why))
        return _show(request, year, desk, form=form, status=422)
    messages.success(request, _("The draft has been saved. Send it when it is complete."))
    return redirect("contests:detail", seat.agency.slug, year, code)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def attach(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """A page or file more that the contest rests on."""
    desk, contest = _contest(seat, year, code)
    form = LinkOrFileForm(request.POST, request.FILES)
    if form.is_valid():
        values = form.cleaned_data
        try:
            actions.attach_evidence(
                by=seat.person, contest=contest, file=values["file"], url=values["url"], title=values["title"]
            )
        except Refused as refusal:
            form.add_error(None, said(refusal.why))
        else:
            messages.success(request, _("The evidence has been attached."))
            return redirect("contests:detail", seat.agency.slug, year, code)
    return _show(request, year, desk, piece_form=form, status=422)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def send(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """The draft is marked as sent to the assessors."""
    return _step(request, seat, year, code, ContestState.SENT, _("The contest is marked as sent."))


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def take_back(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """What was sent becomes a draft again."""
    return _step(request, seat, year, code, ContestState.DRAFT, _("The contest is a draft again."))


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def answer(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """What the assessors answered; a new score goes into the result."""
    desk, contest = _contest(seat, year, code)
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _show(request, year, desk, answer_form=form, status=422)
    values = form.cleaned_data

    def act() -> None:
        actions.record_answer(
            by=seat.person,
            contest=contest,
            to=ContestState(values["state"]),
            answer=values["answer"],
            score=values["score"],
            on=values["on"],
            version=values["version"],
        )

    return _done(request, seat, year, desk, act, _("The answer has been recorded."), answer_form=form)


@require_POST
@requires(Permission.EDIT_DISCLOSURE)
def reopen(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """A wrongly recorded answer is taken back."""
    desk, contest = _contest(seat, year, code)
    form = ReopenForm(request.POST)
    if not form.is_valid():
        return _show(request, year, desk, reopen_form=form, status=422)
    values = form.cleaned_data

    def act() -> None:
        actions.reopen_contest(by=seat.person, contest=contest, reason=values["reason"], version=values["version"])

    return _done(request, seat, year, desk, act, _("The recorded answer has been taken back."), reopen_form=form)


def _step(request: HttpRequest, seat: Seat, year: int, code: str, to: ContestState, done: str) -> HttpResponse:
    desk, contest = _contest(seat, year, code)
    form = StepForm(request.POST)
    if not form.is_valid():
        return _show(request, year, desk, step_form=form, status=422)

    def act() -> None:
        version = form.cleaned_data["version"]
        actions.move_contest(by=seat.person, contest=contest, to=to, version=version, today=clock.today())

    return _done(request, seat, year, desk, act, done, step_form=form)


def _done(
    request: HttpRequest, seat: Seat, year: int, desk: queries.Desk, act: Callable[[], None], done: str, **form: Any
) -> HttpResponse:
    """Do it and go back to the page; a refusal stands in the form, another writer's change is told."""
    try:
        act()
    except Stale:
        messages.error(request, _("Somebody has changed this meanwhile. Please look at it and do it once more."))
    except Refused as refusal:
        next(iter(form.values())).add_error(None, said(refusal.why))
        return _show(request, year, desk, status=422, **form)
    else:
        messages.success(request, done)
    return redirect("contests:detail", seat.agency.slug, year, desk.line.code)


def _show(request: HttpRequest, year: int, desk: queries.Desk, status: int = 200, **more: Any) -> HttpResponse:
    contest = desk.line.contest
    version = contest.version if contest else 0
    inside = may_contest(desk.window, clock.today())
    initial = {
        "reason": contest.reason if contest else "",
        "evidence": [piece.pk for piece in (desk.chosen if contest else desk.submitted)],
        "version": version,
    }
    context = {
        "year": year,
        "line": desk.line,
        "contest": contest,
        "window": desk.window,
        "decision": inside if desk.writes else desk.writes,
        "may_write": bool(desk.writes),
        "evidence": desk.chosen,
        "form": ContestForm(initial=initial, pieces=desk.pieces),
        "piece_form": LinkOrFileForm(),
        "answer_form": AnswerForm(initial={"version": version, "on": clock.today()}, auto_id="id_answer_%s"),
        "reopen_form": ReopenForm(initial={"version": version}, auto_id="id_reopen_%s"),
        **more,
    }
    return render(request, "contests/detail.html", context, status=status)


def _conflict(request: HttpRequest, seat: Seat, year: int, code: str) -> HttpResponse:
    """What was written stays in the form, with the newest version under it; theirs stands above."""
    newest = _desk(seat, year, code)
    contest = newest.line.contest
    data = request.POST.copy()
    data["version"] = str(contest.version if contest else 0)
    form = ContestForm(data, pieces=newest.pieces)
    theirs = contest.reason if contest else ""
    rows = [{"label": _("Reason"), "theirs": theirs, "yours": request.POST.get("reason", "")}]
    return _show(request, year, newest, form=form, conflict=rows, status=409)


def _desk(seat: Seat, year: int, code: str) -> queries.Desk:
    found = queries.desk_for(seat, year, code)
    if found is None:
        raise Http404
    return found


def _contest(seat: Seat, year: int, code: str) -> tuple[queries.Desk, Contest]:
    """The contest of an item for somebody who may write it: 404 where none was begun, 403 for another's item."""
    desk = _desk(seat, year, code)
    if desk.line.contest is None:
        raise Http404
    if not desk.writes:
        raise PermissionDenied(desk.writes.why)
    return desk, desk.line.contest
