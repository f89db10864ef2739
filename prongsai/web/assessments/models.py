"""Results of the assessment: what the agency scored in a year."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


class Assessment(AgencyOwned):
    """The result of one agency in one year, as far as it is known. Scores are 0 to 100, kept as exact decimal strings.

    ``indicators`` maps "1"…"10" to a score, ``parts`` a part's code to such a map, ``sub_indicators`` and ``questions``
    a code to a score, ``items`` a code to ``{"score": "100" or null, "remark": ""}``; ``recommendations`` is a list of
    ``{"code", "text", "items"}``. ``tally`` counts the answers behind a mock result: key to value to respondents.
    Rows of before version 0.2 hold the indicators as numbers. See stored.py, which reads and writes them.
    """

    class Kind(models.TextChoices):
        OFFICIAL = "official", _("Official result")
        MOCK = "mock", _("Mock assessment")
        SELF = "self", _("Self-assessment")

    fiscal_year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.OFFICIAL)
    indicators = models.JSONField(default=dict)
    total = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    source = models.CharField(max_length=300, blank=True)
    level = models.CharField(max_length=60, blank=True)
    parts = models.JSONField(default=dict, blank=True)
    sub_indicators = models.JSONField(default=dict, blank=True)
    questions = models.JSONField(default=dict, blank=True)
    items = models.JSONField(default=dict, blank=True)
    recommendations = models.JSONField(default=list, blank=True)
    tally = models.JSONField(default=dict, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(AgencyOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("agency", "fiscal_year", "kind"), name="one_result_a_year_and_kind"),
        )

    class Privacy:
        public = ("id", "agency", "fiscal_year", "kind", "indicators", "total", "source", "level")
        internal = ("parts", "sub_indicators", "questions", "items", "recommendations", "tally", "version")
        personal = ()
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return f"ITA {self.fiscal_year}"
