"""The board of a year: what is left, what is broken, and who must do what by when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction

from prongsai.core.disclosures.state import Due, Reason, State
from prongsai.web.agencies.models import Division
from prongsai.web.disclosures.entries import Entry

#: Reasons that have a column of their own on the board, or are what the state says.
_TOLD = {Reason.NOTHING_TO_SHOW, Reason.NOT_PUBLISHED, Reason.COMPONENTS_OPEN, Reason.NO_OWNER, Reason.LINK_DOUBTFUL}
_TOLD_BY_STATE = {State.BROKEN: Reason.LINK_BROKEN, State.STALE: Reason.OTHER_PERIOD}
#: So many items are named as those to do first.
FIRST = 5


@dataclass(frozen=True, slots=True)
class Choice:
    """Which items to show. ``division`` None: of all; 0: those that nobody looks after. ``late``: only these."""

    state: State | None = None
    division: int | None = None
    late: bool = False

    def fits(self, entry: Entry) -> bool:
        """Whether the item is to be shown."""
        row = entry.line.row
        owner = (row.division_id if row else None) or 0
        return (
            self.state in (None, entry.condition.state)
            and self.division in (None, owner)
            and (not self.late or entry.condition.is_late)
        )


@dataclass(frozen=True, slots=True)
class Group:
    """The chosen items of one sub-indicator; ``settled`` and ``total`` count all of it."""

    code: str
    name: str
    settled: int
    total: int
    entries: list[Entry] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Share:
    """What one division has left to do; ``pk`` 0: what nobody looks after."""

    pk: int
    name: str
    left: int
    late: int
    broken: int


@dataclass(frozen=True, slots=True)
class Board:
    """The year at a glance. ``groups`` and ``first`` are of the chosen items, the figures of all."""

    entries: Sequence[Entry]
    chosen: Sequence[Entry]

    @property
    def total(self) -> int:
        """How many items there are."""
        return len(self.entries)

    @property
    def settled(self) -> int:
        """How many are public, whole, open well and of the right time."""
        return sum(one.condition.is_settled for one in self.entries)

    @property
    def late(self) -> int:
        """How many should have been settled by now."""
        return sum(one.condition.is_late for one in self.entries)

    @property
    def at_risk(self) -> Fraction:
        """Points of the total that hang on what is left."""
        return sum((one.at_risk for one in self.entries), Fraction(0))

    @property
    def counts(self) -> list[tuple[State, int]]:
        """Each state that some item is in, with how many are, in the order of precedence."""
        counts = [(state, sum(one.condition.state is state for one in self.entries)) for state in State]
        return [(state, count) for state, count in counts if count]

    @property
    def first(self) -> list[Entry]:
        """The chosen items to look at first: what is broken, late, or due soon; the points decide among equals."""
        pressing = [one for one in self.chosen if _is_pressing(one)]
        return sorted(pressing, key=_urgency)[:FIRST]

    @property
    def groups(self) -> list[Group]:
        """The chosen items by sub-indicator, in the framework's order."""
        groups: dict[str, Group] = {}
        names = {code: name for code, name in map(_sub_indicator, self.entries) if name}
        for one in self.chosen:
            code = _sub_indicator(one)[0]
            if code not in groups:
                same = [other for other in self.entries if _sub_indicator(other)[0] == code]
                settled = sum(other.condition.is_settled for other in same)
                groups[code] = Group(code, names.get(code, ""), settled, len(same))
            groups[code].entries.append(one)
        return list(groups.values())

    def shares(self, divisions: Iterable[Division], nobody: str) -> list[Share]:
        """What each division has left, in the order of the divisions; then what ``nobody`` looks after."""
        names = {division.pk: division.name for division in divisions} | {0: nobody}
        shares = [self._share(pk, name) for pk, name in names.items()]
        return [share for share in shares if share.left]

    def _share(self, pk: int, name: str) -> Share:
        own = [one for one in self.entries if Choice(division=pk).fits(one) and not one.condition.is_settled]
        late = sum(one.condition.is_late for one in own)
        return Share(pk, name, len(own), late, sum(one.condition.state is State.BROKEN for one in own))


def board_of(entries: Sequence[Entry], choice: Choice) -> Board:
    """The board of a year with the items that were chosen."""
    return Board(entries, [one for one in entries if choice.fits(one)])


def also_told(entry: Entry) -> list[Reason]:
    """The reasons that neither the state nor another column tells."""
    told = _TOLD | {_TOLD_BY_STATE.get(entry.condition.state, Reason.NOTHING_TO_SHOW)}
    return [reason for reason in entry.condition.reasons if reason not in told]


def _is_pressing(entry: Entry) -> bool:
    state, due = entry.condition.state, entry.condition.due
    return state in (State.BROKEN, State.STALE) or due in (Due.LATE, Due.SOON)


def _urgency(entry: Entry) -> tuple[int, bool, date, Fraction]:
    row, condition = entry.line.row, entry.condition
    grave = 0 if condition.state is State.BROKEN else 1
    day = (row.due_on if row else None) or date.max
    return grave, not condition.is_late, day, -entry.worth


def _sub_indicator(entry: Entry) -> tuple[str, str]:
    item, row = entry.line.item, entry.line.row
    if item is not None:
        return item.sub_indicator, item.sub_indicator_name
    return (row.sub_indicator if row else ""), ""
