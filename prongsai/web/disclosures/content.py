"""What a person writes of one item: its settings, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.core.reports.reading import Status


@dataclass(frozen=True, slots=True)
class Content:
    """What a person writes of one item. ``division_id`` is the division that looks after it, if any; ``due_on`` the
    day on which it should be public.
    """

    name: str
    components: tuple[str, ...] = ()
    responsible: tuple[str, ...] = ()
    division_id: int | None = None
    status: Status = Status.NOT_STARTED
    progress: tuple[str, ...] = ()
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What a person writes of an item: the text for the public, and the answer with its explanation."""

    text: str = ""
    answer: str = ""
    explanation: str = ""
