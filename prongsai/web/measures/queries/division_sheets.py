"""What stands on the sheet of a division: its measures in a round, with what was recorded so far."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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
from prongsai.web.measures.queries.measures import measures_in
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


def standings(round: Round) -> Mapping[int, tuple[Standing, ...]]:
    """The measures of each division, by its id, in the plan's order; in six queries whatever the data."""
    plan, days = round.plan, days_of(round, round.plan)
    counting = Progress.objects.of(plan.agency_id).filter(measure__plan=plan, replaced_by=None)
    entries: dict[int, list[Progress]] = defaultdict(list)
    for entry in counting.filter(on__range=(days.start, days.end)).order_by("on", "id"):
        entries[entry.measure_id].append(entry)
    pieces = Count("evidence", filter=Q(evidence__removed_at=None), distinct=True)
    evidence: Mapping[int, int] = dict(counting.order_by().values_list("measure_id").annotate(pieces=pieces))
    measures = list(measures_in(plan))
    of_all = any(row.everyone for measure in measures for row in measure.responsibles.all())
    everyone = list(divisions(plan.agency).values_list("pk", flat=True)) if of_all else []
    found: dict[int, list[Standing]] = defaultdict(list)
    for measure in measures:
        for division in _owners(measure, everyone):
            theirs = tuple(entry for entry in entries[measure.pk] if entry.division_id in (division, None))
            found[division].append(Standing(measure, theirs, evidence.get(measure.pk, 0)))
    return {division: tuple(rows) for division, rows in found.items()}


def _owners(measure: Measure, everyone: Sequence[int]) -> list[int]:
    """The divisions that are responsible, each once."""
    rows = list(measure.responsibles.all())
    named = [row.division_id for row in rows if row.division_id is not None]
    return list(dict.fromkeys([*named, *(everyone if any(row.everyone for row in rows) else ())]))


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


def sheets_of(round: Round, wanted: Iterable[Division]) -> list[tuple[Division, DivisionSheet]]:
    """The sheets to send; a division without measures has none."""
    known = standings(round)
    return [(one, _sheet(round, one, known[one.pk])) for one in wanted if one.pk in known]


def _sheet(round: Round, division: Division, rows: Sequence[Standing]) -> DivisionSheet:
    plan, agency = round.plan, round.plan.agency
    return DivisionSheet(
        agency=agency.name,
        place=_place(agency),
        division=division.name,
        fiscal_year=plan.fiscal_year,
        round_words=round_words(RoundKind(round.kind), plan.fiscal_year),
        due_on=round.due_on,
        rows=tuple(_row(one, round, division) for one in rows),
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
