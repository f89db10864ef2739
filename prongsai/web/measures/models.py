"""The plan of a year, its measures with steps and responsible units, and the progress that divisions record."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


class Plan(AgencyOwned):
    """The measures of one agency in one fiscal year (Buddhist era). See core.measures.workflow for its states."""

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        APPROVED = "approved", _("Approved")
        CLOSED = "closed", _("Closed")

    fiscal_year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_at = models.DateTimeField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("-fiscal_year",)
        constraints = (
            models.UniqueConstraint(fields=("agency", "fiscal_year"), name="one_plan_a_year"),
            models.CheckConstraint(
                condition=models.Q(state="draft", approved_at=None)
                | (~models.Q(state="draft") & models.Q(approved_at__isnull=False)),
                name="approved_has_a_moment",
            ),
        )

    class Privacy:
        public = ("id", "agency", "fiscal_year", "state", "approved_at")
        internal = ("version", "created_at")
        personal = ("approved_by",)
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return f"แผน {self.fiscal_year}"


class Measure(AgencyOwned):
    """One measure of a plan. ``period`` is kept as written; ``starts_on`` and ``ends_on`` are the dates made of it.

    ``version`` counts writes: a second writer who read an older one is told. ``removed_at`` takes it out of the plan
    and keeps the history.
    """

    class Status(models.TextChoices):
        NOT_STARTED = "not_started", _("Not started")
        IN_PROGRESS = "in_progress", _("In progress")
        DONE = "done", _("Done")

    plan = models.ForeignKey("measures.Plan", on_delete=models.PROTECT, related_name="measures")
    order = models.PositiveSmallIntegerField(default=0)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    indicator = models.PositiveSmallIntegerField(null=True, blank=True)
    title = models.TextField()
    period = models.CharField(max_length=200, blank=True)
    starts_on = models.DateField(null=True, blank=True)
    ends_on = models.DateField(null=True, blank=True)
    monitoring = models.JSONField(default=list, blank=True)
    outcome = models.JSONField(default=list, blank=True)
    suggestion = models.TextField(blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.NOT_STARTED)
    carried_from = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    search_text = models.TextField(blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("order", "id")
        indexes = (models.Index(fields=("plan", "order", "id"), name="measure_in_plan"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(indicator=None) | models.Q(indicator__range=(1, 10)), name="indicator_1_to_10"
            ),
            models.CheckConstraint(
                condition=models.Q(starts_on=None, ends_on=None)
                | models.Q(starts_on__isnull=False, ends_on__gte=models.F("starts_on")),
                name="period_has_both_dates_or_none",
            ),
        )

    class Privacy:
        public = (
            "id", "agency", "plan", "order", "number", "indicator", "title", "period", "starts_on", "ends_on",
            "monitoring", "outcome", "suggestion", "status", "carried_from",
        )  # fmt: skip
        internal = ("version", "search_text", "removed_at")
        personal = ()
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return self.title


class Step(AgencyOwned):
    """One step of a measure's procedure, in order."""

    measure = models.ForeignKey("measures.Measure", on_delete=models.CASCADE, related_name="steps")
    order = models.PositiveSmallIntegerField()
    text = models.TextField()

    class Meta(AgencyOwned.Meta):
        ordering = ("order", "id")
        constraints = (models.UniqueConstraint(fields=("measure", "order"), name="step_order"),)

    class Privacy:
        public = ("id", "agency", "measure", "order", "text")
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the measure"

    def __str__(self) -> str:
        return self.text


class Responsible(AgencyOwned):
    """Who is responsible, lead first: the words as written, and whom they mean: a known division, or ``everyone``."""

    measure = models.ForeignKey("measures.Measure", on_delete=models.CASCADE, related_name="responsibles")
    order = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=300)
    division = models.ForeignKey(
        "agencies.Division", null=True, blank=True, on_delete=models.PROTECT, related_name="responsibilities"
    )
    everyone = models.BooleanField(default=False)

    class Meta(AgencyOwned.Meta):
        ordering = ("order", "id")
        constraints = (models.UniqueConstraint(fields=("measure", "order"), name="responsible_order"),)

    class Privacy:
        public = ("id", "agency", "measure", "order", "text", "division", "everyone")
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the measure"

    def __str__(self) -> str:
        return self.text


