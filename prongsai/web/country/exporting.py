"""Lists of results as files, row after row, so that all years of the country need no more memory than one."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterable, Iterator, Sequence

import xlsxwriter
from django.http import FileResponse, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.utils.translation import gettext as _

from prongsai.core.country.columns import CODE, INDICATORS, KIND, LABELS, LEVEL, NAME, PROVINCE, SIZE, TOTAL, YEAR
from prongsai.core.country.hundredths import shown
from prongsai.core.country.regions import REGIONS
from prongsai.core.country.scope import Scope
from prongsai.documents.results_table import parquet_is_read
from prongsai.web.country.queries.bodies import Filters, missing_of, results_of
from prongsai.web.country.words import kind_name
from prongsai.web.site.refusals import said

KINDS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "parquet": "application/vnd.apache.parquet",
}
#: A cell that begins so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COLUMNS = (YEAR, CODE, NAME, KIND, SIZE, PROVINCE)
_CHUNK = 2000
#: A row: texts as they are, scores in hundredths, None where there is nothing. The year is a number.
ExportRow = Sequence[str | int | None]
_TEXTS = len(_COLUMNS) + 1


def headings() -> list[str]:
    """The columns; a file can be brought in again as it is."""
    texts = [said(LABELS[key]) for key in _COLUMNS]
    return [
        *texts,
        _("Region"),
        *(said(LABELS[key]) for key in (*INDICATORS, TOTAL)),
        _("Beside last year"),
        said(LABELS[LEVEL]),
    ]


def rows_of(scope: Scope, years: Iterable[int], filters: Filters) -> Iterator[ExportRow]:
    """The rows of these years in the order of the list; without scores for bodies that have no result."""
    regions = {code: said(region.name) for code, region in REGIONS.items()}
    for year in years:
        if filters.missing:
            columns = ("code", "name", "kind", "size", "province", "region")
            for code, name, kind, *rest, region in (
                missing_of(scope, year, filters).values_list(*columns).iterator(_CHUNK)
            ):
                yield year, code, name, kind_name(kind), *rest, regions.get(region, ""), *(None,) * 12, ""
            continue
        fields = (
            *("body__code", "body__name", "kind", "body__size", "province", "region"),
            *(f"i{number}" for number in INDICATORS),
            *("total", "change", "level"),
        )
        found = results_of(scope, year, filters).values_list(*fields)
        for code, name, kind, size, province, region, *rest in found.iterator(_CHUNK):
            yield year, code, name, kind_name(kind), size, province, regions.get(region, ""), *rest


def response(kind: str, name: str, rows: Iterator[ExportRow], *, years: int = 1) -> HttpResponseBase:
    """The rows of so many years as a file of that kind; or a sentence, where such a file is not made here.

    A sheet is made of one year only: those of seven take a worker longer than others should wait.
    """
    if kind == "xlsx" and years > 1:
        words = _(
            "An Excel file has one year here. Please take all years as CSV, which Excel opens too, or as Parquet."
        )
        return HttpResponse(words, content_type="text/plain; charset=utf-8", status=422)
    if kind == "csv":
        made: HttpResponseBase = StreamingHttpResponse(_csv(rows), content_type=KINDS[kind])
    elif kind == "xlsx":
        return FileResponse(_xlsx(rows), as_attachment=True, filename=f"{name}.xlsx", content_type=KINDS[kind])
    elif not parquet_is_read():
        words = _("Writing Parquet is switched off here: prongsai[analysis] is not installed. Please use CSV or Excel.")
        return HttpResponse(words, content_type="text/plain; charset=utf-8", status=501)
    else:
        made = HttpResponse(_parquet(rows), content_type=KINDS[kind])
    made["Content-Disposition"] = f'attachment; filename="{name}.{kind}"'
    return made


def _csv(rows: Iterator[ExportRow]) -> Iterator[str]:
    """UTF-8 with the mark by which Excel knows it; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(headings())
    yield "\ufeff" + _taken(out)
    for at, row in enumerate(rows, 1):
        writer.writerow([_text(column, value) for column, value in enumerate(row)])
        if at % _CHUNK == 0:
            yield _taken(out)
    yield _taken(out)


def _taken(out: io.StringIO) -> str:
    text = out.getvalue()
    out.seek(0)
    out.truncate()
    return text


def _text(column: int, value: str | int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value) if column == 0 else shown(value)
    return f"'{value}" if value.startswith(_FORMULA) else value


def _xlsx(rows: Iterator[ExportRow]) -> io.BufferedRandom:
    """A sheet with a frozen heading and scores that are numbers; written row by row into a file that vanishes."""
    out = tempfile.TemporaryFile()  # noqa: SIM115  # the response closes it
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        sheet = book.add_worksheet("ITA")
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E3F0F1"})
        score = book.add_format({"num_format": "0.00"})
        sheet.set_column(2, 2, 44)
        sheet.set_column(3, 6, 18)
        sheet.freeze_panes(1, 3)
        for column, title in enumerate(headings()):
            sheet.write_string(0, column, title, head)
        for at, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, int) and column:
                    sheet.write_number(at, column, value / 100, score)
                elif isinstance(value, int):
                    sheet.write_number(at, column, value)
                elif value:
                    sheet.write_string(at, column, value)
    out.seek(0)
    return out


def _parquet(rows: Iterator[ExportRow]) -> bytes:
    """Columns by their names as CSV has them; scores as decimals of two places."""
    import pyarrow
    from pyarrow import parquet

    names = headings()
    columns = list(zip(*rows, strict=True)) or [()] * len(names)
    arrays = {}
    for at, (name, values) in enumerate(zip(names, columns, strict=True)):
        if at == 0:
            arrays[name] = pyarrow.array(values, pyarrow.int16())
        elif at < _TEXTS or at == len(names) - 1:
            arrays[name] = pyarrow.array([value or "" for value in values], pyarrow.string())
        else:
            scores = [None if value is None else value / 100 for value in values]
            arrays[name] = pyarrow.array(scores, pyarrow.float64())
    out = io.BytesIO()
    parquet.write_table(pyarrow.table(arrays), out)
    return out.getvalue()
