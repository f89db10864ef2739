"""Findings of the reviewer that somebody of the agency has accepted as they are, each with a reason."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from prongsai.web.agencies.scope import AgencyOwned


class AcceptedFinding(AgencyOwned):
    """One finding that is known and meant. ``fingerprint`` names it though lines and rows move (core/review)."""

    fiscal_year = models.PositiveIntegerField()
    fingerprint = models.CharField(max_length=16)
    code = models.CharField(max_length=10)
    what = models.TextField()  # the sentence that was accepted, in Thai
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("at", "id")
        constraints = (
            models.UniqueConstraint(fields=("agency", "fiscal_year", "fingerprint"), name="a_finding_accepted_once"),
        )

    class Privacy:
        public = ()
        internal = ("id", "agency", "fiscal_year", "fingerprint", "code", "what", "reason", "at")
        personal = ("by",)
        sealed = ()
        retention = "ten years"

    def __str__(self) -> str:
        return f"{self.code} {self.fingerprint}"
