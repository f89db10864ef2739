"""Reports brought in: the file, what was read in it, what a person corrected, and what it became."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


class ReportImport(AgencyOwned):
    """One report brought in. ``reading`` is the Reading as JSON, corrected by hand; ``places`` where values stand.

    ``made`` lists what accepting made (model label to ids), so that it can be undone as long as nothing stands on it.
    """

    class State(models.TextChoices):
        READ = "read", _("Waiting to be checked")
        ACCEPTED = "accepted", _("Accepted")
        UNDONE = "undone", _("Undone")

    file_name = models.CharField(max_length=300)
    file = models.FileField(upload_to="imports/", max_length=300)
    sha256 = models.CharField(max_length=64)
    source_lines = models.JSONField(default=list)
    reading = models.JSONField()
    places = models.JSONField(default=dict)
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
            "id", "agency", "file_name", "file", "sha256", "source_lines", "reading", "places", "corrected", "state",
            "plan", "made", "version", "at",
        )  # fmt: skip
        personal = ("by",)
        sealed = ()
        retention = "ten years"

    def __str__(self) -> str:
        return self.file_name
