"""Which measure was made for which weak point."""

from __future__ import annotations

from django.db import models

from prongsai.web.agencies.scope import AgencyOwned


class WeakPointMeasure(AgencyOwned):
    """The measure of a plan that was made for a weak point: by its code in the result of ``result_year``.

    Years are of the Buddhist era; ``fiscal_year`` is the year of the plan.
    """

    fiscal_year = models.PositiveSmallIntegerField()
    result_year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=20)
    measure = models.ForeignKey("measures.Measure", on_delete=models.CASCADE, related_name="weak_points")

    class Meta(AgencyOwned.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "fiscal_year", "result_year", "code"), name="one_measure_a_weak_point"
            ),
        )

    class Privacy:
        public = ("id", "agency", "fiscal_year", "result_year", "code", "measure")
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the measure"

    def __str__(self) -> str:
        return f"{self.result_year} {self.code}"
