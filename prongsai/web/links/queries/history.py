"""The history of one link: what every look found, and how much of the time it could be opened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from prongsai.core.links.link import State as Found
from prongsai.core.links.uptime import Stretch, days, held, uptime
from prongsai.core.sentence import Sentence
from prongsai.web.agencies.models import Agency
from prongsai.web.frameworks.queries import calendar_for
from prongsai.web.links.models import Link, Spell
from prongsai.web.links.queries.asking import JUDGED

#: Days back over which uptime is told.
BACK = (30, 90, 365)
#: So many stretches are read: years of them, and of a link that breaks and mends every day half a year.
MOST = 500


@dataclass(frozen=True, slots=True)
class Share:
    """How much of a time a link could be opened. ``name`` is the phase's, None for so many ``days`` back from now.

    ``percent`` is None where nobody looked; ``from_memory`` marks a phase whose days nobody has confirmed.
    """

    percent: Decimal | None
    first: date
    last: date
    days: int = 0
    name: Sentence | None = None
    provisional: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """The stretches newest first, and as pieces of a picture of the last year; how much of each time it was up."""

    spells: list[Spell]
    shares: list[Share]
    whole: bool

    @property
    def looks(self) -> int:
        """How many looks there were."""
        return sum(one.checks for one in self.spells)


def history_of(agency: Agency, link: Link, fiscal_year: int, now: datetime) -> History:
    """Everything of the history of a link of a year; two queries, and those of the calendar."""
    rows = list(Spell.objects.of(agency).filter(link=link).order_by("-first_at", "-pk")[: MOST + 1])
    spells = rows[:MOST]
    known = stretches(spells)
    today = (now + timedelta(hours=7)).date()
    shares = [
        Share(uptime(known, now - timedelta(days=back), now).percent, today - timedelta(days=back), today, back)
        for back in BACK
    ]
    return History(spells, shares + _phases(agency, fiscal_year, known), len(rows) <= MOST)


def _phases(agency: Agency, fiscal_year: int, known: list[Stretch]) -> list[Share]:
    found = []
    for phase in calendar_for(agency, fiscal_year):
        if phase.code in JUDGED:
            percent = uptime(known, *days(phase.opens, phase.closes)).percent
            name = Sentence(phase.name, phase.name_en)
            sure = phase.origin.confidence.value == "certain"
            found.append(Share(percent, phase.opens, phase.closes, name=name, provisional=not sure))
    return found


def stretches(spells: list[Spell]) -> list[Stretch]:
    """The spells as the core counts them."""
    return [Stretch(Found(one.state), one.first_at, one.last_at) for one in spells]


def spans(spells: list[Spell]) -> list[tuple[Found, datetime, datetime]]:
    """(state, from, to) in order of time, for the picture."""
    return list(held(stretches(spells)))
