"""What people write in a cell of answers → the value of the choice."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.core.framework.framework import Framework, Question
from prongsai.core.framework.rules import Scale
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.readers.document import EMPTY, TICKED

_NOT_ANSWERED = {"", "-", "–", "n/a", "ไม่ตอบ"}
_BLANKS = re.compile(r"[\s\u200b]+")
#: A box of a spreadsheet is a yes or a no.
_BOXES = {TICKED: "1", EMPTY: "0", "true": "1", "false": "0"}


def choices_by_key(framework: Framework) -> dict[str, Mapping[str, int]]:
    """Key of a question's part to what may be written there, to the value of the choice.

    A part whose coding has no scale this year is left out.
    """
    scales = {part.coding: framework.scale(part.coding) for one in framework.questions for part in one.parts}
    written = {coding: _written(scale) for coding, scale in scales.items() if scale is not None}
    return {
        key: written[part.coding]
        for one in framework.questions
        for key, part in zip(one.keys, one.parts, strict=True)
        if part.coding in written
    }


def value_of(text: str, choices: Mapping[str, int]) -> int | Sentence | None:
    """The value of the choice, None where nothing was answered, or the sentence that says what may be written."""
    plain = _plain(text)
    if plain in _NOT_ANSWERED:
        return None
    value = choices.get(_BOXES.get(plain, plain))
    if value is not None:
        return value
    numbers = ", ".join(sorted({str(value) for value in choices.values()}))
    words = ", ".join(dict.fromkeys(word for word in choices if not word.isdecimal() and not word.isascii()))
    return Sentence(
        f"“{text.strip()[:40]}” ไม่ใช่ตัวเลือกของข้อนี้ โปรดใช้ {numbers} หรือคำว่า {words} หรือเว้นว่างหากไม่ตอบ",
        f"“{text.strip()[:40]}” is no choice of this question. Please use {numbers}, or its words, "
        "or leave it empty where it was not answered.",
    )


def key_of(text: str, framework: Framework) -> str | Sentence | None:
    """The key that a heading means (``I1A``, ``i๑a``); None for a column of something else, such as a time stamp.

    The sentence says what to write where it begins like a question that the year does not have, or lacks its part.
    """
    plain = _BLANKS.sub("", to_arabic(text)).lower().rstrip(".")
    if not re.fullmatch(r"[ie]0*([0-9]{1,2})[a-z]?", plain):
        return None
    plain = re.sub(r"(?<=[ie])0+(?=[0-9])", "", plain)
    if any(plain in one.keys for one in framework.questions):
        return plain
    question = framework.question(plain.rstrip("abcdefghijklmnopqrstuvwxyz") or plain) or framework.question(
        re.sub(r"[a-z]$", "", plain)
    )
    return _no_key(text.strip(), question, framework)


def _no_key(written: str, question: Question | None, framework: Framework) -> Sentence:
    if question is not None:
        keys = ", ".join(question.keys)
        return Sentence(
            f"“{written[:20]}” ไม่ตรงกับข้อย่อยของ {question.code} โปรดใช้ {keys}",
            f"“{written[:20]}” is no part of {question.code}. Please use {keys}.",
        )
    return Sentence(
        f"ไม่มีข้อคำถาม “{written[:20]}” ในกรอบ {framework.kind}/{framework.year} โปรดตรวจหัวคอลัมน์หรือปี",
        f"{framework.kind}/{framework.year} has no question “{written[:20]}”. Please check the heading or the year.",
    )


def _written(scale: Scale) -> dict[str, int]:
    """Digits and words for the choices of a scale; of "least or not at all", each half will do."""
    words: dict[str, int] = {}
    for choice in scale.choices:
        words[str(choice.value)] = choice.value
        for label in (choice.label, choice.label_en):
            halves = [label, *re.split(r"หรือ|\bor\b", label)]
            words |= {_plain(half): choice.value for half in halves if _plain(half)}
    return words


def _plain(text: str) -> str:
    return _BLANKS.sub("", to_arabic(text)).lower()
