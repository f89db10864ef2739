"""The answer to "may this person do that": a refusal carries the sentence shown beside the disabled button."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Decision:
    """``allowed`` and, where it is False, ``why`` with the way out. True in a condition means allowed."""

    allowed: bool
    why: Sentence | None = None

    def __bool__(self) -> bool:
        return self.allowed


ALLOWED = Decision(True)


def refused(th: str, en: str) -> Decision:
    """A refusal with its reason in both languages."""
    return Decision(False, Sentence(th, en))


class Refused(Exception):
    """An action was asked for what the rules do not allow. ``why`` is for the person: nothing was changed."""

    def __init__(self, why: Sentence | Decision) -> None:
        sentence = why.why if isinstance(why, Decision) else why
        self.why = sentence or Sentence("ทำรายการนี้ไม่ได้", "This cannot be done.")
        super().__init__(str(self.why))


def demand(decision: Decision) -> None:
    """Raises Refused with the reason of a refusal; does nothing where it is allowed."""
    if not decision and decision.why is not None:
        raise Refused(decision.why)
