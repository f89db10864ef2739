"""What the checker asks of a link: what it should show, what it showed last, and whether outsiders look now."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.utils.timezone import localtime

from prongsai.core.framework.rules import YearRule
from prongsai.core.links.link import Before, Expected, State, Verdict
from prongsai.core.thai.fiscal import ERA
from prongsai.core.thai.period import Period
from prongsai.web.agencies.models import Agency
from prongsai.web.frameworks.queries import calendar_for
from prongsai.web.links.models import Link, Watch
from prongsai.web.links.queries.words import noticed_of

#: Phases of the year in which a missing page costs points: while links are entered, and while they are judged.
JUDGED = ("entry", "judging")


def expected_of(watches: Iterable[Watch]) -> Expected:
    """What a link should show: by the newest year that shows it, and its rule where all items of that year agree."""
    known = list(watches)
    year = max((one.fiscal_year for one in known), default=None)
    rules = {one.year_rule for one in known if one.fiscal_year == year}
    return Expected(year, YearRule(rules.pop()) if len(rules) == 1 else YearRule.NONE)


def before_of(link: Link, *, whole: bool) -> Before:
    """What is known of the last answer; with ``whole`` nothing that lets the server say that it is unchanged."""
    if whole:
        return Before(sha256=link.sha256)
    return Before(link.etag, link.last_modified, link.sha256)


def former_verdict(link: Link) -> Verdict:
    """The verdict of the last look, as it was kept."""
    return Verdict(
        state=State(link.state),
        noticed=noticed_of(link),
        kind=link.kind or "none",
        title=link.title,
        sha256=link.sha256,
        size=link.size,
        pages=link.pages,
    )


def judging_of(agency: Agency, now: datetime) -> tuple[Period, ...]:
    """The phases of this fiscal year in which outsiders open the links."""
    day = localtime(now)
    year = day.year + ERA + (day.month >= 10)
    return tuple(Period(one.opens, one.closes) for one in calendar_for(agency, year) if one.code in JUDGED)
