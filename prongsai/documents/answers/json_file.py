"""Answers as JSON: ``{"responses": [{"i1a": 4, …}, …], "items": {"O1": 100, "O2": null, …}}``, or the list alone."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from prongsai.core.sentence import Sentence
from prongsai.documents.answers.choices import choices_by_key, key_of, value_of
from prongsai.documents.answers.collected import Collected
from prongsai.documents.answers.scores import Scores
from prongsai.documents.readers.kinds import called
from prongsai.documents.readers.refusal import Refusal


def add_json(text: str, name: str, to: Collected) -> None:
    """Add the responses and the scores of a file. Refusal where it has another shape."""
    value = _loaded(text, name)
    responses = value.get("responses", []) if isinstance(value, dict) else value
    items = value.get("items", {}) if isinstance(value, dict) else {}
    if not isinstance(responses, list) or not isinstance(items, dict) or not (responses or items):
        raise _other_shape(name)
    _responses(responses, name, to)
    if items:
        _items(items, name, to)


def _loaded(text: str, name: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as fault:
        line = getattr(fault, "lineno", 1)
        raise Refusal(
            f"{called(name)}ไม่ใช่ JSON ที่ถูกต้อง โปรดตรวจบรรทัด {line}",
            f"{name or 'The file'} is no valid JSON. Please check line {line}.",
        ) from fault


def _responses(responses: Sequence[object], name: str, to: Collected) -> None:
    choices = choices_by_key(to.framework)
    for number, one in enumerate(responses, start=1):
        if not isinstance(one, dict):
            raise _other_shape(name)
        response: dict[str, int] = {}
        for written, answer in one.items():
            key = key_of(written, to.framework)
            if key is None:
                continue
            text = "" if answer is None else str(int(answer)) if isinstance(answer, bool) else str(answer)
            value = key if isinstance(key, Sentence) else value_of(text, choices.get(key, {}))
            if isinstance(value, Sentence):
                to.at(name, f"responses {number} {written}", value)
            elif value is not None:
                response[str(key)] = value
        if response:
            to.responses.append(response)


def _items(items: Mapping[str, object], name: str, to: Collected) -> None:
    reader = Scores(to.framework)
    for written, score in items.items():
        key = reader.code(written)
        value = key if isinstance(key, Sentence) else reader.score(key, "-" if score is None else str(score))
        if isinstance(value, Sentence):
            to.at(name, f"items {written}", value)
        else:
            to.scores[str(key)] = value


def _other_shape(name: str) -> Refusal:
    shape = '{"responses": [{"i1a": 4, "i2": 3}, …], "items": {"O1": 100, "O2": 0}}'
    return Refusal(
        f"{called(name)}ต้องมีรูปแบบ {shape} อย่างน้อยหนึ่งส่วน",
        f"{name or 'The file'} needs the shape {shape}, one of the two at least.",
    )
