"""Recording what was done: one entry, its evidence and the measure's status, all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from django.core.files.base import File
from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Division
from prongsai.web.audit.actions import record
from prongsai.web.evidence import actions as evidence_actions
from prongsai.web.evidence.queries import Evidence
from prongsai.web.measures import recording
from prongsai.web.measures.models import Measure, Progress, Step
from prongsai.web.measures.queries.progress import entries_with, sent_before


@dataclass(frozen=True, slots=True)
class Attached:
    """What a form brings as evidence: files, the address of a page, or why there was nothing to report."""

    files: Sequence[File[Any] | evidence_actions.Prepared] = ()
    url: str = ""
    nothing: str = ""

    def prepared(self) -> Attached:
        """The same with its files checked and drawn, which is done before a transaction; Refused names a bad one."""
        return replace(self, files=evidence_actions.prepare_all(self.files))


@transaction.atomic
def record_progress(
    *,
    by: Person | None,
    measure: Measure,
    on: date,
    text: str,
    status: str,
    step: Step | None = None,
    evidence: Sequence[Evidence] = (),
    division: Division | None = None,
    key: UUID | None = None,
    reason: str = "",
    through: str = "",
    replaces: Progress | None = None,
) -> Progress:
    """Keep one entry and set the measure's status; Refused says what is missing.

    ``key`` is of the form that was sent: sent twice, it is kept once. ``replaces`` makes it a correction, which takes
    over the evidence of the older entry. ``reason`` is needed to open what was done. ``by`` is None for an outside
    link, which says where it came from in ``through`` and for which ``division``.
    """
    row = _locked(measure)
    if sent := sent_before(row, key):
        return sent
    recording.check_key(row, key)
    division = recording.division_for(by, row, division)
    recording.check_entry(row, text, step, evidence, replaces)
    recording.check_days(row, {on, replaces.on} if replaces else {on}, division)
    pieces = {piece.pk for piece in evidence} | _evidence_of(replaces)
    recording.check_status(row, status, pieces, reason, replaces)
    entry = Progress(
        agency_id=row.agency_id, measure=row, step=step, on=on, text=text.strip(), status=status, division=division,
        key=key, by=by, through=through, replaces=replaces,
    )  # fmt: skip
    entry.save()
    entry.evidence.set(pieces)
    _tell(entry, row, len(pieces), reason)
    Measure.objects.of(row.agency_id).filter(pk=row.pk).update(status=status)
    measure.status = status
    return entry


def record_with_evidence(
    *,
    by: Person | None,
    measure: Measure,
    on: date,
    text: str,
    status: str,
    attached: Attached,
    division: Division | None = None,
    key: UUID | None = None,
    reason: str = "",
    through: str = "",
    replaces: Progress | None = None,
) -> Progress:
    """``record_progress`` with evidence that comes in the same form: a refusal keeps neither rows nor files."""
    attached = attached.prepared()
    with evidence_actions.all_or_nothing():
        if sent := sent_before(_locked(measure), key):
            return sent
        return record_progress(
            by=by,
            measure=measure,
            on=on,
            text=text,
            status=status,
            evidence=_add_all(by, measure, attached, on, through),
            division=division,
            key=key,
            reason=reason,
            through=through,
            replaces=replaces,
        )


@transaction.atomic
def take_off(*, by: Person, evidence: Evidence, reason: str = "") -> None:
    """Take evidence off the entries that have it; Refused where one of them lies in a locked round or a closed plan."""
    recording.check_taking_off(entries_with(evidence))
    evidence_actions.remove_evidence(by=by, evidence=evidence, reason=reason)


def _locked(measure: Measure) -> Measure:
    """The measure as it stands now, locked until the transaction ends: status and counts belong together."""
    rows = Measure.objects.of(measure.agency_id).select_related("plan", "agency").select_for_update(of=("self",))
    return rows.get(pk=measure.pk)


def _evidence_of(replaces: Progress | None) -> set[int]:
    """What a correction takes over; evidence that was taken off stays off."""
    return set(replaces.evidence.filter(removed_at=None).values_list("pk", flat=True)) if replaces else set()


def _add_all(by: Person | None, measure: Measure, attached: Attached, on: date, through: str) -> list[Evidence]:
    agency, year = measure.agency, measure.plan.fiscal_year
    kept = [
        evidence_actions.add_file(by=by, agency=agency, upload=file, fiscal_year=year, effective_on=on, through=through)
        for file in attached.files
    ]
    if attached.url.strip():
        kept.append(
            evidence_actions.add_link(
                by=by, agency=agency, url=attached.url, title="", fiscal_year=year, effective_on=on, through=through
            )
        )
    if attached.nothing.strip():
        kept.append(
            evidence_actions.add_nothing(
                by=by, agency=agency, why=attached.nothing, on=on, fiscal_year=year, through=through
            )
        )
    return kept


def _tell(entry: Progress, measure: Measure, pieces: int, reason: str) -> None:
    """The events: what was recorded, and the status where it changed."""
    after = {"on": entry.on.isoformat(), "text": entry.text, "evidence": pieces, "entry": entry.pk}
    before = {"entry": entry.replaces.pk, "text": entry.replaces.text} if entry.replaces else {}
    tell = partial(record, by=entry.by, agency=measure.agency, subject=measure, through=entry.through)
    tell(kind=EventKind.PROGRESS_RECORDED, before=before, after=after)
    if entry.status != measure.status:
        old, new = {"status": measure.status}, {"status": entry.status}
        tell(kind=EventKind.MEASURE_STATUS_CHANGED, before=old, after=new, reason=reason)
