"""Which links a checker opens now: it takes them, so that no other opens the same, and gives back what it left."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from prongsai.core.links.link import Request
from prongsai.core.links.schedule import is_receipt_due
from prongsai.core.thai.period import Period
from prongsai.web.agencies.models import Agency
from prongsai.web.links.models import Link, Watch
from prongsai.web.links.queries import before_of, expected_of, judging_of

#: After so long a link that was taken may be taken by another: its checker has been stopped.
LEASE = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Taken:
    """A link to open, of which agency, and what to ask for. ``proved``: when a receipt was made last, and of what."""

    agency: Agency
    link_id: int
    request: Request
    proved: tuple[datetime | None, str]
    judging: tuple[Period, ...]

    def is_receipt_due(self, sha256: str, at: datetime) -> bool:
        """Whether an answer of that hash is kept as proof."""
        return is_receipt_due(*self.proved, sha256, at, self.judging)


@dataclass(frozen=True, slots=True)
class Selection:
    """Which links are opened: those that are due ``by`` then (None: whether due or not) and were not looked at since
    ``since``; of these agencies (None: of all), of a year; only those that a person waits for (``wanted``), or only
    what does not wait for the night (``pressing``): what is new, what failed once, what a person waits for.
    """

    since: datetime
    by: datetime | None = None
    agencies: Collection[int] | None = None
    fiscal_year: int | None = None
    wanted: bool = False
    pressing: bool = False


@transaction.atomic
def take(*, selection: Selection, most: int) -> list[Taken]:
    """Take up to ``most`` links. Two checkers at once take different ones."""
    now = timezone.now()
    rows = list(_chosen(selection, now).select_for_update(skip_locked=True)[:most])
    Link.objects.everywhere().filter(pk__in=[row.pk for row in rows]).update(taken_until=now + LEASE)
    return list(_asked(rows, now))


@transaction.atomic
def give_back(*, taken: Iterable[Taken]) -> None:
    """What was taken and not opened, as when a person stops the command, may be taken by others at once."""
    Link.objects.everywhere().filter(pk__in=[one.link_id for one in taken]).update(taken_until=None)


def _chosen(selection: Selection, now: datetime) -> QuerySet[Link]:
    rows = Link.objects.due(selection.by) if selection.by else Link.objects.everywhere().exclude(due_at=None)
    rows = rows.filter(Q(taken_until=None) | Q(taken_until__lt=now))
    rows = rows.filter(Q(checked_at=None) | Q(checked_at__lt=selection.since))
    if selection.agencies is not None:
        rows = rows.filter(agency__in=selection.agencies)
    if selection.fiscal_year is not None:
        shown = Watch.objects.everywhere().filter(link=OuterRef("pk"), fiscal_year=selection.fiscal_year)
        rows = rows.filter(Exists(shown))
    if selection.by is not None:
        rows = rows.exclude(failures=1, due_at__gt=now)  # the second look after a failure waits its hours
    if selection.pressing:
        rows = rows.filter(Q(checked_at=None) | Q(failures=1) | Q(wanted_at__isnull=False))
    return rows.filter(wanted_at__isnull=False) if selection.wanted else rows


def _asked(rows: Sequence[Link], now: datetime) -> Iterable[Taken]:
    """Each with its agency and what it should show: two queries, and one for each agency's calendar."""
    agencies = Agency.objects.in_bulk({row.agency_id for row in rows})
    watches: dict[int, list[Watch]] = {}
    for watch in Watch.objects.everywhere().filter(link__in=[row.pk for row in rows]):
        watches.setdefault(watch.link_id, []).append(watch)
    judging = {pk: judging_of(agency, now) for pk, agency in agencies.items()}
    for row in rows:
        whole = is_receipt_due(row.proved_at, row.proved_sha256, row.proved_sha256, now, judging[row.agency_id])
        request = Request(row.url, expected_of(watches.get(row.pk, ())), before_of(row, whole=whole))
        proved = (row.proved_at, row.proved_sha256)
        yield Taken(agencies[row.agency_id], row.pk, request, proved, judging[row.agency_id])
