"""Taking in what divisions filled in on their sheets: all that was chosen, or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from django.db import transaction

from prongsai.core.access.decision import Refused
from prongsai.core.sentence import Sentence
from prongsai.documents.division_sheets import Returned
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.queries import seat_of
from prongsai.web.measures.actions.measures import change_measure
from prongsai.web.measures.actions.progress import record_progress
from prongsai.web.measures.models import Measure, Progress, Round
from prongsai.web.measures.queries.division_sheet_changes import CLASH, Proposal, clashing, examine
from prongsai.web.measures.queries.measures import content_of, measures_in
from prongsai.web.site.refusals import Stale, refuse


@transaction.atomic
def take_in_sheets(
    *,
    by: Person,
    round: Round,
    returned: Sequence[Returned],
    chosen: Mapping[str, str],
    on: date | None = None,
    reason: str = "",
) -> int:
    """Record what the rows of these files say, and give how many measures were changed by it.

    ``chosen`` maps the key of each row that is wanted to the fingerprint of what the person saw. New entries are dated
    ``on``. Raises Stale where something else would be written than what was seen, Refused, naming the measure, where a
    rule forbids one of them; then nothing is written. What stands in the plan already is passed over.
    """
    seat = seat_of(by, round.agency.slug)
    if seat is None:
        raise refuse(
            "ท่านไม่ได้อยู่ในหน่วยงานนี้แล้ว โปรดติดต่อผู้ประสานงาน ITA",
            "You no longer belong to this agency. Please ask the ITA coordinator.",
        )
    _lock(round, chosen)
    found = examine(seat, round, returned, on)
    known = {one.key: one for one in found.proposals}
    wanted = [known.get(key) for key in chosen if key not in found.unchanged]
    proposals = [one for one in wanted if one is not None and one.fingerprint == chosen[one.key]]
    if len(proposals) < len(wanted):
        raise Stale
    if clashing(proposals):
        raise Refused(CLASH)
    for one in proposals:
        try:
            _take(by, one, on or found.day, reason)
        except Refused as refused:
            raise _named(one.measure, refused) from refused
    return len({one.measure.pk for one in proposals})


def _lock(round: Round, chosen: Mapping[str, str]) -> None:
    """Nobody writes into the chosen measures until the transaction ends: what is compared is what is written."""
    pks = [int(key.partition("-")[0]) for key in chosen]
    list(Measure.objects.of(round.agency_id).filter(pk__in=pks).order_by("pk").select_for_update(of=("self",)))


def _take(by: Person, one: Proposal, on: date, reason: str) -> None:
    through = f"ไฟล์ Excel {one.file}"[:200]
    replaced = _replaced(one)
    for write in one.writes:
        old = replaced[write.replaces] if write.replaces is not None else None
        record_progress(
            by=by,
            measure=one.measure,
            on=old.on if old else on,
            text=write.text,
            status=one.status.value,
            step=old.step if old else None,
            division=one.division,
            reason=reason,
            through=through,
            replaces=old,
        )
    if one.outcome is not None or one.suggestion is not None:
        _change(by, one, through)


def _replaced(one: Proposal) -> dict[int, Progress]:
    """The entries that are corrected, by their ids."""
    pks = [write.replaces for write in one.writes if write.replaces is not None]
    rows = Progress.objects.of(one.measure.agency_id).filter(measure=one.measure, pk__in=pks)
    return {row.pk: row for row in rows.select_related("step")}


def _change(by: Person, one: Proposal, through: str) -> None:
    """Outcome and suggestion, as they are on paper; the history names the file as the reason."""
    current = measures_in(one.measure.plan).get(pk=one.measure.pk)
    content = content_of(current)
    if one.outcome is not None:
        content = replace(content, outcome=one.outcome)
    if one.suggestion is not None:
        content = replace(content, suggestion=one.suggestion)
    change_measure(by=by, measure=current, content=content, version=current.version, reason=through)


def _named(measure: Measure, refused: Refused) -> Refused:
    name = measure.title[:80]
    return Refused(Sentence(f"“{name}”: {refused.why.th}", f"“{name}”: {refused.why.en}"))
