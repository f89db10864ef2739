"""Disclosures: what the agency shows the public for each item of the framework."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


class Disclosure(AgencyOwned):
    """What one agency shows for one item in one year. ``components`` and ``progress`` are lists of strings."""

    class Status(models.TextChoices):
        NOT_STARTED = "not_started", _("Not started")
        IN_PROGRESS = "in_progress", _("In progress")
        DONE = "done", _("Done")

    fiscal_year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=4)
    order = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    sub_indicator = models.CharField(max_length=5, blank=True)
    subject = models.CharField(max_length=60, blank=True)
    components = models.JSONField(default=list, blank=True)
    responsible = models.JSONField(default=list, blank=True)
    division = models.ForeignKey(
        "agencies.Division", null=True, blank=True, on_delete=models.PROTECT, related_name="disclosures"
    )
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.NOT_STARTED)
    progress = models.JSONField(default=list, blank=True)
    evidence = models.ManyToManyField("evidence.Evidence", related_name="disclosures", blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(AgencyOwned.Meta):
        ordering = ("fiscal_year", "order")
        constraints = (
            models.UniqueConstraint(fields=("agency", "fiscal_year", "code"), name="one_disclosure_an_item"),
        )

    class Privacy:
        public = (
            "id", "agency", "fiscal_year", "code", "order", "name", "sub_indicator", "subject", "components",
            "responsible", "division", "status", "progress",
        )  # fmt: skip
        internal = ("version",)
        personal = ()
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return f"{self.code} {self.name}"
