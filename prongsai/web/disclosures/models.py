"""Disclosures: what the agency shows the public for each item of the framework."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


class Disclosure(AgencyOwned):
    """What one agency shows for one item in one year. ``components`` and ``progress`` are lists of strings.

    ``text`` is what the public reads; ``tables`` are core.publication Tables as JSON, typed or pasted; ``sources`` are
    codes of content that the system itself has (sources.py), frozen when the item is published. ``answer`` is what is
    entered in ITAS: มี, ไม่มี, or nothing yet; ``explanation`` its คำอธิบาย. ``due_on`` is when it should be public.
    ``evidence_order`` are ids of evidence in the order in which they are shown; what is not among them comes last.
    ``changed_at`` is when that was last changed which the public would read. ``entered`` is what somebody typed into
    ITAS, ``entered_at`` and ``entered_by`` when and who; nothing while nobody has.
    """

    class Answer(models.TextChoices):
        NONE = "", _("Not answered yet")
        HAS = "has", _("Yes, there is")
        HAS_NOT = "has_not", _("No, there is not")

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
    text = models.TextField(blank=True)
    tables = models.JSONField(default=list, blank=True)
    sources = models.JSONField(default=list, blank=True)
    answer = models.CharField(max_length=8, choices=Answer.choices, blank=True, default=Answer.NONE)
    explanation = models.TextField(blank=True)
    due_on = models.DateField(null=True, blank=True)
    evidence = models.ManyToManyField("evidence.Evidence", related_name="disclosures", blank=True)
    evidence_order = models.JSONField(default=list, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    entered = models.JSONField(default=dict, blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    version = models.PositiveIntegerField(default=1)

    class Meta(AgencyOwned.Meta):
        ordering = ("fiscal_year", "order")
        constraints = (
            models.UniqueConstraint(fields=("agency", "fiscal_year", "code"), name="one_disclosure_an_item"),
        )

    class Privacy:
        public = (
            "id", "agency", "fiscal_year", "code", "order", "name", "sub_indicator", "subject", "components",
            "responsible", "division", "status", "progress", "text", "tables", "sources",
        )  # fmt: skip
        internal = (
            "version", "answer", "explanation", "due_on", "evidence_order", "changed_at", "entered", "entered_at",
        )  # fmt: skip
        personal = ("entered_by",)
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class Tick(AgencyOwned):
    """That a component of an item is shown, and where: a piece of evidence, or (null) the item's own text.

    ``component`` is the component's text, by which it is known over changes of their order; ``where`` narrows it down,
    such as “หน้า 3”.
    """

    disclosure = models.ForeignKey("disclosures.Disclosure", on_delete=models.CASCADE, related_name="ticks")
    component = models.CharField(max_length=1000)
    evidence = models.ForeignKey(
        "evidence.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="ticks"
    )
    where = models.CharField(max_length=300, blank=True)
    ticked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    ticked_at = models.DateTimeField()

    class Meta(AgencyOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("disclosure", "component"), name="one_tick_a_component"),)

    class Privacy:
        public = ("id", "agency", "disclosure", "component", "evidence", "where")
        internal = ("ticked_at",)
        personal = ("ticked_by",)
        sealed = ()
        retention = "as long as the item"


class EntryChoice(AgencyOwned):
    """Which addresses an agency enters in ITAS (core.disclosures.entry.Preference); without a row the portal's."""

    class Address(models.TextChoices):
        PORTAL = "portal", _("The page here, which never moves")
        OWN = "own", _("The links to the agency's own website")

    address = models.CharField(max_length=8, choices=Address.choices, default=Address.PORTAL)

    class Meta(AgencyOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("agency",), name="one_entry_choice_an_agency"),)

    class Privacy:
        public = ()
        internal = ("id", "agency", "address")
        personal = ()
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return self.get_address_display()
