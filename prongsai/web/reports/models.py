"""The official report: its memo, the chain that signs it, the frozen snapshots, and the documents made of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


class OwnForm(AgencyOwned):
    """A form of the agency's own, as YAML. A version never changes once it is kept: signed papers rest on it.

    It was brought as that text, or found in a Word report, whose ``file`` then is what documents are written into;
    ``found`` is what the person was shown of it (see own_papers.py). One that is not ``kept`` yet waits for a name.
    """

    form = models.CharField(max_length=60)  # its id, which no shipped form has
    number = models.PositiveSmallIntegerField()  # its version
    text = models.TextField()
    file = models.FileField(upload_to="forms/", max_length=300, blank=True)
    file_name = models.CharField(max_length=300, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)  # of the file; the text names it too, and so its hash does
    found = models.JSONField(default=dict)
    kept = models.BooleanField(default=True)
    withdrawn = models.BooleanField(default=False)  # no new report takes it
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("form", "-number")
        constraints = (
            models.UniqueConstraint(fields=("agency", "form", "number"), name="form_version"),
            models.CheckConstraint(
                condition=models.Q(file="", sha256="") | (~models.Q(file="") & ~models.Q(sha256="")),
                name="form_file_has_its_hash",
            ),
        )

    class Privacy:
        public = ("id", "agency", "form", "number", "text", "sha256")
        internal = ("file", "file_name", "found", "kept", "withdrawn", "added_at")
        personal = ("added_by",)
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return f"{self.form} v{self.number}"


class Report(AgencyOwned):
    """A report of progress on a round, or the analysis of the result of ``result_year`` with the measures of a plan.

    ``memo`` holds office, number, date, subject, to, body. States: core.reports.workflow.
    """

    class Kind(models.TextChoices):
        PROGRESS = "progress", _("Report of progress")
        ANALYSIS = "analysis", _("Analysis of a result")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft")
        SUBMITTED = "submitted", _("In the chain")
        ACKNOWLEDGED = "acknowledged", _("Acknowledged")

    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.PROGRESS)
    plan = models.ForeignKey("measures.Plan", on_delete=models.PROTECT, related_name="reports")
    round = models.ForeignKey("measures.Round", null=True, blank=True, on_delete=models.PROTECT, related_name="reports")
    result_year = models.PositiveSmallIntegerField(null=True, blank=True)  # Buddhist era
    form = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    memo = models.JSONField(default=dict)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(AgencyOwned.Meta):
        ordering = ("-created_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind="progress", round__isnull=False, result_year=None)
                | models.Q(kind="analysis", round=None, result_year__isnull=False),
                name="report_is_on_a_round_or_a_result",
            ),
        )

    class Privacy:
        public = ("id", "agency", "kind", "plan", "round", "result_year", "form", "title", "state")
        internal = ("memo", "created_at", "version")
        personal = ("created_by",)
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return self.title

    @property
    def is_analysis(self) -> bool:
        """Whether it is the analysis of a result."""
        return self.kind == self.Kind.ANALYSIS


class ChainPlace(AgencyOwned):
    """One place in a report's chain: whose turn it is is the first place without a decision on the newest snapshot."""

    report = models.ForeignKey("reports.Report", on_delete=models.CASCADE, related_name="chain")
    order = models.PositiveSmallIntegerField()
    position = models.CharField(max_length=200)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    last = models.BooleanField(default=False)  # the last one acknowledges, the others endorse

    class Meta(AgencyOwned.Meta):
        ordering = ("order",)
        constraints = (
            models.UniqueConstraint(fields=("report", "order"), name="chain_order"),
            models.UniqueConstraint(fields=("report", "person"), name="once_in_a_chain"),
        )

    class Privacy:
        public = ("id", "agency", "report", "order", "position", "last")
        internal = ()
        personal = ("person",)
        sealed = ()
        retention = "as long as the report"

    def __str__(self) -> str:
        return self.position


class Snapshot(AgencyOwned):
    """What was submitted, frozen: canonical JSON and its hash, of which layouts, which writer, with which evidence."""

    report = models.ForeignKey("reports.Report", on_delete=models.PROTECT, related_name="snapshots")
    number = models.PositiveSmallIntegerField()
    schema = models.PositiveSmallIntegerField(default=1)
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    form_sha256 = models.CharField(max_length=64)
    writer = models.CharField(max_length=40)
    evidence = models.JSONField(default=list)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta(AgencyOwned.Meta):
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("report", "number"), name="snapshot_number"),)

    class Privacy:
        public = ("id", "agency", "report", "number", "schema", "content", "sha256", "form_sha256", "writer", "made_at")
        internal = ("evidence",)
        personal = ("made_by",)
        sealed = ()
        retention = "as long as the report"

    def __str__(self) -> str:
        return f"{self.report} v{self.number}"


class SignOff(AgencyOwned):
    """A decision of one place in the chain on one snapshot, on screen or by the scan of the signed paper."""

    class Decision(models.TextChoices):
        ENDORSED = "endorsed", _("Endorsed")
        RETURNED = "returned", _("Returned")
        ACKNOWLEDGED = "acknowledged", _("Acknowledged")

    class Acting(models.TextChoices):
        SELF = "", _("In person")
        ON_BEHALF = "on_behalf", _("On behalf of the holder of the post")
        ACTING = "acting", _("Acting for the holder of the post")

    snapshot = models.ForeignKey("reports.Snapshot", on_delete=models.PROTECT, related_name="sign_offs")
    order = models.PositiveSmallIntegerField()  # the place in the chain as it was then
    decision = models.CharField(max_length=12, choices=Decision.choices)
    opinion = models.TextField(blank=True)
    name = models.CharField(max_length=200)
    position = models.CharField(max_length=200)
    acting = models.CharField(max_length=10, choices=Acting.choices, blank=True)
    signed_on = models.DateField()
    scan = models.ForeignKey("evidence.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta(AgencyOwned.Meta):
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("snapshot", "order"), name="one_decision_a_place"),
            models.CheckConstraint(
                condition=~models.Q(decision="returned") | models.Q(opinion__gt=""), name="return_has_a_reason"
            ),
        )

    class Privacy:
        public = ("id", "agency", "snapshot", "order", "decision", "name", "position", "acting", "signed_on")
        internal = ("opinion", "at", "scan")
        personal = ("by",)
        sealed = ()
        retention = "as long as the report"

    def __str__(self) -> str:
        return f"{self.position}: {self.get_decision_display()}"


class Document(AgencyOwned):
    """A document made of a snapshot. ``state`` tells whether the background has made it yet."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Being made")
        READY = "ready", _("Ready")
        FAILED = "failed", _("Failed")

    snapshot = models.ForeignKey("reports.Snapshot", on_delete=models.PROTECT, related_name="documents")
    format = models.CharField(max_length=5)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    signatures = models.PositiveSmallIntegerField(default=0)  # how many sign-offs it shows; more make it stale
    file = models.FileField(upload_to="documents/", max_length=300, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    problem = models.TextField(blank=True)
    made_at = models.DateTimeField(null=True, blank=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("format", "id")
        constraints = (
            models.UniqueConstraint(fields=("snapshot", "format", "signatures"), name="one_document_a_format"),
        )

    class Privacy:
        public = ("id", "agency", "snapshot", "format", "sha256", "size", "made_at")
        internal = ("state", "file", "problem", "signatures")
        personal = ()
        sealed = ()
        retention = "as long as the snapshot"

    def __str__(self) -> str:
        return f"{self.snapshot}.{self.format}"
