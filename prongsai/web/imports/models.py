"""Reports brought in: the file, its pages as they are read, what a person corrected, and what it became."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.core.reports.reading import Reading
from prongsai.core.reports.reading_json import to_json
from prongsai.documents.readers.kinds import FileKind
from prongsai.web.agencies.scope import AgencyOwned


def nothing_read() -> dict[str, object]:
    """The Reading of a file that has not been read yet."""
    return to_json(Reading())


class ReportImport(AgencyOwned):
    """One report brought in. ``reading`` is the Reading as JSON, corrected by hand; ``places`` where values stand.

    ``regions`` ([line, column or 0, page, left, top, right, bottom]) and ``doubtful`` ([path, text, confidence, line,
    column or 0, page, left, top, right, bottom]) are of pages read as pictures; edges are parts of the page, 0 to 1.
    ``made`` lists what accepting made (model label to ids), so that it can be undone as long as nothing stands on it.
    """

    class State(models.TextChoices):
        READING = "reading", _("Being read")
        STOPPED = "stopped", _("Reading was stopped")
        FAILED = "failed", _("Could not be read")
        READ = "read", _("Waiting to be checked")
        ACCEPTED = "accepted", _("Accepted")
        UNDONE = "undone", _("Undone")

    #: The states in which there is a Reading to look at.
    READABLE = (State.READ, State.ACCEPTED, State.UNDONE)

    file_name = models.CharField(max_length=300)
    file = models.FileField(upload_to="imports/", max_length=300)
    sha256 = models.CharField(max_length=64)
    kind = models.CharField(
        max_length=10, default=FileKind.TEXT, choices=[(kind.value, kind.value) for kind in FileKind]
    )
    page_count = models.PositiveIntegerField(default=0)
    problem = models.JSONField(default=dict, blank=True)  # why it could not be read: th, en
    source_lines = models.JSONField(default=list)
    reading = models.JSONField(default=nothing_read)
    places = models.JSONField(default=dict)
    regions = models.JSONField(default=list)
    doubtful = models.JSONField(default=list)
    corrected = models.JSONField(default=list)  # paths that a person has changed or confirmed
    state = models.CharField(max_length=10, choices=State.choices, default=State.READ)
    plan = models.ForeignKey("measures.Plan", null=True, blank=True, on_delete=models.PROTECT, related_name="imports")
    made = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("-at", "-id")

    class Privacy:
        public = ()
        internal = (
            "id", "agency", "file_name", "file", "sha256", "kind", "page_count", "problem", "source_lines", "reading",
            "places", "regions", "doubtful", "corrected", "state", "plan", "made", "version", "at",
        )  # fmt: skip
        personal = ("by",)
        sealed = ()
        retention = "ten years"

    def __str__(self) -> str:
        return self.file_name


class ImportPage(AgencyOwned):
    """One page of a file that is read page by page: what was made of it, or why it was lost (th, en)."""

    report_import = models.ForeignKey("imports.ReportImport", on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    source = models.JSONField(default=dict)
    lost = models.JSONField(default=dict, blank=True)
    picture = models.FileField(upload_to="imports/pages/", max_length=300, blank=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("report_import", "number"), name="one_row_a_page"),)

    class Privacy:
        public = ()
        internal = ("id", "agency", "report_import", "number", "source", "lost", "picture")
        personal = ()
        sealed = ()
        retention = "ten years"

    def __str__(self) -> str:
        return f"{self.report_import_id}/{self.number}"
