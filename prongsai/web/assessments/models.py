"""Results of the assessment: what the agency scored in a year."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


class Assessment(AgencyOwned):
    """The result of one agency in one year. ``indicators`` maps "1"…"10" to a score of 0 to 100."""

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("Official result")
        MOCK = "mock", _("Mock assessment")
        SELF = "self", _("Self-assessment")

    fiscal_year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OFFICIAL)
    indicators = models.JSONField(default=dict)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    source = models.CharField(max_length=300, blank=True)

    class Meta(AgencyOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("agency", "fiscal_year", "kind"), name="one_result_a_year_and_kind"),
        )

    class Privacy:
        public = ("id", "agency", "fiscal_year", "kind", "indicators", "total", "source")
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return f"ITA {self.fiscal_year}"
