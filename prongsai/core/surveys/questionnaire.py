"""A questionnaire: sections of questions, in Thai and English, of which some appear only after certain answers.

It is plain data. A version that somebody has answered never changes: an answer belongs to the version answered.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from prongsai.core.sentence import Sentence

#: Where nothing is said.
SILENT = Sentence("", "")


class SurveyKind(StrEnum):
    """What a survey is for."""

    MOCK_IIT = "mock_iit"
    MOCK_EIT = "mock_eit"
    SATISFACTION = "satisfaction"
    TRAINING = "training"
    OWN = "own"


class AnswerKind(StrEnum):
    """How a question is answered."""

    CHOICE = "choice"  # one of the options
    CHOICES = "choices"  # any number of the options
    SCALE = "scale"  # one of ordered options: it has a mean
    YES_NO = "yes_no"  # one of two options, 0 and 1
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose. ``value`` is what is stored and counted."""

    value: int
    label: Sentence


@dataclass(frozen=True, slots=True)
class ShownIf:
    """A question appears only where the earlier question ``key`` was answered with one of ``values``."""

    key: str
    values: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SurveyQuestion:
    """One question. ``key`` names it in answers and exports (``i1a``, ``q3``) and is unique in its questionnaire.

    ``lead`` is the sentence over a group of questions that share it; empty where the question stands alone.
    ``least`` and ``most`` bound a number; ``most`` bounds the letters of a text.
    """

    key: str
    kind: AnswerKind
    text: Sentence
    options: tuple[Option, ...] = ()
    required: bool = True
    lead: Sentence = SILENT
    shown_if: ShownIf | None = None
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A page of questions under one heading; on a phone one section is one screen."""

    title: Sentence
    questions: tuple[SurveyQuestion, ...]
    help: Sentence = SILENT


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A whole questionnaire. ``from_memory``: its wording has no source yet, which is said where it is shown."""

    kind: SurveyKind
    title: Sentence
    introduction: Sentence
    sections: tuple[Section, ...]
    from_memory: bool = False

    @property
    def questions(self) -> Iterator[SurveyQuestion]:
        """All questions, in order."""
        for section in self.sections:
            yield from section.questions

    def question(self, key: str) -> SurveyQuestion | None:
        """The question of that key."""
        return next((one for one in self.questions if one.key == key), None)
