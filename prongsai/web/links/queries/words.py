"""What was noticed of a link, in words."""

from __future__ import annotations

from typing import Protocol

from prongsai.core.links.link import Noticed, Reason, State
from prongsai.core.links.reasons import Told, sentence, state_of, told
from prongsai.core.sentence import Sentence

_GRAVEST_FIRST = (State.BROKEN, State.DOUBTFUL, State.UNKNOWN, State.FINE)


class Looked(Protocol):
    """A link or a stretch of its history."""

    noticed: list[list[str]]


def noticed_of(one: Looked) -> tuple[Noticed, ...]:
    """What was noticed, the gravest first."""
    found = (Noticed(Reason(reason), detail) for reason, detail in one.noticed)
    return tuple(sorted(found, key=lambda noticed: _GRAVEST_FIRST.index(state_of(noticed))))


def told_of(one: Looked) -> tuple[Told, ...]:
    """What was found and the way to mend it, the gravest first."""
    return tuple(told(noticed) for noticed in noticed_of(one))


def said_of(one: Looked) -> tuple[Sentence, ...]:
    """The same, each as one sentence."""
    return tuple(sentence(noticed) for noticed in noticed_of(one))
