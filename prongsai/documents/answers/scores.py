"""Rows of a code and a score: results of items, and what was published. A template of results is such a table."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from prongsai.core.framework.framework import Framework
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.answers.collected import Collected, twice
from prongsai.documents.readers.text.rows import Rows

_YEAR = re.compile(r"25[0-9]{2}")


def headings_of(row: Mapping[int, str]) -> tuple[int, int] | None:
    """The columns of codes and of scores, from 1, where the row has such headings."""
    code = next((at for at, text in row.items() if _plain(text) in ("รหัส", "code", "item")), None)
    score = next((at for at, text in row.items() if _plain(text).startswith(("คะแนน", "score"))), None)
    return None if code is None or score is None else (code, score)


def year_of(row: Mapping[int, str]) -> int | None:
    """The year that a heading names, such as that of a template of results."""
    found = (_YEAR.search(_plain(text)) for text in row.values() if _plain(text).startswith(("คะแนน", "score")))
    return next((int(year[0]) for year in found if year), None)


def add_scores(rows: Rows, columns: tuple[int, int], name: str, to: Collected) -> None:
    """Add the figures of the rows; a row without a figure says nothing."""
    reader = Scores(to.framework)
    code, score = columns
    for at, row in rows.items():
        written, figure = row.get(code, "").strip(), row.get(score, "").strip()
        if not figure or reader.is_level(written):
            continue
        key = reader.code(written)
        value = key if isinstance(key, Sentence) else reader.score(key, figure)
        if isinstance(key, Sentence):
            to.in_cell(name, at, code, key)
        elif isinstance(value, Sentence):
            to.in_cell(name, at, score, value)
        elif key in to.scores:
            to.in_cell(name, at, code, twice(key))
        else:
            to.scores[key] = value


class Scores:
    """Reads the codes and scores of one year."""

    def __init__(self, framework: Framework) -> None:
        # These bring all that reads reports with them, which a file of answers does without.
        from prongsai.documents.results.cells import code_of, score_of
        from prongsai.documents.results.rows import LEVEL, Sort, lines

        self._code_of, self._score_of, self._level, self._item = code_of, score_of, LEVEL, Sort.ITEM
        self._framework = framework
        self._sorts = {line.code: line.sort for line in lines(framework)}

    def is_level(self, written: str) -> bool:
        """Whether the row tells the published level, which follows from the rest."""
        return self._code_of(written, self._sorts) == self._level

    def code(self, written: str) -> str | Sentence:
        """The code of the year, or what is wrong with it."""
        found = self._code_of(written, self._sorts)
        if found is not None and found in self._sorts:
            return found
        year = f"{self._framework.kind}/{self._framework.year}"
        return Sentence(
            f"ไม่มีรหัส “{written[:30]}” ในกรอบ {year} โปรดใช้รหัสของปีนั้น เช่น O1",
            f"{year} has no code “{written[:30]}”. Please use the codes of that year, such as O1.",
        )

    def score(self, code: str, text: str) -> Decimal | Sentence | None:
        """The score, None for an item that does not apply, or what is wrong."""
        return self._score_of(text, may_not_apply=self._sorts[code] is self._item)


def _plain(text: str) -> str:
    return to_arabic(text).strip().lower()
