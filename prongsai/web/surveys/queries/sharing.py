"""How a survey is handed out: its address, its picture, and what is told of its one-time links."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Count, Max, Q
from django.urls import reverse

from prongsai.core.surveys.anonymity import told_of_links
from prongsai.core.surveys.answering import minutes
from prongsai.web.surveys.models import OneTimeLink, Survey
from prongsai.web.surveys.queries.surveys import newest_version, questionnaire_of

#: The most links of a batch: fifty pages of slips.
MOST_LINKS = 500


@dataclass(frozen=True, slots=True)
class Batch:
    """Links that were made together. ``used`` is at least how many of them were: in fives, never all."""

    number: int
    made: int
    used: int
    revoked: bool


def address_of(survey: Survey) -> str:
    """The whole address where the survey is answered."""
    return settings.SITE_URL + reverse("surveys:answer", args=[survey.code])


def link_address(survey: Survey, secret: str) -> str:
    """The whole address of a one-time link."""
    return settings.SITE_URL + reverse("surveys:answer_once", args=[survey.code, secret])


def batches_of(survey: Survey) -> list[Batch]:
    """The batches of links, the newest first."""
    rows = OneTimeLink.objects.of(survey.agency_id).filter(survey=survey).order_by().values("batch")
    counted = rows.annotate(
        made=Count("pk"), done=Count("pk", filter=Q(used=True)), living=Count("pk", filter=Q(revoked=False))
    ).order_by("-batch")
    return [
        Batch(row["batch"], row["made"], told_of_links(row["done"], row["made"]), not row["living"]) for row in counted
    ]


def next_batch(survey: Survey) -> int:
    """The number of the batch that is made next."""
    rows = OneTimeLink.objects.of(survey.agency_id).filter(survey=survey)
    return int(rows.aggregate(last=Max("batch"))["last"] or 0) + 1


def minutes_of(survey: Survey) -> int:
    """About how long answering takes."""
    return minutes(questionnaire_of(newest_version(survey)))
