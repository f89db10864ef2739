"""What is entered in ITAS of an item: มี or ไม่มี, the addresses, the explanation; and whether that is safe to enter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.disclosures.state import Reason, State
from prongsai.core.sentence import Sentence


class Preference(StrEnum):
    """Which addresses an agency enters: that of its public page here, or those of its own website."""

    PORTAL = "portal"
    OWN = "own"


class Readiness(StrEnum):
    """Whether an item can be entered."""

    READY = "ready"
    LOOK = "look"  # it can, but something should be looked at first
    NOT_YET = "not_yet"  # there is nothing to enter, or an assessor would find it dead


WORDS: dict[str, Sentence] = {"has": Sentence("มี", "มี (yes)"), "has_not": Sentence("ไม่มี", "ไม่มี (no)")}

#: Reasons that say nothing about what is entered.
_ELSEWHERE = {Reason.NO_OWNER, Reason.NOTHING_TO_SHOW}
#: Reasons that hold only for the address of the public page here.
_OF_PORTAL = {Reason.NOT_PUBLISHED, Reason.WITHDRAWN, Reason.CHANGED_SINCE}


@dataclass(frozen=True, slots=True)
class Shown:
    """Where a component is shown: the title of a link or file (nothing: the item's own text), and the place in it."""

    component: str
    title: str
    where: str


@dataclass(frozen=True, slots=True)
class Values:
    """What is typed into ITAS. ``is_suggested``: nobody wrote the explanation, it is made of the components."""

    answer: str
    urls: tuple[str, ...]
    explanation: str
    is_suggested: bool = False

    @property
    def kept(self) -> dict[str, str | list[str]]:
        """What is kept of them when somebody says that they were entered."""
        return {"answer": self.answer, "urls": list(self.urls), "explanation": self.explanation}


def addresses(preference: Preference, portal: str, own: Sequence[str]) -> tuple[str, ...]:
    """The addresses to enter. ``portal`` is empty while nothing is public here; then the agency's own serve."""
    if preference is Preference.PORTAL:
        return (portal,) if portal else tuple(own)
    return tuple(own) or ((portal,) if portal else ())


def answer_of(answer: str, urls: Sequence[str]) -> str:
    """The answer that was given, or “has” where nobody gave one and there is an address."""
    return answer or ("has" if urls else "")


def explanation_of(shown: Sequence[Shown], asked: int) -> str:
    """Where each component is, in one line of Thai; empty where nothing is known of them.

    ``asked`` is how many components the item has: where all of them stand in one place, that is said once.
    """
    places = {_place(one) for one in shown}
    if not any(one.title or one.where for one in shown):
        return ""
    if len(shown) == asked and len(places) == 1:
        return f"แสดงครบทุกองค์ประกอบ ดูที่ {places.pop()}"
    return "; ".join(f"({number}) {one.component} ดูที่ {_place(one)}" for number, one in enumerate(shown, 1))


def readiness(values: Values, state: State, reasons: Sequence[Reason], *, is_portal: bool) -> Readiness:
    """Whether the values can be entered now."""
    if not values.answer or (values.answer == "has" and not values.urls) or state is State.BROKEN:
        return Readiness.NOT_YET
    return Readiness.LOOK if doubts(reasons, is_portal=is_portal) else Readiness.READY


def doubts(reasons: Sequence[Reason], *, is_portal: bool) -> tuple[Reason, ...]:
    """The reasons that matter to whoever enters these addresses."""
    passed = _ELSEWHERE if is_portal else _ELSEWHERE | _OF_PORTAL
    return tuple(one for one in reasons if one not in passed)


def changed_since(kept: dict[str, str | list[str]], values: Values) -> bool:
    """Whether the answer or an address is another than was entered. Words of an explanation may be polished."""
    return (kept.get("answer", ""), kept.get("urls", [])) != (values.answer, list(values.urls))


def _place(one: Shown) -> str:
    return " ".join(word for word in (one.title and f"“{one.title}”", one.where) if word) or "หน้านี้"
