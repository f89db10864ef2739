"""Putting what a measure says into its rows: dates of its period, steps, responsible units with their divisions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from django.db.models import F

from prongsai.core.measures.content import MeasureContent
from prongsai.core.measures.responsible import best_match, means_everyone
from prongsai.core.measures.search import search_text
from prongsai.core.thai.period import Period
from prongsai.core.thai.periods import parse_period
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import divisions
from prongsai.web.measures.models import Measure, Plan, Responsible, Step

#: Rows are parked this far away while their order changes: two never have the same place.
PARKED = 10_000


def names_of(agency: Agency) -> dict[int, str]:
    """Id to name of the divisions that a responsible text can mean."""
    return dict(divisions(agency).values_list("pk", "name"))


def dates_of(period: str, fiscal_year: int) -> tuple[date | None, date | None]:
    """First and last day of a written period; (None, None) where it cannot be read."""
    read = parse_period(period, fiscal_year) if period.strip() else None
    return (read.start, read.end) if isinstance(read, Period) else (None, None)


def values_of(content: MeasureContent, fiscal_year: int) -> dict[str, object]:
    """The values of a measure's own row."""
    starts_on, ends_on = dates_of(content.period, fiscal_year)
    return {
        "number": content.number,
        "indicator": content.indicator,
        "title": content.title.strip(),
        "period": content.period.strip(),
        "starts_on": starts_on,
        "ends_on": ends_on,
        "monitoring": list(content.monitoring),
        "outcome": list(content.outcome),
        "suggestion": content.suggestion.strip(),
        "search_text": search_text(content),
    }


def steps_for(measure: Measure, texts: Sequence[str]) -> list[Step]:
    """New rows for the steps of a new measure."""
    return [
        Step(agency_id=measure.agency_id, measure=measure, order=order, text=text) for order, text in enumerate(texts)
    ]


def responsibles_for(
    measure: Measure, texts: Sequence[str], names: Mapping[int, str], known: Mapping[str, int | None] | None = None
) -> list[Responsible]:
    """New rows for the responsible units of a new measure; ``known`` is text to division where it was said before."""
    known = known or {}
    return [
        Responsible(
            agency_id=measure.agency_id,
            measure=measure,
            order=order,
            text=text,
            division_id=division,
            everyone=division is None and means_everyone(text),
        )
        for order, text in enumerate(texts)
        for division in (known.get(text) or best_match(text, names),)
    ]


def rewrite_steps(measure: Measure, texts: Sequence[str]) -> None:
    """Make the steps these. A step whose text stays keeps its row, and with it the progress that names it."""
    rows = Step.objects.of(measure.agency_id).filter(measure=measure)
    spare: defaultdict[str, list[Step]] = defaultdict(list)
    for row in rows:
        spare[row.text].append(row)
    rows.update(order=F("order") + PARKED)
    for order, text in enumerate(texts):
        if spare[text]:
            Step.objects.of(measure.agency_id).filter(pk=spare[text].pop(0).pk).update(order=order)
        else:
            Step.objects.add(agency=measure.agency, measure=measure, order=order, text=text)
    rows.filter(order__gte=PARKED).delete()


def rewrite_responsibles(measure: Measure, texts: Sequence[str]) -> None:
    """Make the responsible units these. A text that stays keeps the division that was chosen for it."""
    rows = Responsible.objects.of(measure.agency_id).filter(measure=measure)
    known = dict(rows.values_list("text", "division_id"))
    names = names_of(measure.agency)
    rows.delete()
    Responsible.objects.add_all(responsibles_for(measure, texts, names, known))


def order_of(plan: Plan) -> list[int]:
    """The ids of the measures of a plan in order, without removed ones."""
    return list(Measure.objects.of(plan.agency_id).filter(plan=plan, removed_at=None).values_list("pk", flat=True))


def set_order(plan: Plan, order: Sequence[int] | None = None) -> None:
    """Give the measures their places in this order (by default the one they have); those with a number get 1, 2, 3."""
    rows = {row.pk: row for row in Measure.objects.of(plan.agency_id).filter(plan=plan, removed_at=None)}
    number = 0
    for place, pk in enumerate(order or list(rows), start=1):
        row = rows[pk]
        row.order = place
        if row.number is not None:
            number += 1
            row.number = number
    Measure.objects.of(plan.agency_id).bulk_update(list(rows.values()), ["order", "number"])
