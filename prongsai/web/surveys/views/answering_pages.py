"""What the answering views give back: the form, empty or filled in, and the short pages that only tell something."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from prongsai.core.surveys.answering import minutes
from prongsai.core.surveys.workflow import Door
from prongsai.web.site import clock
from prongsai.web.site.templatetags.thai import be_date
from prongsai.web.surveys.actions.answering import Outcome
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.pages import DrawnSection, draw
from prongsai.web.surveys.queries.answering import Thawed, door_of, link_by

TEMPLATES = "surveys/answering/"


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for: a survey by its code, through a one-time link or not, in a language."""

    code: str
    secret: str | None
    language: str

    @property
    def address(self) -> str:
        """Where the form is sent."""
        if self.secret is None:
            return reverse("surveys:answer", args=[self.code])
        return reverse("surveys:answer_once", args=[self.code, self.secret])


def empty_form(survey: Survey, form: Thawed, asked: Asked) -> HttpResponse:
    """The form before anything is filled in."""
    return _page(survey, form, asked, _blank(form, asked.language), {"key": new_key()})


def filled_form(
    survey: Survey, form: Thawed, asked: Asked, sections: Sequence[DrawnSection], status: int, more: dict[str, object]
) -> HttpResponse:
    """The form with what was filled in, and with ``more`` to say about it; ``key`` is among that."""
    faults = [question for part in sections for question in part.questions if question.fault]
    return _page(survey, form, asked, _drawn(sections), {"faults": faults, **more}, status=status)


def new_key() -> str:
    """The key of a form, by lot."""
    return secrets.token_urlsafe(18)


def not_now(survey: Survey, asked: Asked) -> HttpResponse | None:
    """Why no form is shown to somebody who comes with this address; None where one is."""
    if (stands := door_of(survey, clock.today())) is not Door.OPEN:
        return _CLOSED_DOORS[stands](survey)
    if asked.secret is None:
        return why_not(survey, Outcome.NO_LINK) if survey.one_time else None
    link = link_by(survey, asked.secret)
    if link is None:
        return nothing()
    return why_not(survey, Outcome.USED) if link.used else None


def why_not(survey: Survey, outcome: Outcome) -> HttpResponse:
    """The page of an answer that is not taken."""
    return _OUTCOMES[outcome](survey)


def nothing() -> HttpResponse:
    """There is no such survey, as far as a stranger may know."""
    words = _("Please look at the address again, or scan the picture once more.")
    return told(None, 404, _("There is no survey here"), words)


def told(survey: Survey | None, status: int, heading: str, words: str, **more: object) -> HttpResponse:
    """A short page that only tells something."""
    context = {"survey": survey, "heading": heading, "words": words, "language": get_language(), **more}
    return HttpResponse(render_to_string(TEMPLATES + "told.html", context), status=status)


def _not_yet(survey: Survey) -> HttpResponse:
    words = _("It opens on %(day)s. Please come again then.") % {"day": be_date(survey.opens_on)}
    return told(survey, 403, _("This survey is not open yet"), words)


def _over(survey: Survey) -> HttpResponse:
    words = _("Answers that arrived before are kept. Thank you for coming.")
    return told(survey, 410, _("This survey takes no more answers"), words)


def _used(survey: Survey) -> HttpResponse:
    words = _("Each link takes one answer, and this one has taken its own. Thank you.")
    return told(survey, 409, _("This link was answered already"), words)


def _no_link(survey: Survey) -> HttpResponse:
    words = _("Please use the link or the slip that you were given. Whoever handed it out can give you another.")
    return told(survey, 403, _("This survey is answered by a link of one's own"), words)


_OUTCOMES: dict[Outcome, Callable[[Survey], HttpResponse]] = {
    Outcome.CLOSED: _over,
    Outcome.USED: _used,
    Outcome.NO_LINK: _no_link,
}
_CLOSED_DOORS: dict[Door, Callable[[Survey], HttpResponse]] = {
    Door.NONE: lambda survey: nothing(),
    Door.NOT_YET: _not_yet,
    Door.OVER: _over,
}


def _page(
    survey: Survey,
    form: Thawed,
    asked: Asked,
    questions: SafeString,
    more: dict[str, object],
    *,
    status: int = 200,
) -> HttpResponse:
    whole = form.questionnaire
    context = {
        "survey": survey,
        "form": form,
        "address": asked.address,
        "secret": asked.secret,
        "language": asked.language,
        "title": whole.title,
        "introduction": whole.introduction,
        "from_memory": whole.from_memory,
        "count": sum(1 for _one in whole.questions),
        "minutes": minutes(whole),
        "branches": any(question.shown_if for question in whole.questions),
        "questions": questions,
        "send": _("Send the answers"),
    }
    return HttpResponse(render_to_string(TEMPLATES + "form.html", context | more), status=status)


@lru_cache(maxsize=64)
def _blank(form: Thawed, language: str) -> SafeString:
    """The questions of an empty form: the same for everybody, so they are drawn once in a process."""
    return _drawn(draw(form.questionnaire, lambda _field: (), {}))


def _drawn(sections: Sequence[DrawnSection]) -> SafeString:
    return mark_safe(render_to_string(TEMPLATES + "questions.html", {"sections": sections}))  # noqa: S308  # a template
