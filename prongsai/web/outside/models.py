"""One-time links: a division without accounts answers on a phone."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from prongsai.web.agencies.scope import AgencyOwned


class DivisionLink(AgencyOwned):
    """A link for one division and round, ended by date or by being revoked.

    Its secret is derived from the installation's key and ``salt`` and is not stored; ``secret_sha256`` finds the link.
    """

    division = models.ForeignKey("agencies.Division", on_delete=models.PROTECT, related_name="+")
    round = models.ForeignKey("measures.Round", on_delete=models.PROTECT, related_name="+")
    salt = models.CharField(max_length=64)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("-made_at", "-id")

    class Privacy:
        public = ()
        internal = ("id", "agency", "division", "round", "expires_at", "revoked_at", "last_used_at", "made_at")
        personal = ("made_by",)
        sealed = ("salt", "secret_sha256")
        retention = "one year after it ended"

    def __str__(self) -> str:
        return f"{self.division}"
