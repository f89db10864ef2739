"""A table with one respondent a row and one part of a question a column."""

from __future__ import annotations

from collections.abc import Mapping

from prongsai.core.country.table import letters
from prongsai.core.sentence import Sentence
from prongsai.documents.answers.choices import choices_by_key, value_of
from prongsai.documents.answers.collected import Collected, twice
from prongsai.documents.readers.text.rows import Rows

#: A column's key, what is wrong with its heading, or None for a column of something else.
Keys = Mapping[int, str | Sentence | None]


def add_respondents(rows: Rows, head: int, keys: Keys, name: str, to: Collected) -> None:
    """Add the responses of the rows; ``head`` is the row of the headings, from 1."""
    taken = _columns(head, keys, name, to)
    choices = choices_by_key(to.framework)
    for at, row in rows.items():
        response: dict[str, int] = {}
        for key, column in taken.items():
            value = value_of(row.get(column, ""), choices.get(key, {}))
            if isinstance(value, Sentence):
                to.in_cell(name, at, column, value)
            elif value is not None:
                response[key] = value
        if response:
            to.responses.append(response)


def _columns(head: int, keys: Keys, name: str, to: Collected) -> dict[str, int]:
    taken: dict[str, int] = {}
    for column, key in keys.items():
        if isinstance(key, Sentence):
            to.in_cell(name, head, column, key)
        elif key is not None and key in taken:
            to.in_cell(name, head, column, twice(key, letters(taken[key])))
        elif key is not None:
            taken[key] = column
    return taken
