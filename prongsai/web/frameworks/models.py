"""The agency's own framework files, and the secret address at which its calendar can be subscribed to."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from prongsai.web.agencies.scope import AgencyOwned


class OwnFramework(AgencyOwned):
    """A file of the agency's own: the rules of a year, or only what is different. A version is never changed.

    ``text`` is the file as it was brought, ``sha256`` that of the text. Of a year the newest that is not withdrawn
    counts.
    """

    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    file_name = models.CharField(max_length=300)
    withdrawn = models.BooleanField(default=False)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(auto_now_add=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("-year", "-version")
        constraints = (models.UniqueConstraint(fields=("agency", "year", "version"), name="own_framework_version"),)

    class Privacy:
        public = ("id", "agency", "year", "version", "text", "sha256")
        internal = ("file_name", "withdrawn", "added_at")
        personal = ("added_by",)
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return f"{self.year} v{self.version}"


class CalendarFeed(AgencyOwned):
    """The address of the agency's calendar for phones and office programs, ended by being revoked.

    Its secret is derived from the installation's key and ``salt`` and is not stored; ``secret_sha256`` finds the feed.
    """

    salt = models.CharField(max_length=64)
    secret_sha256 = models.CharField(max_length=64, unique=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("-made_at", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=("agency",), condition=models.Q(revoked_at=None), name="one_living_calendar_feed"
            ),
        )

    class Privacy:
        public = ()
        internal = ("id", "agency", "revoked_at", "made_at")
        personal = ("made_by",)
        sealed = ("salt", "secret_sha256")
        retention = "one year after it ended"

    def __str__(self) -> str:
        return f"{self.agency_id}"
