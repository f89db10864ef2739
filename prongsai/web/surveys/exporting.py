"""Answers and results as files: nothing in them says who, when or in which order; no cell of a sheet is a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib.util import find_spec
from itertools import chain
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from prongsai.core.surveys.anonymity import LEAST
from prongsai.core.surveys.questionnaire import AnswerKind
from prongsai.core.surveys.results import Asked, Results
from prongsai.web.site.refusals import refuse
from prongsai.web.surveys.drawing import Grouping, drawn_sections, two_places, words
from prongsai.web.surveys.models import Survey
from prongsai.web.surveys.queries.results import Counted, ToldRow, rows_told, texts_of

#: A cell that begins so would be run as a formula by a spreadsheet.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
#: More cells take a spreadsheet longer to open, and us longer to write, than anybody waits.
MOST_CELLS = 300_000
Value = str | int | float | None
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
PARQUET = "application/vnd.apache.parquet"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of answers: ``name`` in files for programs, ``heading`` for people."""

    name: str
    heading: str
    asked: Asked | None = None
    option: int | None = None


def parquet_is_there() -> bool:
    """Whether Parquet can be written: pyarrow comes with the extra ``analysis``."""
    return find_spec("pyarrow") is not None


def columns(told: Results) -> list[Column]:
    """A column for the version and for each question of which something is told; of many options one each.

    Open texts have none: a text may tell who wrote it, and would then tell what else that person answered.
    """
    made = [Column("version", _("Version of the questionnaire"))]
    for asked in told.asked:
        if asked.told is not None and asked.question.kind is not AnswerKind.TEXT:
            made += _columns(asked, "" if asked not in told.former else f"_v{asked.versions[-1]}")
    return made


def _columns(asked: Asked, suffix: str) -> list[Column]:
    """Columns of a question; ``suffix`` keeps one of former versions apart from the one that has its key now."""
    question, heading = asked.question, _heading(asked)
    if question.kind is not AnswerKind.CHOICES:
        return [Column(f"{question.key}{suffix}", heading, asked)]
    return [
        Column(f"{question.key}_{one.value}{suffix}", f"{heading}: {words(one.label)}", asked, one.value)
        for one in question.options
    ]


def rows(survey: Survey, counted: Counted, wanted: Sequence[Column]) -> Iterator[list[Value]]:
    """The answers, one person a row, by lot."""
    for one in rows_told(survey, _told(counted), counted.questionnaires):
        yield [one.shown_version, *(_value(column, one) for column in wanted[1:])]


def answers_csv(survey: Survey, counted: Counted) -> bytes:
    """UTF-8 with the mark by which Excel knows it: a row of headings, a row of keys, then the answers."""
    wanted = columns(_told(counted))
    heads: list[list[Value]] = [[one.heading for one in wanted], [one.name for one in wanted]]
    return _csv(chain(heads, rows(survey, counted, wanted)))


def answers_xlsx(survey: Survey, counted: Counted) -> bytes:
    """A sheet of answers and one that says what each column and number means."""
    told = _told(counted)
    wanted = columns(told)
    if told.people * len(wanted) > MOST_CELLS:
        raise refuse(
            f"มี {told.people} คำตอบ ใหญ่เกินสำหรับไฟล์ Excel โปรดใช้ไฟล์ CSV หรือ Parquet แทน",
            f"{told.people} answers are too many for an Excel file. Please take the CSV or Parquet file instead.",
        )
    out = io.BytesIO()
    with _workbook(out) as book:
        head, body = _formats(book)
        sheet = book.add_worksheet(_("Answers"))
        _write(sheet, 0, [one.heading for one in wanted], head)
        _write(sheet, 1, [one.name for one in wanted], head)
        for at, row in enumerate(rows(survey, counted, wanted), 2):
            _write(sheet, at, row, None)
        sheet.set_column(0, len(wanted), 18)
        sheet.freeze_panes(2, 0)
        codebook = book.add_worksheet(_("Codebook"))
        for at, row in enumerate(_codebook(survey, counted, wanted)):
            _write(codebook, at, row, body if at else head)
        codebook.set_column(0, 3, 32)
        codebook.freeze_panes(1, 0)
        texts = book.add_worksheet(_("Open texts"))
        for at, row in enumerate(_text_rows(survey, counted)):
            _write(texts, at, row, body if at else head)
        texts.set_column(0, 2, 50)
    return out.getvalue()


def answers_parquet(survey: Survey, counted: Counted) -> bytes:
    """One row a person; the headings and the meaning of the numbers are in the fields' metadata."""
    import pyarrow as pa  # comes with the extra: see parquet_is_there
    import pyarrow.parquet as pq

    wanted = columns(_told(counted))
    fields = [
        pa.field(one.name, _arrow(pa, one), metadata={"heading": one.heading, "options": _options(one)})
        for one in wanted
    ]
    by_column: list[list[Value]] = [[] for _one in wanted]
    for row in rows(survey, counted, wanted):
        for values, value in zip(by_column, row, strict=True):
            values.append(value)
    arrays = [pa.array(values, type=one.type) for values, one in zip(by_column, fields, strict=True)]
    out = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=pa.schema(fields)), out)
    return out.getvalue()


def results_csv(survey: Survey, counted: Counted, by: Grouping | None) -> bytes:
    """The tables of results as one."""
    return _csv(_result_rows(counted, by))


