"""This year's report into last year's Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from prongsai.core.reports.layout import FormLayout, Holds
from prongsai.core.reports.project import measures_of, project
from prongsai.core.reports.reading import Reading
from prongsai.core.reports.sheet import Names, SignatureBlock, cells
from prongsai.documents.writers.own_paper.cells import Line
from prongsai.documents.writers.own_paper.disclosures import put_disclosures
from prongsai.documents.writers.own_paper.find import Target, understand
from prongsai.documents.writers.own_paper.memo import put_memo, take_memo_away
from prongsai.documents.writers.own_paper.package import exchanged
from prongsai.documents.writers.own_paper.pattern import RowPattern
from prongsai.documents.writers.own_paper.rows import lines_of_score, replace_rows, row_lines
from prongsai.documents.writers.own_paper.titles import put_titles


def write(
    data: bytes,
    reading: Reading,
    *,
    form: FormLayout | None = None,
    names: Names | None = None,
    signatures: Sequence[SignatureBlock] = (),
) -> bytes:
    """The report in the agency's own paper ``data``: other words in its memo, titles and tables, all else as it was.

    ``form`` is what was agreed that the paper carries, by default all that is found in it; ``names`` and ``signatures``
    as in ``writers.write``. Raises Refusal where the file is no form.
    """
    found = understand(data)
    layout = found.layout
    kept = project(project(reading, form) if form is not None else reading, layout)
    for target in found.targets:
        _put_table(target, kept, layout, names)
    if found.memo is not None and kept.memo is not None:
        put_memo(found.memo, kept.memo, cells(kept, layout, names, signatures).signatures)
    elif found.memo is not None:
        take_memo_away(found.memo)
    put_titles(found.titles, kept)
    return exchanged(data, found.package, found.traced.main, found.traced.root)


def _put_table(target: Target, reading: Reading, layout: FormLayout, names: Names | None) -> None:
    if target.place.table.holds is Holds.DISCLOSURES:
        put_disclosures(target, reading.disclosures, names or Names())
        return
    for part, pattern in target.parts:
        if target.place.table.holds is Holds.SCORES:
            replace_rows(part, pattern, list(_score_lines(pattern, reading, layout, names)))
        else:
            measures = measures_of(reading, layout, target.place)
            replace_rows(part, pattern, [row_lines(pattern, row) for row in measures])


def _score_lines(
    pattern: RowPattern, reading: Reading, layout: FormLayout, names: Names | None
) -> Iterator[list[list[Line]]]:
    printed = next((one for one in cells(reading, layout, names).tables if one.holds is Holds.SCORES), None)
    for row in printed.rows if printed else ():
        marks = pattern.marks.values()
        yield [lines_of_score(*one) for one in zip(pattern.columns.values(), marks, row, strict=True)]
