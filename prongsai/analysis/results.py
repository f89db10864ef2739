"""Published results of many agencies and years, from a file: every row is read, or refused by row and column."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from prongsai import places
from prongsai.core.access.decision import Refused
from prongsai.core.country.table import Remark, TableRow, read_table
from prongsai.core.country.years import by_year
from prongsai.core.thai.fiscal import YEARS
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.results_table import open_table
from prongsai.frameworks.loader import newest_for

#: The whole country over so many years fits into a file.
_MOST_YEARS = 20


@dataclass(frozen=True, slots=True)
class Results:
    """Fiscal year to its rows. With ``faults`` nothing is to be reckoned; ``warnings`` are for a person to weigh."""

    rows: Mapping[int, Sequence[TableRow]]
    faults: tuple[Remark, ...]
    warnings: tuple[Remark, ...]


def load_results(path: Path, year: int | None = None) -> Results:
    """The results of a file; ``year`` where no column tells it. Refused where the file cannot be read at all."""
    try:
        sheet = open_table(path.read_bytes(), path.name, _MOST_YEARS).rows
    except Refusal as refusal:
        raise Refused(refusal.sentence) from refusal
    years, astray = by_year(sheet, newest_for(YEARS[-1])[0], year)
    gazetteer = places.load()
    checked = {one: read_table(rows, one, newest_for(one)[0], gazetteer) for one, rows in sorted(years.items())}
    # What is wrong with the headings is found anew in every year: it is told once.
    faults = dict.fromkeys([*astray, *(fault for one in checked.values() for fault in one.faults)])
    warnings = [warning for one in checked.values() for warning in one.warnings]
    return Results(
        {one: found.rows for one, found in checked.items()},
        tuple(sorted(faults, key=lambda one: (one.row, one.column))),
        tuple(sorted(warnings, key=lambda one: (one.row, one.column))),
    )
