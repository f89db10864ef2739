"""Contests: the agency's right of reply on the result of an item."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


class Contest(AgencyOwned):
    """What the agency replies on one item's result in one year.

    ``score_before`` and ``score_after`` are decimal strings, 0 to 100; the latter empty until it was answered. ``name``
    and ``remark`` are what the list of the year and the assessor said when the contest was begun.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft of a contest")
        SENT = "sent", _("Sent to the assessors")
        ACCEPTED = "accepted", _("Score changed")
        REJECTED = "rejected", _("Score stands")

    fiscal_year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=4)
    name = models.CharField(max_length=300)
    score_before = models.CharField(max_length=10)
    remark = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    evidence = models.ManyToManyField("evidence.Evidence", related_name="contests", blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    sent_on = models.DateField(null=True, blank=True)
    answered_on = models.DateField(null=True, blank=True)
    answer = models.TextField(blank=True)
    score_after = models.CharField(max_length=10, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(AgencyOwned.Meta):
        ordering = ("fiscal_year", "id")
        constraints = (models.UniqueConstraint(fields=("agency", "fiscal_year", "code"), name="one_contest_an_item"),)

    class Privacy:
        public = ()
        internal = (
            "id", "agency", "fiscal_year", "code", "name", "score_before", "remark", "reason", "state",
            "sent_on", "answered_on", "answer", "score_after", "version",
        )  # fmt: skip
        personal = ()
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class ContestDays(AgencyOwned):
    """The days on which contests are taken, as the agency confirmed them from the announcement of the year."""

    fiscal_year = models.PositiveSmallIntegerField()
    opens = models.DateField()
    closes = models.DateField()

    class Meta(AgencyOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("agency", "fiscal_year"), name="contest_days_once_a_year"),
            models.CheckConstraint(condition=models.Q(closes__gte=models.F("opens")), name="contest_days_in_order"),
        )

    class Privacy:
        public = ()
        internal = ("id", "agency", "fiscal_year", "opens", "closes")
        personal = ()
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return f"{self.fiscal_year}"
