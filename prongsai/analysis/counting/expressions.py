"""Counting as Ibis expressions: whole numbers only, so that every engine gives the same."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from prongsai.analysis.counting.columns import AnswerColumn

if TYPE_CHECKING:
    import ibis.expr.types as ir

#: Parts of questions that are counted in one pass over the file: more need more memory, fewer more passes.
AT_ONCE = 13


def counts(answers: ir.Table, columns: Sequence[AnswerColumn]) -> ir.Table:
    """Raw answers (``agency`` and the columns) → one row an agency: how many chose each value, and ``respondents``.

    An answer left out (null) is counted nowhere. So is a value that is no choice, which ``strays`` tells.
    """
    measures = {
        name: (answers[column.key] == value).sum().fill_null(0).cast("int32")
        for column in columns
        for value, name in zip(column.values, column.counted, strict=True)
    }
    return answers.group_by("agency").aggregate(respondents=answers.count().cast("int32"), **measures)


def in_passes(columns: Sequence[AnswerColumn]) -> Iterator[Sequence[AnswerColumn]]:
    """The columns in even portions that are counted at once."""
    passes = -(-len(columns) // AT_ONCE)
    size = -(-len(columns) // max(passes, 1))
    for start in range(0, len(columns), max(size, 1)):
        yield columns[start : start + size]


def strays(answers: ir.Table, columns: Sequence[AnswerColumn]) -> ir.Table:
    """One row: of each column how many answers are no choice of it."""
    return answers.aggregate(
        **{
            one.key: (answers[one.key].notnull() & answers[one.key].notin(one.values)).sum().fill_null(0)
            for one in columns
        }
    )
