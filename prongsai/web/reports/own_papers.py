"""What was found in a Word report, as it is kept beside the form and shown to a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.core.sentence import Sentence
from prongsai.documents.writers.own_paper import OwnPaper
from prongsai.web.reports.forms_of import own_form_named
from prongsai.web.reports.models import OwnForm, Report

#: The fields of a memo and of tables, as they are called on the page.
FIELDS = {
    "office": _("Office"),
    "number": _("Number"),
    "date": _("Date of the memo"),
    "subject": _("Subject"),
    "to": _("To"),
    "period": _("Period"),
    "body": _("Text"),
    "signatories": _("Signatories"),
    "title": _("Title of the measure or indicator"),
    "procedure": _("Steps"),
    "responsible": _("Responsible"),
    "monitoring": _("Monitoring"),
    "result": _("Results"),
    "outcome": _("Outcome or success"),
    "suggestion": _("Suggestion"),
    "code": _("Item code"),
    "name": _("Name"),
    "components": _("Components"),
    "progress": _("Progress"),
    "indicator": _("Indicator"),
    "score": _("Score"),
    "counting": _("Running number"),
    "status:not_started": _("Tick: not started"),
    "status:in_progress": _("Tick: in progress"),
    "status:done": _("Tick: done"),
}
HOLDS = {
    "measures": _("Measures"),
    "indicators": _("Measures by indicator"),
    "disclosures": _("Disclosures"),
    "scores": _("Scores"),
}


@dataclass(frozen=True, slots=True)
class ShownTable:
    """A table on the page: what it holds, its columns as (heading, what belongs there or None), rows, tables."""

    holds: Promise
    columns: tuple[tuple[str, Promise | None], ...]
    rows: int
    tables: int


def to_json(paper: OwnPaper) -> dict[str, Any]:
    """What is kept of a paper that was found."""
    return {
        "year": paper.year,
        "memo": list(paper.memo),
        "tables": [
            {
                "holds": table.holds.value,
                "columns": [[column.heading, column.field] for column in table.columns],
                "rows": table.rows,
                "tables": table.tables,
            }
            for table in paper.tables
        ],
        "doubts": [[one.th, one.en] for one in paper.doubts],
        "remarks": [[one.th, one.en] for one in paper.remarks],
    }


def memo_of(own: OwnForm) -> list[Promise]:
    """The fields of the memo that have a place, in words."""
    return [FIELDS[name] for name in own.found.get("memo", [])]


def tables_of(own: OwnForm) -> list[ShownTable]:
    """The tables that were found."""
    return [
        ShownTable(
            HOLDS[table["holds"]],
            tuple((heading, FIELDS.get(field or "")) for heading, field in table["columns"]),
            table["rows"],
            table["tables"],
        )
        for table in own.found.get("tables", [])
    ]


def doubts_of(own: OwnForm) -> list[Sentence]:
    """What is in doubt."""
    return list(_sentences(own, "doubts"))


def remarks_of(own: OwnForm) -> list[Sentence]:
    """Where the year of the report in the file stays."""
    return list(_sentences(own, "remarks"))


def to_look_at(report: Report, version: int | None = None) -> list[Sentence]:
    """Where the report's Word document will name another year than its own; empty for every other form."""
    own = own_form_named(report.agency, report.form, version)
    if own is None or own.found.get("year") in (None, report.plan.fiscal_year):
        return []
    return remarks_of(own)


def _sentences(own: OwnForm, kind: str) -> Iterator[Sentence]:
    return (Sentence(th, en) for th, en in own.found.get(kind, []))
