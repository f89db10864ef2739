"""The framework that serves an agency in a year, and what stands beside it on its pages."""

from __future__ import annotations

from datetime import date

from prongsai.core.framework.calendar import Phase
from prongsai.core.framework.framework import Framework
from prongsai.frameworks import newest_for
from prongsai.web.agencies.models import Agency
from prongsai.web.frameworks.models import CalendarFeed, OwnFramework
from prongsai.web.frameworks.own import framework_of, own_frameworks
from prongsai.web.site.link_secrets import agency_in, fingerprint


def framework_for(agency: Agency, fiscal_year: int) -> tuple[Framework, bool]:
    """The framework of that year (Buddhist era) for this agency, and whether another year's serves provisionally.

    A file of the agency's own comes first; then what the installation has. One query for an agency, however often.
    """
    own = own_frameworks(agency).get(fiscal_year)
    framework = framework_of(own) if own else None
    return (framework, False) if framework else newest_for(fiscal_year)


def calendar_for(agency: Agency, fiscal_year: int) -> tuple[Phase, ...]:
    """The phases of that year; where its own are not known, those of the year that serves, moved and inferred."""
    framework, provisional = framework_for(agency, fiscal_year)
    if not provisional:
        return framework.calendar
    return tuple(phase.moved(fiscal_year - framework.year) for phase in framework.calendar)


def next_deadline(agency: Agency, fiscal_year: int, today: date) -> Phase | None:
    """Of the phases that the agency acts in, the one that closes first and is not over."""
    left = [one for one in calendar_for(agency, fiscal_year) if one.agency_acts and one.closes >= today]
    return min(left, key=lambda one: one.closes, default=None)


def own_framework(agency: Agency, fiscal_year: int) -> OwnFramework | None:
    """The agency's own file that counts for a year."""
    return own_frameworks(agency).get(fiscal_year)


def is_readable(own: OwnFramework) -> bool:
    """Whether a file that counts can still be read with what is shipped today; where not, it does not serve."""
    return framework_of(own) is not None


def versions(agency: Agency, fiscal_year: int) -> list[OwnFramework]:
    """All files that were brought for a year, the newest first."""
    rows = OwnFramework.objects.of(agency).filter(year=fiscal_year).select_related("added_by")
    return list(rows.defer("text").order_by("-version"))


def living_feed(agency: Agency) -> CalendarFeed | None:
    """The calendar's address that works."""
    return CalendarFeed.objects.of(agency).filter(revoked_at=None).first()


def feed_by(secret: str) -> CalendarFeed | None:
    """The living feed of a secret; what is unknown or revoked is None alike."""
    agency = agency_in(secret)
    if agency is None:
        return None
    rows = CalendarFeed.objects.of(agency).filter(secret_sha256=fingerprint(secret), revoked_at=None)
    return rows.select_related("agency").first()