def results_xlsx(survey: Survey, counted: Counted, by: Grouping | None) -> bytes:
    """The tables of results as one sheet."""
    out = io.BytesIO()
    with _workbook(out) as book:
        head, body = _formats(book)
        sheet = book.add_worksheet(_("Results of the survey"))
        for at, row in enumerate(_result_rows(counted, by)):
            _write(sheet, at, row, body if at else head)
        sheet.set_column(0, 3, 36)
        sheet.freeze_panes(1, 0)
    return out.getvalue()


def _text_rows(survey: Survey, counted: Counted) -> Iterator[list[Value]]:
    """What was written, question by question, each by a lot of its own."""
    yield [_("Key"), _("Question"), _("Text")]
    for asked in _told(counted).asked:
        if asked.question.kind is AnswerKind.TEXT:
            for one in texts_of(survey, asked):
                yield [asked.question.key, _heading(asked), one.text]


def _told(counted: Counted) -> Results:
    """Refused where fewer than five may be told of."""
    if counted.results is None or counted.results.until is None:
        raise refuse(
            f"ยังไม่มีคำตอบที่ส่งออกได้ ต้องมีผู้ตอบอย่างน้อย {LEAST} คน และพ้นวันที่ตอบแล้ว",
            f"There is nothing to export yet: at least {LEAST} people must have answered, on days that are over.",
        )
    return counted.results


def _result_rows(counted: Counted, by: Grouping | None) -> Iterator[list[Value]]:
    told = _told(counted)
    groups = [word for _value, word in by.groups] if by else []
    head = [
        _("Section"),
        _("Key"),
        _("Question"),
        _("Option"),
        _("Number of people"),
        _("Count"),
        _("Percent"),
        _("Mean"),
    ]
    yield [*head, *(f"{word}: {_('Count')}" for word in groups)]
    newest = counted.questionnaires[max(counted.questionnaires)]
    for title, questions in drawn_sections(told, newest, len(counted.questionnaires), by):
        for one in questions:
            asked = one.asked
            text = f"{one.lead} {one.text}".strip()
            if asked.told is None:
                yield [title, asked.question.key, text, "", f"< {LEAST}", None, None, None]
                continue
            mean = asked.told.mean
            if not one.rows:
                shown = None if mean is None else float(two_places(mean))
                yield [title, asked.question.key, text, "", one.people, None, None, shown]
            for at, row in enumerate(one.rows):
                first = float(two_places(mean)) if mean is not None and at == 0 else None
                share = None if row.all.share is None else float(row.all.share)
                cells = [cell.word if cell.count is None else cell.count for cell in row.groups]
                yield [title, asked.question.key, text, row.word, one.people, row.all.count, share, first, *cells]


def _codebook(survey: Survey, counted: Counted, wanted: Sequence[Column]) -> Iterator[list[Value]]:
    told = _told(counted)
    yield [_("Key"), _("Question"), _("Numbers"), _("Note")]
    note = _("%(people)s people, up to %(day)s, by lot. What would tell fewer than %(least)s people apart is left out.")
    yield ["", survey.title, "", note % {"people": told.people, "day": told.until, "least": LEAST}]
    for one in wanted:
        yield [one.name, one.heading, _options(one), _part_versions(one, counted)]


def _part_versions(column: Column, counted: Counted) -> str:
    if column.asked is None or len(column.asked.versions) == len(counted.questionnaires):
        return ""
    return _("Version %(number)s") % {"number": ", ".join(map(str, column.asked.versions))}


def _options(column: Column) -> str:
    if column.asked is None:
        return ""
    if column.option is not None:
        return _("1 chosen, 0 not chosen")
    return "; ".join(f"{one.value} = {words(one.label)}" for one in column.asked.question.options)


def _heading(asked: Asked) -> str:
    return f"{words(asked.question.lead)} {words(asked.question.text)}".strip()


def _value(column: Column, row: ToldRow) -> Value:
    if column.asked is None or row.version not in column.asked.versions:
        return None
    question = column.asked.question
    value = row.answers.get(question.key)
    if value is None:
        return None
    if column.option is not None:
        return int(column.option in value)
    return float(Decimal(str(value))) if question.kind is AnswerKind.NUMBER else int(value)


def _arrow(pa: Any, column: Column) -> Any:
    number = column.asked is not None and column.asked.question.kind is AnswerKind.NUMBER
    return pa.float64() if number else pa.int16()


def _csv(body: Iterable[Sequence[Value]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    for row in body:
        writer.writerow([harmless(value) if isinstance(value, str) else value for value in row])
    return ("\ufeff" + out.getvalue()).encode()


def harmless(text: str) -> str:
    """The text, with a mark before what a spreadsheet would run."""
    return f"'{text}" if text.startswith(_FORMULA) else text


def _workbook(out: io.BytesIO) -> Any:
    return xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})


def _formats(book: Any) -> tuple[Any, Any]:
    head = {"bold": True, "text_wrap": True, "valign": "top", "border": 1, "bg_color": "#E3F0F1"}
    return book.add_format(head), book.add_format({"text_wrap": True, "valign": "top", "border": 1})


def _write(sheet: Any, at: int, row: Sequence[Value], form: Any) -> None:
    """Text as text, whatever it begins with: the file says of each cell what it is."""
    for column, value in enumerate(row):
        if isinstance(value, str):
            sheet.write_string(at, column, harmless(value), form)
        elif value is not None:
            sheet.write_number(at, column, value, form)
