"""What stands on the sheet of a division: its measures in a round, with what was recorded so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

from prongsai.core.measures.rounds import may_write_on
from prongsai.core.reports.memo import round_words
from prongsai.core.reports.reading import Status
from prongsai.core.thai.fiscal import RoundKind
from prongsai.documents.division_sheets import STATUS_WORDS, DivisionSheet, SheetRow, as_text, clean
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.measures.division_sheet_identity import Identity, digest, signed
from prongsai.web.measures.models import Measure, Plan, Progress
from prongsai.web.measures.queries.measures import measures_in, owned_by
from prongsai.web.measures.queries.my_work import day_to_offer
from prongsai.web.measures.queries.rounds import Round, days_of, locked_rounds
from prongsai.web.site import clock


@dataclass(frozen=True, slots=True)
class Standing:
    """A measure as a division's sheet has it now.

    ``entries`` are those of the round's days that are the division's, or of no division; ``evidence`` counts the
    pieces of the whole measure.
    """

    measure: Measure
    entries: tuple[Progress, ...]
    evidence: int

    @property
    def cells(self) -> dict[str, str]:
        """The text of each cell that can be filled in."""
        return {
            "status": STATUS_WORDS[Status(self.measure.status)],
            "result": as_text([entry.text for entry in self.entries]),
            "outcome": as_text(self.measure.outcome),
            "suggestion": clean(self.measure.suggestion),
        }


def standings(round: Round, division: Division) -> tuple[Standing, ...]:
    """The measures of a division in the plan's order, in five queries whatever the data."""
    plan, days = round.plan, days_of(round, round.plan)
    theirs = Q(division=division) | Q(division=None)
    counting = Progress.objects.of(plan.agency_id).filter(measure__plan=plan, replaced_by=None)
    entries: dict[int, list[Progress]] = defaultdict(list)
    for entry in counting.filter(theirs, on__range=(days.start, days.end)).order_by("on", "id"):
        entries[entry.measure_id].append(entry)
    pieces = Count("evidence", filter=Q(evidence__removed_at=None), distinct=True)
    evidence: Mapping[int, int] = dict(counting.order_by().values_list("measure_id").annotate(pieces=pieces))
    return tuple(
        Standing(one, tuple(entries[one.pk]), evidence.get(one.pk, 0))
        for one in measures_in(plan).filter(owned_by(division.pk)).distinct()
    )


def divisions_to_send(seat: Seat, round: Round) -> list[Division]:
    """The divisions whose sheets this person may send: the own, or all; after the lock those that may still write."""
    if round.plan.state == Plan.State.CLOSED:
        return []
    today, locked = clock.today(), locked_rounds(round.plan)
    day, year = day_to_offer(round, round.plan, today), round.plan.fiscal_year
    return [
        one
        for one in divisions(seat.agency)
        if seat.writes_for({one.pk})
        and may_write_on(day, today=today, fiscal_year=year, division=one.pk, locked=locked)
    ]


def sheet_of(round: Round, division: Division) -> DivisionSheet | None:
    """The sheet to send; None where the division has no measures."""
    plan, agency = round.plan, round.plan.agency
    rows = tuple(_row(one, round, division) for one in standings(round, division))
    if not rows:
        return None
    return DivisionSheet(
        agency=agency.name,
        place=_place(agency),
        division=division.name,
        fiscal_year=plan.fiscal_year,
        round_words=round_words(RoundKind(round.kind), plan.fiscal_year),
        due_on=round.due_on,
        rows=rows,
    )


def _place(agency: Agency) -> str:
    names = (("อำเภอ", agency.district), ("จังหวัด", agency.province))
    return " ".join(f"{kind}{name}" for kind, name in names if name)


def _row(standing: Standing, round: Round, division: Division) -> SheetRow:
    measure, cells = standing.measure, standing.cells
    identity = Identity(
        agency=round.agency_id,
        plan=round.plan_id,
        round=round.pk,
        division=division.pk,
        measure=measure.pk,
        entries=tuple(entry.pk for entry in standing.entries),
        sent={name: digest(text) for name, text in cells.items()},
    )
    steps = tuple(step.text for step in measure.steps.all())
    return SheetRow(signed(identity), measure.number, measure.title, steps, measure.period, cells)
