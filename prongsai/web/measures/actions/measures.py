"""Measures of a plan: added, changed, remarked upon."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.db.models import F, Max

from prongsai.core.access.decision import Refused, demand
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.measures.content import MeasureContent, changed, may_be_kept
from prongsai.core.measures.planning import is_amendment, may_change, may_change_list
from prongsai.core.measures.workflow import PlanState
from prongsai.web.accounts.models import Person
from prongsai.web.audit.actions import record
from prongsai.web.measures import keeping
from prongsai.web.measures.models import Comment, Measure, Plan, Responsible, Step
from prongsai.web.measures.queries.measures import content_of, with_parts
from prongsai.web.site.refusals import Stale, refuse


@transaction.atomic
def add_measures(*, by: Person, plan: Plan, contents: Sequence[MeasureContent], reason: str = "") -> list[Measure]:
    """Measures at the end of a plan, not started. ``reason`` is needed once the plan is approved.

    Raises Refused for a closed plan and for a measure without title or with a text too long; then none is added.
    """
    current = Plan.objects.of(plan.agency_id).select_related("agency").select_for_update(of=("self",)).get(pk=plan.pk)
    demand(may_change_list(PlanState(current.state), reason=reason))
    for content in contents:
        demand(may_be_kept(content))
    made = insert(current, contents)
    for measure, content in zip(made, contents, strict=True):
        record(
            by=by,
            agency=current.agency,
            kind=EventKind.MEASURE_ADDED,
            subject=measure,
            after=content.plain(),
            reason=reason.strip(),
        )
    return made


def insert(
    plan: Plan,
    contents: Sequence[MeasureContent],
    *,
    known: Mapping[str, int | None] | None = None,
    carried_from: Sequence[int] = (),
) -> list[Measure]:
    """The rows of new measures after the last one, inside the caller's transaction, in five statements."""
    last = Measure.objects.of(plan.agency_id).filter(plan=plan).aggregate(last=Max("order"))["last"] or 0
    names = keeping.names_of(plan.agency)
    made = Measure.objects.add_all(
        [
            Measure(
                agency=plan.agency,
                plan=plan,
                order=last + place,
                carried_from_id=carried_from[place - 1] if carried_from else None,
                **keeping.values_of(content, plan.fiscal_year),
            )
            for place, content in enumerate(contents, start=1)
        ]
    )
    pairs = list(zip(made, contents, strict=True))
    Step.objects.add_all([row for one, content in pairs for row in keeping.steps_for(one, content.steps)])
    Responsible.objects.add_all(
        [row for one, content in pairs for row in keeping.responsibles_for(one, content.responsible, names, known)]
    )
    return made


@transaction.atomic
def change_measure(*, by: Person, measure: Measure, content: MeasureContent, version: int, reason: str = "") -> Measure:
    """Make a measure say ``content``. Gives the measure as it is then.

    Raises Stale where somebody wrote since ``version``; Refused for a closed plan, a removed measure, a text that
    does not fit, and for an amendment of an approved plan without ``reason``. What did not change is no write.
    """
    current = locked(measure)
    if current.version != version:
        raise Stale
    demand(may_be_kept(content))
    state, old = PlanState(current.plan.state), content_of(current)
    names = changed(old, content)
    if not names:
        return current
    still_there(current)
    demand(may_change(state, names, reason=reason))
    _write(current, content, names, version)
    was, now = old.plain(), content.plain()
    record(
        by=by,
        agency=current.agency,
        kind=EventKind.MEASURE_AMENDED if is_amendment(state, names) else EventKind.MEASURE_CHANGED,
        subject=current,
        before={name: was[name] for name in names},
        after={name: now[name] for name in names},
        reason=reason.strip(),
    )
    return locked(measure)


def _write(current: Measure, content: MeasureContent, names: Sequence[str], version: int) -> None:
    """The measure's row where it still has the version that was read, and its parts where they changed."""
    rows = Measure.objects.of(current.agency_id).filter(pk=current.pk, version=version)
    if not rows.update(version=F("version") + 1, **keeping.values_of(content, current.plan.fiscal_year)):
        raise Stale
    if "steps" in names:
        keeping.rewrite_steps(current, content.steps)
    if "responsible" in names:
        keeping.rewrite_responsibles(current, content.responsible)


@transaction.atomic
def add_comment(*, by: Person, measure: Measure, text: str) -> Comment:
    """A remark beside a measure. Refused where nothing is said."""
    if not text.strip():
        raise refuse("โปรดเขียนความเห็นก่อนส่ง", "Please write your comment first.")
    made = Comment.objects.add(agency=measure.agency, measure=measure, by=by, text=text.strip())
    after = {"text": made.text}
    record(by=by, agency=measure.agency, kind=EventKind.COMMENT_ADDED, subject=measure, after=after)
    return made


def locked(measure: Measure) -> Measure:
    """The measure as it stands now with its parts, locked with its plan: nobody approves while it is written."""
    rows = Measure.objects.of(measure.agency_id).select_related("plan", "agency").select_for_update(of=("self", "plan"))
    return with_parts(rows, measure.agency_id).get(pk=measure.pk)


def still_there(measure: Measure) -> None:
    """Refused where the measure was taken out of its plan."""
    if measure.removed_at is not None:
        raise _gone()


def _gone() -> Refused:
    return refuse(
        "มาตรการนี้ถูกนำออกจากแผนแล้ว หากยังต้องใช้ โปรดนำกลับเข้าแผนก่อน",
        "This measure was taken out of the plan. Please put it back first.",
    )
