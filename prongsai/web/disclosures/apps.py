"""The app disclosures."""

from __future__ import annotations

from django.apps import AppConfig


class DisclosuresConfig(AppConfig):
    name = "prongsai.web.disclosures"
    label = "disclosures"

    def ready(self) -> None:
        """Have items show the plan of their year."""
        from prongsai.web.disclosures import plan_source
        from prongsai.web.disclosures.sources import Source, offer_content

        offer_content(Source(plan_source.PREFIX, plan_source.offers, plan_source.sections))
