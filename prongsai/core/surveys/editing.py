"""A questionnaire with one thing changed: each function gives a new one, and the old stays as it is.

Sections are named by their place from 0, questions by their keys. What is not there is a LookupError.
"""

from __future__ import annotations

import re
from dataclasses import replace

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.questionnaire import Questionnaire, Section, SurveyQuestion

_NUMBERED = re.compile(r"q[0-9]+")


def with_head(old: Questionnaire, title: Sentence, introduction: Sentence) -> Questionnaire:
    """With another title and introduction."""
    return replace(old, title=title, introduction=introduction)


def with_section(old: Questionnaire, at: int | None, title: Sentence, help: Sentence) -> Questionnaire:
    """With the words of a section changed; without a place, with a new section at the end."""
    if at is None:
        return replace(old, sections=(*old.sections, Section(title, (), help)))
    return _with(old, at, replace(_section(old, at), title=title, help=help))


def without_section(old: Questionnaire, at: int) -> Questionnaire:
    """Without a section and its questions."""
    _section(old, at)
    return replace(old, sections=old.sections[:at] + old.sections[at + 1 :])


def with_section_moved(old: Questionnaire, at: int, by: int) -> Questionnaire:
    """With a section one place up (-1) or down (1), where there is such a place."""
    sections, to = list(old.sections), at + by
    _section(old, at)
    if 0 <= to < len(sections):
        sections[at], sections[to] = sections[to], sections[at]
    return replace(old, sections=tuple(sections))


def with_question(old: Questionnaire, question: SurveyQuestion, section: int) -> Questionnaire:
    """With a question in place of the one of its key; where there is none, at the end of that section."""
    if old.question(question.key) is None:
        found = _section(old, section)
        return _with(old, section, replace(found, questions=(*found.questions, question)))
    at, place = place_of(old, question.key)
    questions = old.sections[at].questions
    changed = (*questions[:place], question, *questions[place + 1 :])
    return _with(old, at, replace(old.sections[at], questions=changed))


def without_question(old: Questionnaire, key: str) -> Questionnaire:
    """Without a question."""
    at, place = place_of(old, key)
    questions = old.sections[at].questions
    return _with(old, at, replace(old.sections[at], questions=questions[:place] + questions[place + 1 :]))


def with_question_moved(old: Questionnaire, key: str, by: int) -> Questionnaire:
    """With a question one place up (-1) or down (1); from the edge of a section into the next one, if there is one."""
    at, place = place_of(old, key)
    questions = list(old.sections[at].questions)
    question = questions[place]
    if 0 <= place + by < len(questions):
        questions[place], questions[place + by] = questions[place + by], question
        return _with(old, at, replace(old.sections[at], questions=tuple(questions)))
    if not 0 <= at + by < len(old.sections):
        return old
    left = without_question(old, key)
    there = left.sections[at + by]
    moved = (question, *there.questions) if by > 0 else (*there.questions, question)
    return _with(left, at + by, replace(there, questions=moved))


def before(questionnaire: Questionnaire, key: str | None, section: int) -> tuple[SurveyQuestion, ...]:
    """The questions before that of a key; of a key that is not there, those up to the end of the section."""
    known = key is not None and questionnaire.question(key) is not None
    if not known:
        return tuple(one for each in questionnaire.sections[: section + 1] for one in each.questions)
    asked = list(questionnaire.questions)
    return tuple(asked[: next(at for at, one in enumerate(asked) if one.key == key)])


def next_key(*versions: Questionnaire) -> str:
    """A key for a new question, ``q1``, ``q2`` …, that no version had: two questions would be counted as one."""
    taken = {one.key for version in versions for one in version.questions}
    highest = max((int(key[1:]) for key in taken if _NUMBERED.fullmatch(key)), default=0)
    return f"q{highest + 1}"


def place_of(questionnaire: Questionnaire, key: str) -> tuple[int, int]:
    """In which section a question stands, and at which place there."""
    for at, section in enumerate(questionnaire.sections):
        for place, question in enumerate(section.questions):
            if question.key == key:
                return at, place
    raise LookupError(key)


def _section(questionnaire: Questionnaire, at: int) -> Section:
    if not 0 <= at < len(questionnaire.sections):
        raise LookupError(at)
    return questionnaire.sections[at]


def _with(old: Questionnaire, at: int, section: Section) -> Questionnaire:
    return replace(old, sections=(*old.sections[:at], section, *old.sections[at + 1 :]))
