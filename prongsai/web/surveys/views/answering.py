"""The pages that are answered, by whoever has the address: no account, no script, no cookie.

The form carries a key of its own in place of a CSRF token. That a strange site could send this form is no danger:
nothing here is done in anybody's name, and whoever has the address may send it anyway.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.answering import take
from prongsai.core.surveys.workflow import Door
from prongsai.web.site import clock
from prongsai.web.site.access import public
from prongsai.web.surveys.actions.answering import Outcome, take_answer
from prongsai.web.surveys.pages import draw, style_of
from prongsai.web.surveys.queries.answering import Thawed, door_of, newest, survey_by, thawed
from prongsai.web.surveys.views.answering_pages import (
    Asked,
    empty_form,
    filled_form,
    new_key,
    not_now,
    nothing,
    told,
    why_not,
)

KEY = re.compile(r"[A-Za-z0-9_-]{16,64}")
VERSION = re.compile(r"[0-9]{1,4}")


@csrf_exempt
@public
def answer(request: HttpRequest, code: str, secret: str | None = None) -> HttpResponse:
    """The form, and where it is sent. The browser may keep it, so that going back loses nothing; nobody else may."""
    asked = Asked(code.lower(), secret and secret.lower(), _language(request))
    with translation.override(asked.language):
        response = _sent(request.POST, asked) if request.method == "POST" else _opened(asked)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@require_safe
@public
def thanks(request: HttpRequest, code: str) -> HttpResponse:
    """Where a form leads that was taken: to open it again sends nothing."""
    language = _language(request)
    with translation.override(language):
        survey = survey_by(code)
        stands = door_of(survey, clock.today())
        if survey is None or stands is Door.NONE:
            return nothing()
        again = f"{reverse('surveys:answer', args=[survey.code])}?lang={language}"
        following = again if stands is Door.OPEN and not survey.one_time else ""
        words = _("Nothing more is to be done; you may close this page.")
        return told(survey, 200, _("Thank you. Your answers have arrived."), words, thanks=True, next=following)


@require_safe
@public
def style(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """The style by which questions of a version appear when they are called for; it never changes."""
    form = thawed(code.lower(), number)
    if form is None:
        return HttpResponse(status=404)
    response = HttpResponse(style_of(form.questionnaire), content_type="text/css; charset=utf-8")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


def _language(request: HttpRequest) -> str:
    wanted = request.POST.get("to") or request.POST.get("lang") or request.GET.get("lang")
    return "en" if wanted == "en" else "th"


def _opened(asked: Asked) -> HttpResponse:
    """An empty form, or why there is none."""
    survey = survey_by(asked.code)
    if survey is None:
        return nothing()
    if (refusal := not_now(survey, asked)) is not None:
        return refusal
    form = newest(survey)
    return nothing() if form is None else empty_form(survey, form, asked)


def _sent(post: QueryDict, asked: Asked) -> HttpResponse:
    """Take the answer, or give the form back with everything that was filled in."""
    number, key = post.get("version", ""), post.get("key", "")
    form = thawed(asked.code, int(number)) if VERSION.fullmatch(number) else None
    if form is None:
        return _opened(asked)
    if "to" in post:
        return _again(form, asked, post, {}, 200, key=key)
    taken = take(form.questionnaire, post.getlist)
    if taken.faults:
        return _again(form, asked, post, taken.faults, 422, key=key)
    if not KEY.fullmatch(key):
        words = _("The form came without a part of it. What you answered is kept; please send it again.")
        return _again(form, asked, post, {}, 422, notice=words)
    today = clock.today()
    outcome = take_answer(by=None, form=form, answers=taken.answers, key=key, secret=asked.secret, today=today)
    if outcome is Outcome.TAKEN:
        return HttpResponseRedirect(f"{reverse('surveys:thanks', args=[asked.code])}?lang={asked.language}", status=303)
    if outcome is Outcome.OTHER:
        words = _(
            "This form was sent before, and those answers are kept. If you are the next person, send these as new."
        )
        return _again(form, asked, post, {}, 409, notice=words, again=_("Send as new answers"))
    survey = survey_by(asked.code)
    return nothing() if survey is None else not_now(survey, asked) or why_not(survey, outcome)


def _again(
    form: Thawed,
    asked: Asked,
    post: QueryDict,
    faults: Mapping[str, Sentence],
    status: int,
    *,
    key: str = "",
    **more: object,
) -> HttpResponse:
    """The form with what was filled in; with a new key where it had none, or one that is used up."""
    survey = survey_by(asked.code)
    if survey is None:
        return nothing()
    if (refusal := not_now(survey, asked)) is not None:
        return refusal
    sections = draw(form.questionnaire, post.getlist, faults)
    return filled_form(survey, form, asked, sections, status, {"key": key if KEY.fullmatch(key) else new_key(), **more})
