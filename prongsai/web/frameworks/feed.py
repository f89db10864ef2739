"""What stands in an agency's calendar feed: the phases in which it acts, and the last day of each."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from prongsai.core.framework.calendar import Phase
from prongsai.core.framework.icalendar import Entry, calendar_text
from prongsai.core.framework.origin import Confidence
from prongsai.web.agencies.models import Agency
from prongsai.web.frameworks.models import CalendarFeed
from prongsai.web.frameworks.own import own_frameworks
from prongsai.web.frameworks.queries import calendar_for
from prongsai.web.site import clock

_INFERRED = {
    Confidence.CERTAIN: "",
    Confidence.LIKELY: "วันที่นี้อนุมานจากปีอื่น ยังไม่พบประกาศของปีนี้ โปรดตรวจกับหนังสือของ ป.ป.ช.",
    Confidence.MEMORY: "วันที่นี้มาจากความจำ ยังไม่พบแหล่งอ้างอิง โปรดตรวจกับหนังสือของ ป.ป.ช.",
}


def feed_text(feed: CalendarFeed) -> str:
    """The calendar of the running fiscal year and of the years before and after it."""
    agency, this = feed.agency, clock.this_fiscal_year()
    entries = [entry for year in range(this - 1, this + 2) for entry in _entries(agency, year)]
    return calendar_text(f"ITA {agency.name}", entries, _changed(feed))


def _changed(feed: CalendarFeed) -> datetime:
    """When the days last changed: with the newest file of the agency's own, else when the address was made."""
    return max([feed.made_at, *(own.added_at for own in own_frameworks(feed.agency).values())])


def _entries(agency: Agency, year: int) -> Iterator[Entry]:
    for phase in calendar_for(agency, year):
        if phase.agency_acts:
            if phase.opens != phase.closes:
                yield _entry(agency, year, phase, last_day=False)
            yield _entry(agency, year, phase, last_day=True)


def _entry(agency: Agency, year: int, phase: Phase, *, last_day: bool) -> Entry:
    page = settings.SITE_URL + reverse("frameworks:calendar", args=[agency.slug, year])
    notes = [f"การประเมิน ITA ปีงบประมาณ พ.ศ. {year}", _INFERRED[phase.origin.confidence], page]
    kind = "last" if last_day else "span"
    return Entry(
        uid=f"{year}-{phase.code}-{kind}@{agency.slug}.{urlsplit(settings.SITE_URL).hostname}",
        first=phase.closes if last_day else phase.opens,
        last=phase.closes,
        summary=f"วันสุดท้าย: {phase.name}" if last_day else phase.name,
        description="\n".join(note for note in notes if note),
        url=page,
        sure=phase.origin.confidence is Confidence.CERTAIN,
        busy=last_day,
    )
