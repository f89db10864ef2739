"""What a link opens, and the reminders with the links in them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone

from prongsai.core.measures.chase import Reminder, reminder
from prongsai.core.reports.memo import round_words
from prongsai.core.thai.fiscal import RoundKind
from prongsai.web.agencies.models import Division
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.queries.measures import owned_by
from prongsai.web.measures.queries.progress import Measure
from prongsai.web.measures.queries.rounds import DivisionRow, Round, completeness
from prongsai.web.outside.models import DivisionLink
from prongsai.web.outside.secrets import secret_of
from prongsai.web.site.link_secrets import agency_in, fingerprint


@dataclass(frozen=True, slots=True)
class ReminderRow:
    """A division in a round: what it owes, its living link if any, and the text to paste."""

    row: DivisionRow
    division: Division
    link: DivisionLink | None
    address: str
    text: str

    @property
    def lines(self) -> int:
        """How high a box shows the whole text on a wide screen."""
        return self.text.count("\n") + 2


def link_by(secret: str) -> DivisionLink | None:
    """The link of a secret, where it lives; what is unknown, revoked or over is None alike."""
    agency = agency_in(secret)
    if agency is None:
        return None
    rows = DivisionLink.objects.of(agency).filter(secret_sha256=fingerprint(secret))
    rows = rows.select_related("agency", "division", "round__plan__agency")
    return rows.filter(revoked_at=None, expires_at__gt=timezone.now()).first()


def measure_of_link(link: DivisionLink, pk: int) -> Measure:
    """A measure of the link's plan for which its division is responsible; 404 for any other."""
    return get_object_or_404(_measures(link).distinct(), pk=pk)


def _measures(link: DivisionLink) -> QuerySet[Measure]:
    rows = Measure.objects.of(link.agency_id).select_related("plan", "agency")
    return rows.filter(owned_by(link.division_id), plan=link.round.plan_id, removed_at=None)


def link_for(seat: Seat, round: Round, pk: int) -> DivisionLink:
    """A link of a round of the seat's agency; 404 for any other."""
    return get_object_or_404(DivisionLink.objects.of(seat.agency).filter(round=round), pk=pk)


def reminders(round: Round, site: str, today: date) -> tuple[ReminderRow, ...]:
    """Every division of a round with the text of its reminder; ``site`` is the address in front of the links."""
    alive = DivisionLink.objects.of(round.agency_id).filter(round=round, revoked_at=None, expires_at__gt=timezone.now())
    links = {link.division_id: link for link in alive}
    rows = completeness(round.plan, round, today)
    return tuple(
        _reminder(round, row, row.division, links.get(row.division.pk), site, today)
        for row in rows
        if row.division is not None
    )


def _reminder(
    round: Round, row: DivisionRow, division: Division, link: DivisionLink | None, site: str, today: date
) -> ReminderRow:
    where = address(link, site) if link else ""
    facts = Reminder(
        agency=round.agency.name,
        division=division.name,
        round_words=round_words(RoundKind(round.kind), round.plan.fiscal_year),
        due_on=round.due_on,
        wanted=row.wanted,
        link=where,
        link_until=timezone.localdate(link.expires_at) if link else None,
    )
    return ReminderRow(row, division, link if where else None, where, reminder(facts, today))


def address(link: DivisionLink, site: str) -> str:
    """The whole address of a link; "" where the installation's key has changed since: then a new one is made."""
    secret = secret_of(link.agency_id, link.salt)
    if fingerprint(secret) != link.secret_sha256:
        return ""
    return site.rstrip("/") + reverse("outside:answer", args=[secret])