class Progress(AgencyOwned):
    """What was done, on a date, by whom. Never changed: a correction is a newer entry that ``replaces`` it."""

    measure = models.ForeignKey("measures.Measure", on_delete=models.PROTECT, related_name="progress")
    step = models.ForeignKey("measures.Step", null=True, blank=True, on_delete=models.SET_NULL, related_name="progress")
    on = models.DateField()
    text = models.TextField()
    status = models.CharField(max_length=12, choices=Measure.Status.choices)
    division = models.ForeignKey(
        "agencies.Division", null=True, blank=True, on_delete=models.PROTECT, related_name="progress"
    )
    evidence = models.ManyToManyField("evidence.Evidence", related_name="progress", blank=True)
    replaces = models.OneToOneField("self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    through = models.CharField(max_length=200, blank=True)
    key = models.UUIDField(null=True, blank=True)  # of the form that was sent: a form sent twice is kept once
    at = models.DateTimeField(auto_now_add=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("-on", "-id")
        constraints = (models.UniqueConstraint(fields=("agency", "key"), name="progress_sent_once"),)

    class Privacy:
        public = ("id", "agency", "measure", "step", "on", "text", "status", "division")
        internal = ("replaces", "key", "at")
        personal = ("by", "through")
        sealed = ()
        retention = "as long as the measure"

    def __str__(self) -> str:
        return self.text


class Comment(AgencyOwned):
    """A remark beside a measure, seen only inside the agency."""

    measure = models.ForeignKey("measures.Measure", on_delete=models.CASCADE, related_name="comments")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    text = models.TextField()

    class Meta(AgencyOwned.Meta):
        ordering = ("at", "id")

    class Privacy:
        public = ()
        internal = ("id", "agency", "measure", "at", "text")
        personal = ("by",)
        sealed = ()
        retention = "as long as the measure"

    def __str__(self) -> str:
        return self.text


class Round(AgencyOwned):
    """A time of reporting of a fiscal year: divisions write while it collects; the lock ends that."""

    class Kind(models.TextChoices):
        SIX_MONTHS = "six_months", _("Six months (October–March)")
        SECOND_HALF = "second_half", _("Second half (April–September)")
        YEARLY = "yearly", _("Whole year")

    plan = models.ForeignKey("measures.Plan", on_delete=models.PROTECT, related_name="rounds")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    due_on = models.DateField()
    opened_at = models.DateTimeField(auto_now_add=True)
    locked_at = models.DateTimeField(null=True, blank=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("due_on", "id")
        constraints = (models.UniqueConstraint(fields=("plan", "kind"), name="one_round_of_a_kind"),)

    class Privacy:
        public = ("id", "agency", "plan", "kind", "due_on")
        internal = ("opened_at", "locked_at")
        personal = ()
        sealed = ()
        retention = "as long as the plan"

    def __str__(self) -> str:
        return str(self.get_kind_display())


class RoundException(AgencyOwned):
    """Leave for one division to write after the lock, until a day, with a reason."""

    round = models.ForeignKey("measures.Round", on_delete=models.CASCADE, related_name="exceptions")
    division = models.ForeignKey("agencies.Division", on_delete=models.PROTECT, related_name="+")
    until = models.DateField()
    reason = models.TextField()

    class Meta(AgencyOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("round", "division"), name="one_exception_a_division"),)

    class Privacy:
        public = ()
        internal = ("id", "agency", "round", "division", "until", "reason")
        personal = ()
        sealed = ()
        retention = "as long as the plan"

    def __str__(self) -> str:
        return self.reason
