"""A plan out of a report that is brought in, and taking it back as long as nothing stands on it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from prongsai.core.access.decision import Refused
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.measures.content import MeasureContent
from prongsai.core.measures.past_work import PastWork
from prongsai.core.sentence import Sentence
from prongsai.web.accounts.models import Person
from prongsai.web.audit.actions import record
from prongsai.web.measures.actions.measures import add_measures
from prongsai.web.measures.models import Comment, Measure, Plan, Progress, Responsible, Round


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """The ids of what was made, and the state of the plan after it: what ``take_back`` asks for."""

    measures: tuple[int, ...]
    progress: tuple[int, ...]
    plan_state: str


@transaction.atomic
def bring_in(
    *,
    by: Person,
    plan: Plan,
    contents: Sequence[MeasureContent],
    work: Sequence[PastWork],
    units: Mapping[str, int],
    through: str,
    closed: bool,
) -> BroughtIn:
    """Measures with the work that a paper tells of (``work`` one for each content; empty: none).

    ``units`` maps a responsible text to the id of a division where a person chose it. The paper itself stands for the
    evidence of its results. A ``closed`` plan is one of a past year: it can be read and carried over, not changed.
    """
    measures = add_measures(by=by, plan=plan, contents=contents)
    for text, division in units.items():
        Responsible.objects.of(plan.agency_id).filter(measure__in=measures, text=text).update(
            division_id=division, everyone=False
        )
    entries = [
        entry
        for measure, done in zip(measures, work, strict=bool(work))
        for entry in _entries(by, measure, done, through)
    ]
    if closed:
        _close(by, plan)
    return BroughtIn(tuple(one.pk for one in measures), tuple(one.pk for one in entries), plan.state)


@transaction.atomic
def take_back(
    *, by: Person, plan: Plan, measures: Collection[int], progress: Collection[int], plan_state: str, plan_made: bool
) -> None:
    """Remove what ``bring_in`` made. Refused, naming all of it, where something was built on it since."""
    current = Plan.objects.of(plan.agency_id).select_for_update().get(pk=plan.pk)
    if standing := list(_standing(current, measures, progress, plan_state)):
        raise Refused(
            Sentence(
                f"ยกเลิกการนำเข้าไม่ได้ เพราะหลังนำเข้ามี{', '.join(one.th for one in standing)} "
                "โปรดแก้ไขในแผนแทน หรือนำสิ่งนั้นออกก่อน",
                f"The import cannot be undone: since then there is {', '.join(one.en for one in standing)}. "
                "Please change the plan instead, or remove that first.",
            )
        )
    Progress.objects.of(plan.agency_id).filter(pk__in=progress).delete()
    Measure.objects.of(plan.agency_id).filter(pk__in=measures).delete()
    if plan_made:
        current.delete()


def _entries(by: Person, measure: Measure, done: PastWork, through: str) -> list[Progress]:
    """The results of the paper as entries, and the measure's status."""
    made = Progress.objects.add_all(
        [
            Progress(
                agency_id=measure.agency_id,
                measure=measure,
                on=entry.on,
                text=entry.text,
                status=entry.status.value,
                by=by,
                through=through[:200],
            )
            for entry in done.entries
        ]
    )
    if done.status.value != measure.status:
        Measure.objects.of(measure.agency_id).filter(pk=measure.pk).update(status=done.status.value)
    if made:
        record(
            by=by,
            agency=measure.agency,
            kind=EventKind.PROGRESS_RECORDED,
            subject=measure,
            after={"entries": len(made), "status": done.status.value},
            through=through[:200],
        )
    return made


def _close(by: Person, plan: Plan) -> None:
    plan.state, plan.approved_by, plan.approved_at = Plan.State.CLOSED, by, timezone.now()
    plan.save(update_fields=["state", "approved_by", "approved_at"])
    record(by=by, agency=plan.agency, kind=EventKind.PLAN_CLOSED, subject=plan)


def _standing(plan: Plan, measures: Collection[int], progress: Collection[int], plan_state: str) -> Iterator[Sentence]:
    """What was built on it since, in words."""
    agency = plan.agency_id
    own = Measure.objects.of(agency).filter(plan=plan)
    if plan.state != plan_state:
        yield Sentence("การอนุมัติหรือปิดแผน", "an approval or closing of the plan")
    if own.exclude(pk__in=measures).exists():
        yield Sentence("มาตรการที่เพิ่มเข้ามา", "an added measure")
    if own.filter(pk__in=measures).exclude(version=1, removed_at=None).exists():
        yield Sentence("มาตรการที่แก้ไขแล้ว", "a changed measure")
    if Measure.objects.of(agency).filter(carried_from__in=measures).exclude(plan=plan).exists():
        yield Sentence("มาตรการที่ยกไปแผนปีอื่น", "a measure carried over to another plan")
    entries = Progress.objects.of(agency).filter(measure__in=measures)
    if entries.exclude(pk__in=progress).exists() or entries.filter(evidence__isnull=False).exists():
        yield Sentence("ผลการดำเนินการหรือหลักฐานที่บันทึกเพิ่ม", "recorded progress or evidence")
    if Comment.objects.of(agency).filter(measure__in=measures).exists():
        yield Sentence("ความเห็น", "a comment")
    if Round.objects.of(agency).filter(plan=plan).exists():
        yield Sentence("รอบรายงาน", "a round of reporting")
