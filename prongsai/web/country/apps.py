"""The app country."""

from __future__ import annotations

from django.apps import AppConfig


class CountryConfig(AppConfig):
    name = "prongsai.web.country"
    label = "country"

    def ready(self) -> None:
        from prongsai.web.assessments.actions import listen_to_results
        from prongsai.web.assessments.queries import offer_kind_means
        from prongsai.web.country.doors import overseen
        from prongsai.web.country.following import follow_result
        from prongsai.web.country.queries.summaries import means_of_kind
        from prongsai.web.site.doors import announce_doors

        announce_doors(overseen)
        listen_to_results(follow_result)
        offer_kind_means(means_of_kind)
