"""The measures of a plan as a list that can be narrowed."""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from prongsai.core.measures.filters import Attention, Filters
from prongsai.core.measures.lateness import Lateness, lateness
from prongsai.core.measures.search import needle
from prongsai.core.reports.reading import Status
from prongsai.web.evidence.queries import Evidence
from prongsai.web.measures.models import Measure, Plan, Progress, Responsible
from prongsai.web.measures.queries.measures import measures_in
from prongsai.web.site import clock

NOTHING = Filters()


def measures_of(plan: Plan, filters: Filters = NOTHING, today: date | None = None) -> QuerySet[Measure]:
    """The measures of a plan in order with their parts, narrowed to what was chosen."""
    rows = measures_in(plan)
    if filters.division:
        owned = Responsible.objects.of(plan.agency_id).filter(measure=OuterRef("pk"))
        rows = rows.filter(Exists(owned.filter(Q(division=filters.division) | Q(everyone=True))))
    if filters.indicator:
        rows = rows.filter(indicator=filters.indicator)
    if filters.status:
        rows = rows.filter(status=filters.status.value)
    if filters.text:
        rows = rows.filter(_says(plan, filters.text))
    day = today or clock.today()
    if filters.attention is Attention.LATE:
        rows = rows.filter(pk__in=_so_late(plan, {Lateness.OVERDUE, Lateness.LATE_START}, day))
    elif filters.attention:
        rows = rows.filter(_lacks(plan, filters.attention))
    if filters.late:
        rows = rows.filter(pk__in=_so_late(plan, {filters.late}, day))
    return rows


def _says(plan: Plan, text: str) -> Q:
    """The text stands in the measure, whatever its digits and spaces, or as it is in what was done."""
    done = Progress.objects.of(plan.agency_id).filter(measure=OuterRef("pk"), replaced_by=None, text__icontains=text)
    return Q(search_text__contains=needle(text)) | Q(Exists(done))


def _lacks(plan: Plan, what: Attention) -> Q:
    """Without a known division; without a result; with a result and without evidence for any."""
    entries = Progress.objects.of(plan.agency_id).filter(measure=OuterRef("pk"), replaced_by=None)
    if what is Attention.NO_RESULT:
        return ~Q(Exists(entries))
    if what is Attention.NO_OWNER:
        owned = Responsible.objects.of(plan.agency_id).filter(measure=OuterRef("pk"))
        return ~Q(Exists(owned.filter(Q(division__isnull=False) | Q(everyone=True))))
    shown = Evidence.objects.of(plan.agency_id).filter(
        progress__measure=OuterRef("pk"), progress__replaced_by=None, removed_at=None
    )
    return Q(Exists(entries)) & ~Q(Exists(shown))


def _so_late(plan: Plan, late: Container[Lateness], today: date) -> list[int]:
    """The ids of the measures that are so late: the rule is the core's, and a plan is small."""
    rows = Measure.objects.of(plan.agency_id).filter(plan=plan, removed_at=None)
    found = rows.values_list("pk", "status", "starts_on", "ends_on")
    return [pk for pk, status, start, end in found if lateness(Status(status), start, end, today) in late]


@dataclass(frozen=True, slots=True)
class ListRow:
    """One row of the table. ``results`` are the newest, oldest of them first; ``more`` counts those before them."""

    measure: Measure
    late: Lateness
    steps: tuple[str, ...]
    responsible: tuple[str, ...]
    results: tuple[str, ...]
    more: int
    evidence: int


def list_rows(measures: Iterable[Measure], today: date, *, most: int | None = 2) -> list[ListRow]:
    """Rows of measures that were fetched with parts; their results come in one more query. ``most`` None: all."""
    known = list(measures)
    if not known:
        return []
    pieces = Count("evidence", filter=Q(evidence__removed_at=None))
    entries = Progress.objects.of(known[0].agency_id).filter(measure__in=known, replaced_by=None).order_by("on", "id")
    theirs: dict[int, list[tuple[str, int]]] = {one.pk: [] for one in known}
    for pk, text, count in entries.annotate(pieces=pieces).values_list("measure_id", "text", "pieces"):
        theirs[pk].append((text, count))
    return [_list_row(one, theirs[one.pk], today, most) for one in known]


def _list_row(measure: Measure, entries: list[tuple[str, int]], today: date, most: int | None) -> ListRow:
    texts = [text for text, _count in entries]
    shown = texts if most is None else texts[-most:]
    return ListRow(
        measure=measure,
        late=lateness(Status(measure.status), measure.starts_on, measure.ends_on, today),
        steps=tuple(step.text for step in measure.steps.all()),
        responsible=tuple(one.text for one in measure.responsibles.all()),
        results=tuple(shown),
        more=len(texts) - len(shown),
        evidence=sum(count for _text, count in entries),
    )
