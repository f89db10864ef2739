"""What returned sheets would change, measure by measure: old beside new, what others wrote since, what cannot be."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from prongsai.core.measures.planning import needed_to_edit
from prongsai.core.measures.workflow import PlanState
from prongsai.core.reports.reading import Status
from prongsai.core.sentence import Sentence
from prongsai.documents.division_sheets import Returned, headings
from prongsai.web.agencies.models import Division
from prongsai.web.agencies.queries import Seat
from prongsai.web.measures.division_sheet_identity import digest
from prongsai.web.measures.division_sheet_offers import Past, Recorded, Terms, Write
from prongsai.web.measures.models import Measure, Plan, Progress
from prongsai.web.measures.queries.division_sheet_cells import Draft, drafted
from prongsai.web.measures.queries.division_sheet_rows import Fault, Finder
from prongsai.web.measures.queries.my_work import day_to_offer
from prongsai.web.measures.queries.rounds import Round, locked_rounds
from prongsai.web.site import clock


@dataclass(frozen=True, slots=True)
class Shown:
    """One cell: the field, what stands in the plan now, and what would stand there."""

    field: str
    old: str
    new: str

    @property
    def label(self) -> str:
        """The heading of its column."""
        return headings()[self.field]


@dataclass(frozen=True, slots=True)
class Proposal:
    """What one row would change. ``ticked``: nobody wrote meanwhile and the row is surely that measure.

    ``refused`` says why it cannot be taken now. ``fingerprint`` is of all that is shown and would be written.
    """

    key: str
    file: str
    sheet: str
    row: int
    measure: Measure
    division: Division
    shown: tuple[Shown, ...]
    remarks: tuple[Sentence, ...]
    ticked: bool
    refused: Sentence | None
    needs_reason: bool
    writes: tuple[Write, ...]
    status: Status
    outcome: tuple[str, ...] | None
    suggestion: str | None
    fingerprint: str

    @property
    def corrects(self) -> bool:
        """Whether an entry would come to stand in other words."""
        return any(cell.field == "result" for cell in self.shown) and any(one.replaces for one in self.writes)


@dataclass(frozen=True, slots=True)
class Examination:
    """All of some returned files; ``day`` is that of new entries.

    ``unchanged`` are the keys of rows in which nothing differs from the plan.
    """

    day: date
    proposals: tuple[Proposal, ...] = ()
    faults: tuple[Fault, ...] = ()
    unchanged: frozenset[str] = frozenset()

    @property
    def needs_reason(self) -> bool:
        """Whether something that is done would be opened again."""
        return any(one.needs_reason for one in self.proposals)


@dataclass
class _Sorted:
    """Proposals by key as they are found."""

    proposals: dict[str, list[Proposal]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    unchanged: set[str] = field(default_factory=set)


def examine(seat: Seat, round: Round, returned: Sequence[Returned], day: date | None = None) -> Examination:
    """What these files would change for this person now, new entries dated ``day`` (by default the day to offer)."""
    terms, found = terms_of(seat, round, day), _Sorted()
    for row in Finder(seat, round).find(returned):
        if isinstance(row, Fault):
            found.faults.append(row)
            continue
        draft = drafted(row, terms)
        found.faults += draft.faults
        if draft.changes:
            found.proposals.setdefault(row.key, []).append(_proposal(draft))
        elif draft.remarks:
            found.faults += [row.fault(why) for why in draft.remarks]
        else:
            found.unchanged.add(row.key)
    alone = [one for same in found.proposals.values() for one in _one_of(same, found.faults)]
    clashes = clashing(alone)
    proposals = tuple(_told_to_clash(one) if one.key in clashes else one for one in alone)
    unchanged = frozenset(found.unchanged - {one.key for one in proposals})
    return Examination(terms.day, proposals, tuple(found.faults), unchanged)


def clashing(proposals: Sequence[Proposal]) -> set[str]:
    """The keys of those that would give one measure different statuses, outcomes or suggestions."""
    wanted: dict[tuple[int, str], dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for one in proposals:
        for cell in one.shown:
            if cell.field != "result":
                wanted[one.measure.pk, cell.field][cell.new].append(one.key)
    return {key for texts in wanted.values() if len(texts) > 1 for keys in texts.values() for key in keys}


def terms_of(seat: Seat, round: Round, day: date | None) -> Terms:
    """The terms of a round for a person today."""
    plan, today = round.plan, clock.today()
    return Terms(
        day=day or day_to_offer(round, plan, today),
        today=today,
        fiscal_year=plan.fiscal_year,
        may_edit=bool(seat.may(needed_to_edit(PlanState(plan.state)))),
        locked=locked_rounds(plan),
        past=_past(plan),
    )


def _past(plan: Plan) -> Past:
    rows = Progress.objects.of(plan.agency_id).filter(measure__plan=plan).order_by()
    known = list(rows.values_list("pk", "on", "text", "replaces_id"))
    return Past({pk: Recorded(on, text) for pk, on, text, _ in known}, {old: pk for pk, _, _, old in known if old})


def _proposal(draft: Draft) -> Proposal:
    row, now, new = draft.row, draft.row.standing.cells, draft.cells
    shown = tuple(Shown(name, now[name], text) for name, text in new.items() if text != now[name])
    return Proposal(
        key=row.key,
        file=row.file,
        sheet=row.row.sheet,
        row=row.row.row,
        measure=row.standing.measure,
        division=row.division,
        shown=shown,
        remarks=tuple(draft.remarks),
        ticked=not draft.doubtful and draft.refused is None,
        refused=draft.refused,
        needs_reason=draft.needs_reason,
        writes=tuple(draft.writes),
        status=draft.status,
        outcome=draft.outcome,
        suggestion=draft.suggestion,
        fingerprint=digest(json.dumps([now, new, [[one.replaces, one.text] for one in draft.writes]], sort_keys=True)),
    )


def _one_of(same: Sequence[Proposal], faults: list[Fault]) -> Iterator[Proposal]:
    """The one proposal for a measure. Rows that were copied and say the same are one; where they differ, none is."""
    if len({one.fingerprint for one in same}) == 1:
        yield same[0]
        return
    faults += [Fault(one.file, one.sheet, one.row, "", _SEVERAL) for one in same]


def _told_to_clash(one: Proposal) -> Proposal:
    return replace(one, ticked=False, remarks=(CLASH, *one.remarks))


CLASH = Sentence(
    "ส่วนราชการที่รับผิดชอบร่วมกันกรอกมาตรการนี้ไม่ตรงกัน โปรดเลือกของส่วนราชการเดียว แล้วรับอีกไฟล์ภายหลัง",
    "Divisions that share this measure filled it in differently. Please choose one of them, and take the other later.",
)
_SEVERAL = Sentence(
    "มาตรการนี้มีมากกว่าหนึ่งแถว และกรอกไม่ตรงกัน จึงไม่รับทั้งหมด โปรดเหลือไว้แถวเดียวแล้วเลือกไฟล์ใหม่",
    "This measure stands in more than one row, with different words, so none is taken. Please leave one row.",
)
