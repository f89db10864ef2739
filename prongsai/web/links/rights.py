"""Who may have links opened: whoever writes items, people of a division those that it answers for."""

from __future__ import annotations

from prongsai.core.access.decision import Decision
from prongsai.core.access.permissions import Permission
from prongsai.web.agencies.queries import Seat
from prongsai.web.links.queries import LinkLine


def may_check_some(seat: Seat) -> Decision:
    """Whether the seat may have links opened at all."""
    return seat.may(Permission.EDIT_DISCLOSURE)


def may_check_line(seat: Seat, line: LinkLine) -> Decision:
    """Whether the seat may have this link opened."""
    return seat.writes_for(line.division_ids) if may_check_some(seat) else may_check_some(seat)


def division_of(seat: Seat) -> int | None:
    """The division to whose links the seat is held; None where it may check all."""
    if not seat.role.division_only:
        return None
    return seat.division.pk if seat.division else 0
