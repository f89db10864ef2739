"""The picture of a link's last year: one bar of time, with a piece for each stretch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from prongsai.core.links.link import State
from prongsai.web.links.models import State as Words

#: The width of the bar in the units of its drawing.
WIDTH = 1000
#: How far back the picture goes at the most.
YEAR = timedelta(days=365)
#: The class of the bar of each state, see site.css.
KINDS = {State.FINE: "done", State.DOUBTFUL: "in_progress", State.BROKEN: "overdue", State.UNKNOWN: "not_started"}


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the bar, as SVG writes numbers, with the word of its state."""

    kind: str
    x: str
    width: str
    word: str
    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Timeline:
    """The bar from ``start`` to ``end``."""

    start: datetime
    end: datetime
    spans: tuple[Span, ...]


def timeline(spans: Iterable[tuple[State, datetime, datetime]], now: datetime) -> Timeline | None:
    """The picture of the last year, or of the time since the first look; None where there is nothing to draw."""
    known = [(state, start, end) for state, start, end in spans if end > now - YEAR]
    if not known:
        return None
    begin = max(min(start for _state, start, _end in known), now - YEAR)
    whole = max(now - begin, timedelta(seconds=1))

    def drawn(state: State, start: datetime, end: datetime) -> Span:
        left = (max(start, begin) - begin) / whole * WIDTH
        width = max((end - max(start, begin)) / whole * WIDTH, 3)  # a look alone is seen too
        return Span(
            KINDS[state], f"{min(left, WIDTH - 3):.1f}", f"{width:.1f}", str(Words(state.value).label), start, end
        )

    return Timeline(begin, now, tuple(drawn(*one) for one in known))
