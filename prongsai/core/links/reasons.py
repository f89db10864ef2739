"""What each thing that is noticed means: the state that it makes, a sentence, and the way out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from prongsai.core.links.link import Noticed, State
from prongsai.core.links.words.certificate import OF_CERTIFICATES
from prongsai.core.links.words.content import OF_CONTENT
from prongsai.core.links.words.telling import Telling
from prongsai.core.links.words.way import OF_THE_WAY
from prongsai.core.sentence import Sentence

_ALL: dict[tuple[str, str], Telling] = {**OF_THE_WAY, **OF_CERTIFICATES, **OF_CONTENT}
_ORDER = (State.FINE, State.UNKNOWN, State.DOUBTFUL, State.BROKEN)


@dataclass(frozen=True, slots=True)
class Told:
    """A thing noticed, as people are told it: ``what`` was found, and ``way`` how to mend it."""

    state: State
    what: Sentence
    way: Sentence


def told(noticed: Noticed) -> Told:
    """Its state and sentences, filled with its detail."""
    telling = telling_of(noticed)
    return Told(telling.state, _filled(telling.what, noticed.detail), _filled(telling.way, noticed.detail))


def telling_of(noticed: Noticed) -> Telling:
    """The words for this detail, else those for the reason. Statuses without words of their own go by their hundred."""
    for detail in (noticed.detail, f"{noticed.detail[:1]}xx", ""):
        if (found := _ALL.get((noticed.reason, detail))) is not None:
            return found
    raise KeyError(noticed.reason)


def sentence(noticed: Noticed) -> Sentence:
    """What was found and what to do, as one."""
    one = told(noticed)
    return Sentence(f"{one.what.th} {one.way.th}", f"{one.what.en} {one.way.en}")


def state_of(noticed: Noticed) -> State:
    """The state that this alone makes."""
    return telling_of(noticed).state


def worst(noticed: Iterable[Noticed]) -> State:
    """The worst state that these make together; FINE where nothing was noticed."""
    return max(map(state_of, noticed), key=_ORDER.index, default=State.FINE)


def _filled(sentence: Sentence, detail: str) -> Sentence:
    return Sentence(sentence.th.replace("{detail}", detail), sentence.en.replace("{detail}", detail))
