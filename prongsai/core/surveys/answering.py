"""How a form that was sent becomes an answer, or comes back with what is missing; and how an answer is stored."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.checks import LONGEST_ANSWER
from prongsai.core.surveys.questionnaire import AnswerKind, Questionnaire, SurveyQuestion
from prongsai.core.thai.digits import to_arabic

#: A number chosen, numbers chosen, a number written, or text.
Value = int | tuple[int, ...] | Decimal | str
#: The answers of one respondent by keys of questions; a question that was not shown or not answered is absent.
Answers = dict[str, Value]

#: As many digits as a number of JSON keeps exactly wherever it is read.
MOST_DIGITS: Final = 15
#: Seconds that one question takes to read and answer, by kind: what the poster says of the time is a sum of them.
SECONDS: Final = {
    AnswerKind.CHOICE: 10,
    AnswerKind.CHOICES: 15,
    AnswerKind.SCALE: 10,
    AnswerKind.YES_NO: 8,
    AnswerKind.NUMBER: 12,
    AnswerKind.TEXT: 40,
}

_EMPTY = Sentence("โปรดตอบข้อนี้", "Please answer this question.")
_NO_OPTION = Sentence("โปรดเลือกจากตัวเลือกที่มี", "Please choose one of the options.")
_NO_NUMBER = Sentence("โปรดเขียนเป็นตัวเลข เช่น 12 หรือ ๑๒", "Please write a number, such as 12.")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a form: the answers, and the faults by keys of questions. With a fault nothing is stored."""

    answers: Answers
    faults: Mapping[str, Sentence]


class Unfit(Exception):
    """An answer that cannot be taken; says why."""

    def __init__(self, why: Sentence) -> None:
        super().__init__(why.en)
        self.why = why


def field(position: int) -> str:
    """The name of the field of the question in that place (0 is the first)."""
    return f"q{position + 1}"


def take(questionnaire: Questionnaire, sent: Callable[[str], Sequence[str]]) -> Taken:
    """Read a form. ``sent`` gives the values of a field, none where it was not sent.

    What was answered to a question that is not shown is left aside: somebody chose it before changing their mind.
    """
    answers: Answers = {}
    faults: dict[str, Sentence] = {}
    for position, question in enumerate(questionnaire.questions):
        if not is_shown(question, answers):
            continue
        try:
            value = _read(question, sent(field(position)))
        except Unfit as unfit:
            faults[question.key] = unfit.why
            continue
        if value is not None:
            answers[question.key] = value
        elif question.required:
            faults[question.key] = _EMPTY
    return Taken(answers, faults)


def is_shown(question: SurveyQuestion, answers: Answers) -> bool:
    """Whether a question is asked of somebody who answered the questions before it so."""
    if question.shown_if is None:
        return True
    given = answers.get(question.shown_if.key)
    return not set(question.shown_if.values).isdisjoint(given if isinstance(given, tuple) else (given,))


def to_text(answers: Answers) -> str:
    """The canonical JSON of an answer: the same answers are the same text."""
    plain = {key: _plain(value) for key, value in answers.items()}
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def from_text(text: str) -> Answers:
    """The answers of a text that ``to_text`` wrote."""
    return {key: tuple(value) if isinstance(value, list) else value for key, value in _loads(text).items()}


def minutes(questionnaire: Questionnaire) -> int:
    """About how long it takes to answer everything: whole minutes, at least one."""
    return max(1, round(sum(SECONDS[question.kind] for question in questionnaire.questions) / 60))


def _loads(text: str) -> dict[str, Value | list[int]]:
    values: dict[str, Value | list[int]] = json.loads(text, parse_float=Decimal)
    return values


def _plain(value: Value) -> int | float | str | list[int]:
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)  # exact: see MOST_DIGITS
    return value


def _read(question: SurveyQuestion, sent: Sequence[str]) -> Value | None:
    """The value of one question; None where nothing was answered. Raises Unfit."""
    if question.kind is AnswerKind.CHOICES:
        return tuple(sorted({_chosen(question, one) for one in sent if one})) or None
    text = sent[-1] if sent else ""
    if question.kind is AnswerKind.TEXT:
        return _text(question, text)
    if not (text := text.strip()):
        return None
    return _number(question, text) if question.kind is AnswerKind.NUMBER else _chosen(question, text)


def _chosen(question: SurveyQuestion, text: str) -> int:
    for option in question.options:
        if str(option.value) == text:
            return option.value
    raise Unfit(_NO_OPTION)


def _number(question: SurveyQuestion, text: str) -> Decimal:
    plain = to_arabic(text).replace(",", "").replace(" ", "")
    if not re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?", plain):
        raise Unfit(_NO_NUMBER)
    if len(plain) > MOST_DIGITS:
        raise Unfit(Sentence(f"โปรดเขียนไม่เกิน {MOST_DIGITS} หลัก", f"Please write at most {MOST_DIGITS} digits."))
    value = Decimal(plain)
    if question.least is not None and value < question.least:
        raise Unfit(Sentence(f"น้อยที่สุดคือ {question.least}", f"The least is {question.least}."))
    if question.most is not None and value > question.most:
        raise Unfit(Sentence(f"มากที่สุดคือ {question.most}", f"The most is {question.most}."))
    return value


def _text(question: SurveyQuestion, text: str) -> str | None:
    """Text without signs that nobody types, such as NUL, which PostgreSQL keeps not."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = "".join(one for one in lines if one == "\n" or unicodedata.category(one) not in {"Cc", "Cs", "Cn"}).strip()
    most = LONGEST_ANSWER if question.most is None else min(LONGEST_ANSWER, int(question.most))
    if len(kept) > most:
        raise Unfit(
            Sentence(
                f"ยาว {len(kept)} ตัวอักษร โปรดย่อให้ไม่เกิน {most} ตัวอักษร",
                f"This has {len(kept)} letters. Please shorten it to {most}.",
            )
        )
    return kept or None
