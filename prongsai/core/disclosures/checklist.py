"""The components of an item as a checklist: which are shown and where, and which have lost their place."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """A tick as it was made: where the component is shown. ``piece`` is a piece of evidence, None the own text.

    ``where`` narrows it down, such as “หน้า 3”.
    """

    component: str
    piece: int | None
    where: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """A component on the list. ``mark`` is there while its place is; ``lost`` the one whose place was taken off.

    ``offer`` is where last year showed it, as a place of this year, to be confirmed by a person.
    """

    component: str
    is_from_memory: bool = False
    mark: Mark | None = None
    lost: Mark | None = None
    offer: Mark | None = None

    @property
    def is_shown(self) -> bool:
        """Whether it is ticked and what it points to is still there."""
        return self.mark is not None


def checklist(
    components: Sequence[str],
    marks: Iterable[Mark],
    pieces: Collection[int],
    *,
    has_words: bool,
    from_memory: Collection[str] = (),
    offers: Mapping[str, Mark] | None = None,
) -> tuple[Check, ...]:
    """The list in the order of ``components``. ``pieces`` are those that the item shows now, ``has_words`` whether it
    has content of its own. A mark of a component that is not asked for stays out.
    """
    made = {mark.component: mark for mark in marks}

    def check(component: str) -> Check:
        mark = made.get(component)
        stands = mark is not None and (has_words if mark.piece is None else mark.piece in pieces)
        offer = None if mark else (offers or {}).get(component)
        kept, lost = (mark, None) if stands else (None, mark)
        return Check(component, component in from_memory, kept, lost, offer)

    return tuple(check(component) for component in dict.fromkeys(components))
