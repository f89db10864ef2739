"""Contests of a year: what can be contested, when, and what was."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.access.decision import Decision
from prongsai.core.access.permissions import Permission
from prongsai.core.contests.outcome import contestable
from prongsai.core.contests.window import Window, window_of
from prongsai.core.framework.framework import DisclosureItem
from prongsai.core.framework.origin import Confidence
from prongsai.core.scoring.known import ItemResult
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat
from prongsai.web.assessments.queries import known
from prongsai.web.contests.models import Contest, ContestDays
from prongsai.web.disclosures import queries as disclosures
from prongsai.web.evidence.queries import Evidence
from prongsai.web.frameworks.queries import framework_for


@dataclass(frozen=True, slots=True)
class Line:
    """An item that can be or was contested: how it was judged, and the contest, if one was begun."""

    code: str
    name: str
    score: Decimal | None
    remark: str
    contest: Contest | None
    from_memory: bool = False

    @property
    def state(self) -> str:
        """The state of the contest, empty where none was begun."""
        return self.contest.state if self.contest else ""


@dataclass(frozen=True, slots=True)
class Desk:
    """All that the page of one contest needs. ``submitted`` is the evidence of the disclosure, ``chosen`` that of the
    contest; ``writes``: people of a division write only on what their division looks after.
    """

    line: Line
    window: Window | None
    writes: Decision
    submitted: list[Evidence]
    chosen: list[Evidence]

    @property
    def pieces(self) -> list[Evidence]:
        """The evidence to choose from, each once."""
        return list({piece.pk: piece for piece in (*self.submitted, *self.chosen)}.values())


def window_for(agency: Agency, fiscal_year: int) -> Window | None:
    """The days on which contests are taken, None where nobody knows them."""
    framework, provisional = framework_for(agency, fiscal_year)
    own = ContestDays.objects.of(agency).filter(fiscal_year=fiscal_year).first()
    return window_of(framework.calendar, (own.opens, own.closes) if own else None, provisional=provisional)


def lines_of(agency: Agency, fiscal_year: int) -> list[Line]:
    """Items without all their points and items that were contested, in the order of the year."""
    framework, _provisional = framework_for(agency, fiscal_year)
    contests = {one.code: one for one in Contest.objects.of(agency).filter(fiscal_year=fiscal_year)}
    result = known(agency, fiscal_year)
    items = result.items if result else {}
    wanted = {*(contestable(result) if result else ()), *contests}
    found = [
        _line(item, items.get(item.code), contests.get(item.code)) for item in framework.items if item.code in wanted
    ]
    there = {line.code for line in found}
    # A contest of an item that the year's list no longer has: the list was replaced by a file of one's own.
    return found + [_of_contest(one) for code, one in contests.items() if code not in there]


def contest_of(agency: Agency, fiscal_year: int, code: str) -> Contest | None:
    """The contest of an item, None where none was begun."""
    return Contest.objects.of(agency).filter(fiscal_year=fiscal_year, code=code).first()


def desk_for(seat: Seat, fiscal_year: int, code: str) -> Desk | None:
    """Everything of one item of the seat's agency, or None where it can neither be contested nor was."""
    line = next((one for one in lines_of(seat.agency, fiscal_year) if one.code == code), None)
    if line is None:
        return None
    disclosure = disclosures.line_for(seat, fiscal_year, code)
    decision = seat.may(Permission.EDIT_DISCLOSURE)
    return Desk(
        line,
        window_for(seat.agency, fiscal_year),
        disclosures.may_edit(seat, disclosure) if decision and disclosure else decision,
        disclosures.evidence_of(disclosure) if disclosure else [],
        evidence_of(line.contest),
    )


def evidence_of(contest: Contest | None) -> list[Evidence]:
    """What the contest rests on, without what was taken off."""
    if contest is None:
        return []
    return list(contest.evidence.filter(removed_at=None).order_by("-added_at", "-id"))


def sent_contests(agency: Agency, fiscal_year: int) -> list[Contest]:
    """The contests for the letter: those written and not yet answered, with their evidence, in order."""
    waiting = (Contest.State.DRAFT, Contest.State.SENT)
    found = Contest.objects.of(agency).filter(fiscal_year=fiscal_year, state__in=waiting).exclude(reason="")
    return sorted(found.prefetch_related("evidence"), key=lambda one: int(one.code[1:]))


def _line(item: DisclosureItem, result: ItemResult | None, contest: Contest | None) -> Line:
    memory = item.origin.confidence is Confidence.MEMORY
    score, remark = (result.score, result.remark) if result else (None, "")
    return Line(item.code, item.name, score, remark, contest, memory)


def _of_contest(contest: Contest) -> Line:
    return Line(contest.code, contest.name, Decimal(contest.score_before), contest.remark, contest)
