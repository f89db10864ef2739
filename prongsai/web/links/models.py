"""Links that are watched: for what, what was found and since when, and the proof of what they showed."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar, Self, TypeVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned, AgencyScope
from prongsai.web.audit.kept import Kept

M = TypeVar("M", bound=models.Model)


class State(models.TextChoices):
    """The states of core.links.link.State, with words."""

    UNKNOWN = "unknown", _("Not checked yet")
    FINE = "fine", _("Opens well")
    DOUBTFUL = "doubtful", _("Please look")
    BROKEN = "broken", _("Does not open")


class OverAll(AgencyScope[M]):
    """Rows of one agency; and of all, for the checker, which is no person and serves the whole installation."""

    def everywhere(self) -> models.QuerySet[M]:
        """The rows of all agencies."""
        return models.Manager.get_queryset(self)


class LinkScope(OverAll[M]):
    """The same, with what the checker looks for; each has its index."""

    def due(self, by: datetime) -> models.QuerySet[M]:
        """Links that are to be opened by then, those first that wait the longest."""
        return self.everywhere().filter(due_at__lte=by).order_by("due_at", "pk")

    def to_tell(self) -> models.QuerySet[M]:
        """Links whose breakage was not told yet, and those of which it was told."""
        return self.everywhere().filter(models.Q(state=State.BROKEN) | models.Q(told_at__isnull=False))


class Link(AgencyOwned):
    """One address that the agency shows, as it was last found. Checked once however many items show it.

    ``noticed`` is a list of [reason, detail] (core.links.link.Noticed). ``since`` is when the state began, ``failures``
    how many looks in a row found it broken. ``due_at`` is when it is to be opened next: none while nothing shows it.
    ``taken_until``: a checker has taken it, and no other takes it before then. ``wanted_at``: a person asked for a look
    then, and waits. ``told_at``: the owner was told of the present breakage then. ``proved_at``, ``proved_sha256``:
    when a receipt was made last, and of what.
    """

    objects: ClassVar[LinkScope[Self]] = LinkScope()

    url = models.URLField(max_length=2000)
    state = models.CharField(max_length=10, choices=State.choices, default=State.UNKNOWN)
    noticed = models.JSONField(default=list)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    final_url = models.CharField(max_length=2000, blank=True)
    kind = models.CharField(max_length=10, blank=True)
    title = models.CharField(max_length=300, blank=True)
    size = models.PositiveBigIntegerField(default=0)
    pages = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    etag = models.CharField(max_length=300, blank=True)
    last_modified = models.CharField(max_length=100, blank=True)
    took_ms = models.PositiveIntegerField(default=0)
    checked_at = models.DateTimeField(null=True, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)  # when other content was first seen
    since = models.DateTimeField(null=True, blank=True)
    proved_at = models.DateTimeField(null=True, blank=True)
    proved_sha256 = models.CharField(max_length=64, blank=True)
    failures = models.PositiveIntegerField(default=0)
    told_at = models.DateTimeField(null=True, blank=True)
    wanted_at = models.DateTimeField(null=True, blank=True)
    taken_until = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True, db_index=True)

    class Meta(AgencyOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("agency", "url"), name="one_link_an_address"),)
        indexes = (
            models.Index(
                fields=("agency",),
                name="link_to_tell",
                condition=models.Q(state="broken") | models.Q(told_at__isnull=False),
            ),
        )

    class Privacy:
        public = ("id", "agency", "url", "state", "checked_at")
        internal = (
            "noticed", "status", "final_url", "kind", "title", "size", "pages", "sha256", "etag", "last_modified",
            "took_ms", "changed_at", "since", "proved_at", "proved_sha256", "failures", "told_at", "wanted_at",
            "taken_until", "due_at",
        )  # fmt: skip
        personal = ()
        sealed = ()
        retention = "as long as something of the agency shows it, and ten years"

    def __str__(self) -> str:
        return self.url


class Watch(AgencyOwned):
    """That an item of a year shows a link, and which division answers for it. ``code`` is the item's, as O12."""

    objects: ClassVar[OverAll[Self]] = OverAll()

    link = models.ForeignKey("links.Link", on_delete=models.CASCADE, related_name="watches")
    fiscal_year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=4)
    label = models.CharField(max_length=300, blank=True)
    year_rule = models.CharField(max_length=20, default="none")  # core.framework.rules.YearRule
    division = models.ForeignKey(
        "agencies.Division", null=True, blank=True, on_delete=models.SET_NULL, related_name="watches"
    )

    class Meta(AgencyOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("agency", "fiscal_year", "code", "link"), name="one_watch_an_item"),
        )

    class Privacy:
        public = ("id", "agency", "link", "fiscal_year", "code", "label")
        internal = ("year_rule", "division")
        personal = ()
        sealed = ()
        retention = "as long as the item shows it"


class Spell(AgencyOwned):
    """A stretch of time in which every check of a link found the same: history and uptime are made of these.

    ``sha256`` is of the content that was seen last in it: a page that changes every day begins no new stretch.
    """

    link = models.ForeignKey("links.Link", on_delete=models.CASCADE, related_name="spells")
    state = models.CharField(max_length=10, choices=State.choices)
    noticed = models.JSONField(default=list)
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    first_at = models.DateTimeField()
    last_at = models.DateTimeField()
    checks = models.PositiveIntegerField(default=1)

    class Meta(AgencyOwned.Meta):
        ordering = ("-first_at", "-id")
        indexes = (models.Index(fields=("link", "-first_at"), name="spell_newest"),)

    class Privacy:
        public = ("id", "agency", "link", "state", "first_at", "last_at", "checks")
        internal = ("noticed", "status", "sha256")
        personal = ()
        sealed = ()
        retention = "ten years"


class Receipt(Kept):
    """That a link showed certain bytes at a moment, chained by hash to the receipt before it (core.links.receipt).

    ``file``, ``offset`` and ``length`` say where the answer lies in the agency's WARC files.
    """

    number = models.PositiveIntegerField()
    url = models.CharField(max_length=2000)
    at = models.DateTimeField()
    status = models.PositiveSmallIntegerField()
    payload_sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    file = models.CharField(max_length=200)
    offset = models.PositiveBigIntegerField()
    length = models.PositiveBigIntegerField()
    previous = models.CharField(max_length=64, blank=True)
    sha256 = models.CharField(max_length=64)

    class Meta(Kept.Meta):
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("agency", "number"), name="receipts_are_numbered"),)
        indexes = (models.Index(fields=("agency", "url", "-number"), name="receipt_of_url"),)

    class Privacy:
        public = (
            "id", "agency", "number", "url", "at", "status", "payload_sha256", "size", "file", "offset", "length",
            "previous", "sha256",
        )  # fmt: skip
        internal = ()
        personal = ()
        sealed = ()
        retention = "ten years"


class Night(models.Model):
    """One night's check of all links of the installation. Whoever holds it moves ``held_until`` ahead while working;
    once that has passed, another server goes on with what is left.
    """

    day = models.DateField(unique=True)
    held_until = models.DateTimeField()
    holder = models.CharField(max_length=40)
    opened = models.PositiveIntegerField(default=0)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-day",)

    class Privacy:
        public = ()
        internal = ("id", "day", "held_until", "holder", "opened", "finished_at")
        personal = ()
        sealed = ()
        retention = "ten years"

    def __str__(self) -> str:
        return self.day.isoformat()
