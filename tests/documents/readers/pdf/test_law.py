"""What is written as PDF is read back as it was, white space aside: a page does not keep it where lines are broken."""

import json
import re
from itertools import groupby

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from prongsai.core.reports.reading_json import to_json
from prongsai.documents.readers.recognise import recognise
from prongsai.documents.writers import cells, project, write
from tests.documents.readers.pdf.drawn import source_of
from tests.documents.writers.expected import bare
from tests.documents.writers.forms import FORMS
from tests.documents.writers.sample import REPORT
from tests.documents.writers.strategies import readings
from tests.documents.writers.test_law import NAMES


def squeezed(reading):
    kept = {name: value for name, value in to_json(reading).items() if name != "notes"}
    return json.loads(re.sub(r"(?<!\\)\s+", "", json.dumps(kept, ensure_ascii=False)))


def columns_of(tables):
    """The text of each column, whatever pages its rows are cut by; tables with the same headings are one."""
    return [
        (heads, ["".join(column) for column in zip(*(row for _, rows in same for row in rows), strict=True)])
        for heads, same in groupby(tables, key=lambda table: table[0])
    ]


def written(sheet):
    return [
        (
            [bare(column.heading) for column in table.columns],
            [[bare("".join(cell.lines)) for cell in row] for row in table.rows],
        )
        for table in sheet.tables
    ]


def found(source):
    rows = [[[bare(cell.text) for cell in row.cells] for row in table.rows] for table in source.document.tables]
    return [(table[0], table[1:]) for table in rows]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
def test_a_whole_report_is_read_back_as_it_was(form):
    kept = project(REPORT, form)
    reading, _ = recognise(source_of(write(kept, form, "pdf", names=NAMES)).document)
    assert squeezed(reading) == squeezed(kept)


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.id)
# What fails is not made smaller: each try makes a PDF, and takes a second.
@settings(
    max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow], phases=[Phase.explicit, Phase.generate]
)
@given(reading=readings())
def test_every_column_and_every_paragraph_of_the_memo_is_read_to_the_letter(form, reading):
    sheet, source = cells(reading, form, NAMES), source_of(write(reading, form, "pdf", names=NAMES))
    assert columns_of(found(source)) == columns_of(written(sheet))
    paragraphs = [bare(block.text) for block in source.document.blocks if hasattr(block, "text")]
    assert [line for line in (sheet.memo.body if sheet.memo else ()) if bare(line) not in paragraphs] == []
