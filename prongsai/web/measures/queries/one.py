"""What the page of one measure shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.shortcuts import get_object_or_404

from prongsai.core.measures.lateness import Lateness, lateness
from prongsai.core.measures.timeline import Timeline, timeline
from prongsai.core.reports.reading import Status
from prongsai.core.sentence import Sentence
from prongsai.web.agencies.queries import Seat
from prongsai.web.audit import queries as history
from prongsai.web.audit.queries import Change
from prongsai.web.evidence.queries import Evidence
from prongsai.web.measures.models import Comment, Measure, Progress
from prongsai.web.measures.queries.measures import division_ids, with_parts
from prongsai.web.measures.queries.progress import counted

PER_PAGE = 25
#: How many events and how many results of last year the page shows.
EVENTS, TWIN_RESULTS = 15, 5


@dataclass(frozen=True, slots=True)
class Told:
    """One event of the history: when, who, what in words, from what to what, why."""

    at: date
    who: str
    what: Sentence
    changes: tuple[Change, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class MeasureView:
    """A measure with all that belongs to it; ``days`` are those of its results; ``twin_results``
    are of the measure that it was carried over from."""

    measure: Measure
    late: Lateness
    line: Timeline
    days: tuple[date, ...]
    today: date
    page: Page[int]
    entries: tuple[Progress, ...]
    comments: tuple[Comment, ...]
    events: tuple[Told, ...]
    twin_results: tuple[str, ...]
    division_ids: frozenset[int]


def measure_with_past(seat: Seat, pk: int, year: int) -> Measure:
    """A measure of that year with plan, parts, and where it was carried over from; 404 for any other."""
    rows = Measure.objects.of(seat.agency).filter(plan__fiscal_year=year)
    rows = rows.select_related("plan", "agency", "carried_from__plan")
    return get_object_or_404(with_parts(rows, seat.agency.pk), pk=pk)


def measure_view(measure: Measure, *, page: str | None, history_too: bool, today: date) -> MeasureView:
    """All of one measure, in at most seven queries whatever the data."""
    dated = list(counted(measure).values_list("pk", "on"))
    days = tuple(sorted(on for _pk, on in dated))
    shown = Paginator([pk for pk, _on in dated], PER_PAGE).get_page(page)
    return MeasureView(
        measure=measure,
        late=lateness(Status(measure.status), measure.starts_on, measure.ends_on, today),
        line=timeline(measure.plan.fiscal_year, measure.starts_on, measure.ends_on, days, today),
        days=days,
        today=today,
        page=shown,
        entries=tuple(_entries(measure, list(shown))),
        comments=tuple(Comment.objects.of(measure.agency_id).filter(measure=measure).select_related("by")),
        events=_events(measure) if history_too else (),
        twin_results=_twin_results(measure),
        division_ids=frozenset(division_ids(measure)),
    )


def _entries(measure: Measure, pks: list[int]) -> QuerySet[Progress]:
    pieces = Evidence.objects.of(measure.agency_id).filter(removed_at=None).order_by("id")
    rows = Progress.objects.of(measure.agency_id).filter(pk__in=pks).select_related("division", "by", "step")
    return rows.prefetch_related(Prefetch("evidence", pieces, to_attr="pieces"))


def _events(measure: Measure) -> tuple[Told, ...]:
    found = history.history_of_subject(measure.agency, "measures.measure", measure.pk)[:EVENTS]
    return tuple(
        Told(
            event.at,
            str(event.by) if event.by else event.through,
            history.words_of(event),
            tuple(history.changes_of(event)),
            event.reason,
        )
        for event in found
    )


def _twin_results(measure: Measure) -> tuple[str, ...]:
    if measure.carried_from is None:
        return ()
    return tuple(counted(measure.carried_from).values_list("text", flat=True)[:TWIN_RESULTS])
