"""Evidence: files, photos and links that show that something was done."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


class Evidence(AgencyOwned):
    """One piece of evidence. It may serve many measures, disclosures and years; links to it are theirs.

    ``sha256`` is of the original bytes. A photo has a ``shown`` copy, re-encoded and without its location, and a
    ``small`` one of the same make.
    ``effective_on`` is the date from which it counts.
    """

    class Kind(models.TextChoices):
        FILE = "file", _("File")
        PHOTO = "photo", _("Photo")
        LINK = "link", _("Link")
        NOTHING = "nothing", _("Nothing to report")

    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=300)
    file = models.FileField(upload_to="evidence/", max_length=300, blank=True)
    shown = models.FileField(upload_to="evidence/", max_length=300, blank=True)
    small = models.FileField(upload_to="evidence/", max_length=300, blank=True)
    file_name = models.CharField(max_length=300, blank=True)
    content_type = models.CharField(max_length=100, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    url = models.URLField(max_length=2000, blank=True)
    page_or_quote = models.CharField(max_length=300, blank=True)
    effective_on = models.DateField(null=True, blank=True)
    fiscal_year = models.PositiveSmallIntegerField()
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_through = models.CharField(max_length=200, blank=True)
    added_at = models.DateTimeField(auto_now_add=True)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("-added_at", "-id")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(kind__in=("file", "photo"), sha256__gt="")
                | models.Q(kind="link", url__gt="")
                | models.Q(kind="nothing"),
                name="evidence_is_a_file_or_a_link",
            ),
        )

    class Privacy:
        public = ()
        internal = (
            "id", "agency", "kind", "title", "file", "shown", "small", "file_name", "content_type", "size", "sha256",
            "url", "page_or_quote", "effective_on", "fiscal_year", "added_at", "removed_at",
        )  # fmt: skip
        personal = ("added_by", "added_through")
        sealed = ()
        retention = "ten years, and as long as a snapshot holds its hash"

    def __str__(self) -> str:
        return self.title
