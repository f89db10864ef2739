"""What an agency has published: frozen copies made by an act, every version of them, and what was withdrawn.

The public pages read these rows and no others. Nothing of them is ever changed, but the title by which lists show a
publication, which is that of its newest edition.
"""

from __future__ import annotations

from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned, AgencyScope
from prongsai.web.audit.kept import Kept, KeptScope

M = TypeVar("M", bound=models.Model)


class OpenScope(AgencyScope[M]):
    """Rows that everybody may read may also be read over all agencies: by the directory and the open data."""

    def everywhere(self) -> models.QuerySet[M]:
        """The rows of all agencies."""
        return models.Manager.get_queryset(self)


class KeptOpenScope(KeptScope[M], OpenScope[M]):
    """The same of rows that are never changed."""


class Shelf(AgencyOwned):
    """One an agency: counts its acts, so that whatever was made of the publications knows when it is out of date."""

    objects: ClassVar[OpenScope[Self]] = OpenScope()

    generation = models.PositiveBigIntegerField(default=1)
    changed_at = models.DateTimeField()

    class Meta(AgencyOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("agency",), name="one_shelf_an_agency"),)

    class Privacy:
        public = ("id", "agency", "generation", "changed_at")
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the agency"


class Publication(AgencyOwned):
    """One thing at one public address, /<agency>/<year>/<code>, which stays for ever. Its words are in its editions."""

    class Kind(models.TextChoices):
        DISCLOSURE = "disclosure", _("Disclosure")
        PLAN = "plan", _("Plan of measures")
        REPORT = "report", _("Report")
        SCORES = "scores", _("Assessment results")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    fiscal_year = models.PositiveSmallIntegerField()
    code = models.SlugField(max_length=60)  # lower case: o12, plan, report-3, scores
    title = models.CharField(max_length=300)
    group = models.CharField(max_length=300, blank=True)
    subject = models.CharField(max_length=60, blank=True)
    order = models.PositiveIntegerField(default=0)

    objects: ClassVar[OpenScope[Self]] = OpenScope()

    class Meta(AgencyOwned.Meta):
        ordering = ("fiscal_year", "order", "id")
        constraints = (
            models.UniqueConstraint(fields=("agency", "fiscal_year", "code"), name="one_publication_an_address"),
        )

    class Privacy:
        public = ("id", "agency", "kind", "fiscal_year", "code", "title", "group", "subject", "order")
        internal = ()
        personal = ()
        sealed = ()
        retention = "for ever: it was public"

    def __str__(self) -> str:
        return self.title


class Edition(Kept):
    """A version as it was published: canonical JSON (core.publication) and its hash; ``reason`` is of a correction."""

    publication = models.ForeignKey("published.Publication", on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    schema = models.PositiveSmallIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    reason = models.TextField(blank=True)
    published_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()

    objects: ClassVar[KeptOpenScope[Self]] = KeptOpenScope()

    class Meta(Kept.Meta):
        ordering = ("-number",)
        constraints = (
            models.UniqueConstraint(fields=("publication", "number"), name="edition_number"),
            models.CheckConstraint(condition=models.Q(number=1) | ~models.Q(reason=""), name="correction_has_a_reason"),
        )

    class Privacy:
        public = ("id", "agency", "publication", "number", "schema", "content", "sha256", "reason", "published_at")
        internal = ()
        personal = ("published_by",)
        sealed = ()
        retention = "for ever: it was public"


class Withdrawal(Kept):
    """That an edition is no longer shown: its address tells when and why. A publication goes with its newest."""

    edition = models.OneToOneField("published.Edition", on_delete=models.PROTECT, related_name="withdrawal")
    reason = models.TextField()
    withdrawn_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField()

    objects: ClassVar[KeptOpenScope[Self]] = KeptOpenScope()

    class Meta(Kept.Meta):
        constraints = (models.CheckConstraint(condition=~models.Q(reason=""), name="withdrawal_has_a_reason"),)

    class Privacy:
        public = ("id", "agency", "edition", "reason", "withdrawn_at")
        internal = ()
        personal = ("withdrawn_by",)
        sealed = ()
        retention = "for ever: it was public"


class PublishedFile(Kept):
    """A copy of a file as it was published, shared by the editions that show the same bytes under the same name.

    ``key`` stands in its address and cannot be guessed.
    """

    key = models.CharField(max_length=32, unique=True)
    name = models.CharField(max_length=300)
    content_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    file = models.FileField(upload_to="published/", max_length=300)

    class Meta(Kept.Meta):
        indexes = (models.Index(fields=("agency", "sha256"), name="published_file_hash"),)

    class Privacy:
        public = ("id", "agency", "key", "name", "content_type", "size", "sha256", "file")
        internal = ()
        personal = ()
        sealed = ()
        retention = "for ever: it was public"

    def __str__(self) -> str:
        return self.name


class Attachment(Kept):
    """That an edition shows a file, in which place of its list (from 0, as in the content's ``files``)."""

    edition = models.ForeignKey("published.Edition", on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey("published.PublishedFile", on_delete=models.PROTECT, related_name="attachments")
    order = models.PositiveSmallIntegerField()

    objects: ClassVar[KeptOpenScope[Self]] = KeptOpenScope()

    class Meta(Kept.Meta):
        ordering = ("order",)
        constraints = (models.UniqueConstraint(fields=("edition", "order"), name="attachment_order"),)

    class Privacy:
        public = ("id", "agency", "edition", "file", "order")
        internal = ()
        personal = ()
        sealed = ()
        retention = "for ever: it was public"


class FileText(AgencyOwned):
    """What a published file says, for the search: mended (core.search), empty where it has no text or was not read."""

    file = models.OneToOneField("published.PublishedFile", on_delete=models.CASCADE, related_name="said")
    text = models.TextField(blank=True)

    class Privacy:
        public = ("id", "agency", "file", "text")
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the file is public"


class Searchable(AgencyOwned):
    """The words of a publication's newest edition, folded (core.search): only what is public now has a row.

    ``scope`` is the agency in three letters of private use: one token of SQLite's index, so that a search of one agency
    passes over the words of the others.
    """

    objects: ClassVar[OpenScope[Self]] = OpenScope()

    publication = models.OneToOneField("published.Publication", on_delete=models.CASCADE, related_name="searchable")
    edition = models.ForeignKey("published.Edition", on_delete=models.CASCADE, related_name="+")
    fiscal_year = models.PositiveSmallIntegerField()
    order = models.PositiveIntegerField()
    published_at = models.DateTimeField()
    scope = models.CharField(max_length=3)
    title = models.TextField()
    parts = models.TextField(blank=True)
    body = models.TextField(blank=True)
    files = models.TextField(blank=True)

    class Privacy:
        public = (
            "id", "agency", "publication", "edition", "fiscal_year", "order", "published_at", "scope", "title", "parts",
            "body", "files",
        )  # fmt: skip
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the publication is shown"
