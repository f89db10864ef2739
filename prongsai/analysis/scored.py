"""A country scored: raw answers or the cube → the table of scores, kept beside them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from prongsai.analysis.counting import cube
from prongsai.analysis.counting.columns import AnswerColumn, answer_columns, surveyed
from prongsai.analysis.counting.counts import Counts
from prongsai.analysis.country import Country
from prongsai.analysis.engines import Engine
from prongsai.analysis.items import read_items
from prongsai.analysis.register import read_kinds, read_register
from prongsai.analysis.scoring.evidence import Evidence, evidence
from prongsai.analysis.scoring.scores import scores
from prongsai.analysis.table import table_of, write_table
from prongsai.core.framework.framework import Framework


def columns_of(framework: Framework) -> dict[str, tuple[AnswerColumn, ...]]:
    """The columns of the answers to each instrument that has questions."""
    return {instrument: answer_columns(framework, instrument) for instrument in surveyed(framework)}


def raw_counts(country: Country, framework: Framework, engine: Engine) -> dict[str, Counts]:
    """The answers of a year counted from the raw files, by instrument."""
    return {
        instrument: engine.counts(country.shards(framework.year, instrument), columns)
        for instrument, columns in columns_of(framework).items()
    }


def cube_counts(country: Country, framework: Framework, engine: Engine) -> dict[str, Counts]:
    """The same from the cube, which is brought up to date first. Refused where a new file holds what is no choice."""
    found = {}
    for instrument, columns in columns_of(framework).items():
        names = [name for column in columns for name in column.counted]

        def count(files: list[Path], columns: tuple[AnswerColumn, ...] = columns) -> Counts:
            return engine.checked_counts(files, columns)

        path = country.cube(framework.year, instrument)
        found[instrument] = cube.refresh(path, country.shards(framework.year, instrument), names, count)
    return found


def gathered(country: Country, framework: Framework, counts: Mapping[str, Counts]) -> Evidence:
    """Counts and items of a year, brought to the rows of the register."""
    numbers, kinds = read_kinds(country.register)
    return evidence(numbers, kinds, columns_of(framework), counts, read_items(country.items(framework.year)))


def score_year(country: Country, framework: Framework, engine: Engine, *, raw: bool = False) -> Any:
    """The table of scores of a year (pyarrow), made anew and kept; ``raw``: from the raw files, past the cube."""
    register = list(read_register(country.register))
    counts = (raw_counts if raw else cube_counts)(country, framework, engine)
    table = table_of(framework, scores(framework, gathered(country, framework, counts)), register)
    write_table(country.scores(framework.year), table)
    return table
