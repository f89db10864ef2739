"""The bodies of the country and their published results; who oversees them.

None of these rows belongs to an agency: published results are public facts about every body, most of which never use
this installation. They are reached through the scope of a person's Oversight (see queries/outlook.py).
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.core.country.hundredths import FULL
from prongsai.web.site.kept import KeptRows, WrittenOnce


class Body(models.Model):
    """A public body that the assessment covers, as it is now. ``kind`` is a code of ``core.country.kinds``.

    It is expected to have a result from ``since_year`` on, and until ``until_year`` where it was merged or dissolved.
    ``agency`` is set where it runs its programme in this installation.
    """

    code = models.CharField(max_length=40, null=True, unique=True)  # noqa: DJ001  # many have none, and those differ
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40)
    size = models.CharField(max_length=4, blank=True)
    province = models.CharField(max_length=100, blank=True)
    region = models.CharField(max_length=20, blank=True)
    since_year = models.PositiveSmallIntegerField()
    until_year = models.PositiveSmallIntegerField(null=True)
    agency = models.ForeignKey("agencies.Agency", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("name", "province"), name="body_named_once_in_a_province"),)
        indexes = (models.Index(fields=("province", "kind")), models.Index(fields=("region",)))

    class Privacy:
        public = ("id", "code", "name", "kind", "size", "province", "region", "since_year", "until_year", "agency")
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the installation"

    def __str__(self) -> str:
        return self.name


class ResultsTable(models.Model):
    """A table of results that somebody brought. ``rows`` are what was read of it, until it is kept or dropped."""

    class State(models.TextChoices):
        WAITING = "waiting", _("Waiting to be checked")
        KEPT = "kept", _("Kept")
        DROPPED = "dropped", _("Dropped")

    fiscal_year = models.PositiveSmallIntegerField()
    name = models.CharField(max_length=300)
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    rows = models.JSONField(default=list)
    remarks = models.JSONField(default=dict)
    count = models.PositiveIntegerField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Privacy:
        public = ("id", "fiscal_year", "sha256", "count", "at")
        internal = ("name", "state", "rows", "remarks")
        personal = ("by",)
        sealed = ()
        retention = "as long as the installation; its rows until they are kept or dropped"

    def __str__(self) -> str:
        return self.name


class BodyResult(models.Model):
    """The published result of a body in a year. Scores are whole hundredths: 97.65 is 9765, so that sums are exact.

    Kind, province and region are those of that year. ``change`` is that of the total from the year before. ``table`` is
    where it comes from; None: from the agency's own entry in this installation.
    """

    body = models.ForeignKey("country.Body", on_delete=models.PROTECT, related_name="results")
    fiscal_year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=40)
    province = models.CharField(max_length=100, blank=True)
    region = models.CharField(max_length=20, blank=True)
    i1 = models.PositiveSmallIntegerField()
    i2 = models.PositiveSmallIntegerField()
    i3 = models.PositiveSmallIntegerField()
    i4 = models.PositiveSmallIntegerField()
    i5 = models.PositiveSmallIntegerField()
    i6 = models.PositiveSmallIntegerField()
    i7 = models.PositiveSmallIntegerField()
    i8 = models.PositiveSmallIntegerField()
    i9 = models.PositiveSmallIntegerField()
    i10 = models.PositiveSmallIntegerField()
    total = models.PositiveSmallIntegerField()
    level = models.CharField(max_length=60)
    change = models.SmallIntegerField(null=True)
    table = models.ForeignKey("country.ResultsTable", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("body", "fiscal_year"), name="one_published_result_a_year"),
            models.CheckConstraint(condition=models.Q(total__lte=FULL), name="a_total_of_100_at_most"),
        )
        indexes = (
            models.Index(fields=("fiscal_year", "total")),
            models.Index(fields=("fiscal_year", "change")),
            models.Index(fields=("fiscal_year", "province")),
        )

    class Privacy:
        public = (
            *("id", "body", "fiscal_year", "kind", "province", "region", "i1", "i2", "i3", "i4", "i5", "i6", "i7"),
            *("i8", "i9", "i10", "total", "level", "change", "table"),
        )
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the installation"

    @property
    def indicators(self) -> tuple[int, ...]:
        """The ten in order."""
        return tuple(getattr(self, f"i{number}") for number in range(1, 11))


class YearSummary(models.Model):
    """A scope in a year, reckoned when results are kept: ``figures`` is a ``core.country.summary.Summary``.

    ``outliers`` are those of ``core.country.outliers`` within the scope. The columns are what lists of years ask for.
    """

    scope = models.CharField(max_length=120)
    fiscal_year = models.PositiveSmallIntegerField()
    bodies = models.PositiveIntegerField()
    with_result = models.PositiveIntegerField()
    mean = models.PositiveSmallIntegerField(null=True)
    median = models.PositiveSmallIntegerField(null=True)
    figures = models.JSONField()
    outliers = models.JSONField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("scope", "fiscal_year"), name="one_summary_a_year_and_scope"),)

    class Privacy:
        public = ("id", "scope", "fiscal_year", "bodies", "with_result", "mean", "median", "figures", "outliers")
        internal = ()
        personal = ()
        sealed = ()
        retention = "made anew whenever results are kept"


class Oversight(models.Model):
    """Leave of a person to see the results of a scope (see ``core.country.scope``), from a day until another."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reach = models.CharField(max_length=10)
    name = models.CharField(max_length=100, blank=True)
    since = models.DateField()
    until = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("person", "reach", "name"), condition=models.Q(until=None), name="one_open_oversight_of_a_scope"
            ),
        )

    class Privacy:
        public = ("id",)
        internal = ("reach", "name", "since", "until")
        personal = ("person",)
        sealed = ()
        retention = "ten years after its end"


class CountryEvent(WrittenOnce):
    """What was done for the country: no agency's history tells of it. ``details`` are plain values."""

    kept_for_ever = True  # the database refuses changes too: see audit/guards.py

    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=300)
    details = models.JSONField(default=dict)

    objects = models.Manager.from_queryset(KeptRows)()

    class Privacy:
        public = ("id",)
        internal = ("at", "kind", "subject", "details")
        personal = ("by",)
        sealed = ()
        retention = "kept for ever"
