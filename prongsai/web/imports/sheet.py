"""The check page as values: parts of a Reading (head, each measure, groups of items), their fields, their doubts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from prongsai.core.reports.doubts import Doubt
from prongsai.core.reports.paths import FieldKind, as_text, kind_of, value_at
from prongsai.web.assessments.queries import indicator_names
from prongsai.web.imports.source import PlacesJson, SourceLine, Spot, lines_around, snippet, spots_of
from prongsai.web.site.refusals import said

LABELS: dict[str, str | Promise] = {
    "agency": _("Agency"),
    "province": _("Province"),
    "district": _("District"),
    "fiscal_year": _("Fiscal year"),
    "title": _("Title"),
    "office": _("Office"),
    "number": _("Number"),
    "date": _("Date, for example 8/2/2566"),
    "date_text": _("Date as written"),
    "subject": _("Subject"),
    "to": _("To"),
    "period": _("Period"),
    "body": _("Paragraphs"),
    "signatories": _("Signatories (name | position)"),
    "indicator": _("Indicator"),
    "procedure": _("Steps"),
    "responsible": _("Responsible"),
    "monitoring": _("Monitoring"),
    "status": _("Status"),
    "result": _("Results"),
    "outcome": _("Outcome or success"),
    "suggestion": _("Suggestion"),
    "code": _("Item code"),
    "name": _("Name"),
    "sub_indicator": _("Sub-indicator"),
    "components": _("Components"),
    "progress": _("Progress"),
    "total": _("Total score"),
}
HEAD = ("agency", "province", "district", "fiscal_year", "title")
MEMO = ("office", "number", "date", "date_text", "subject", "to", "period", "body", "signatories")
MEASURE = (
    *("number", "indicator", "title", "procedure", "responsible", "period"),
    *("monitoring", "status", "result", "outcome", "suggestion"),
)
#: A value that stands in more places than this shows the first of them.
_MOST_CUTS = 4
#: ``measures[3].procedure`` of ``measures[3].procedure[2]``.
_FIELD = re.compile(r"(?:measures|disclosures)\[\d+\](?:\.\w+)?|memo\.\w+")
ITEM = ("code", "name", "sub_indicator", "components", "responsible", "status", "progress")


@dataclass(frozen=True, slots=True)
class Cut:
    """A part of a page's picture where a value stands, by the line and the column (0 for none) of its source."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Paper:
    """What is known of an import: the Reading as JSON, where its values stand, what is doubtful or checked of it.

    ``cuts`` are the parts of pages that there are pictures of.
    """

    reading: Mapping[str, Any]
    places: PlacesJson
    lines: Sequence[str]
    doubts: Sequence[Doubt]
    corrected: Sequence[str]
    cuts: frozenset[Cut] = frozenset()


@dataclass(frozen=True, slots=True)
class Field:
    """One value on the page: its path, what stands in its input, and what is to be known of it."""

    path: str
    label: str | Promise
    kind: FieldKind
    text: str
    spots: tuple[Spot, ...] = ()
    cuts: tuple[Cut, ...] = ()
    snippet: str = ""
    doubts: tuple[Doubt, ...] = ()
    checked: bool = False
    error: str = ""
    theirs: str | None = None  # what another person has written meanwhile

    @property
    def ident(self) -> str:
        """The id of the input on the page."""
        return ident_of(self.path)

    @property
    def rows(self) -> int:
        """How many lines a text area shows."""
        return min(14, max(2, sum(1 + len(line) // 60 for line in self.text.splitlines()) + 1))

    @property
    def is_area(self) -> bool:
        """Whether it is edited in an area of several lines."""
        return self.kind in (FieldKind.LINES, FieldKind.PEOPLE) or len(self.text) > 40  # as much as an input shows

    @property
    def open_doubts(self) -> tuple[Doubt, ...]:
        """What is still to be looked at."""
        return () if self.checked else self.doubts

    @property
    def doubt_words(self) -> list[str]:
        """What is still to be looked at, in the language of the page."""
        return [said(doubt.what) for doubt in self.open_doubts]


@dataclass(frozen=True, slots=True)
class Block:
    """A group of fields with a heading."""

    path: str
    heading: str | Promise
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One page of values. ``key`` is its address; ``paths`` are the values that it holds."""

    key: str
    title: str | Promise
    paths: tuple[tuple[str, str | Promise, tuple[str, ...]], ...]  # (path of the block, heading, fields)
    removable: bool = False

    def heading_of(self, path: str) -> str | Promise | None:
        """The heading above a value of this page; None where it stands on another."""
        wanted = field_of(path)
        return next((heading for _path, heading, fields in self.paths if wanted in fields), None)


def parts_of(reading: Mapping[str, Any]) -> list[Part]:
    """The pages of a Reading, in order: its head, one a measure, one a group of items."""
    parts = [Part("head", _("The report"), tuple(_head(reading)))]
    for at, measure in enumerate(reading["measures"]):
        path = f"measures[{at}]"
        title = f"{at + 1}. {measure['title']}" if measure["title"] else _("Measure without a title")
        parts.append(Part(f"measure-{at + 1}", title, ((path, title, _inside(path, MEASURE)),), removable=True))
    return [*parts, *_items(reading["disclosures"])]


def fields_of(part: Part, paper: Paper) -> tuple[Block, ...]:
    """The values of a page with their doubts and the places where they stand."""
    return tuple(
        Block(path, heading, tuple(_field(at, paper) for at in fields)) for path, heading, fields in part.paths
    )


def source_of(blocks: Sequence[Block], paper: Paper) -> list[SourceLine]:
    """The lines of the source that the values of a page come from."""
    spots = (spot for block in blocks for field in block.fields for spot in field.spots)
    return lines_around(paper.lines, spots, {(cut.line, cut.column) for cut in paper.cuts})


def with_answers(
    blocks: Sequence[Block], texts: Mapping[str, str], errors: Mapping[str, str], conflict: bool
) -> tuple[Block, ...]:
    """The page again with what the person wrote: errors beside their fields, and what others wrote in the meantime."""

    def answered(field: Field) -> Field:
        text = texts.get(field.path, field.text)
        same = "\n".join(text.split()) == "\n".join(field.text.split())
        return replace(
            field, text=text, error=errors.get(field.path, ""), theirs=field.text if conflict and not same else None
        )

    return tuple(replace(block, fields=tuple(answered(field) for field in block.fields)) for block in blocks)


def ident_of(path: str) -> str:
    """The id of a field's input: ``f-measures-0-title``."""
    return "f-" + path.replace("].", "-").replace("[", "-").replace("]", "").replace(".", "-")


def label_of(path: str) -> str | Promise:
    """What the field is called; a figure of the scores by its number."""
    name = path.rsplit(".", 1)[-1]
    if path.startswith("measures") and name == "title":
        return _("Title of the measure")
    return LABELS.get(name, f"{name}.")


def _indicator_label(path: str, year: int | None) -> str:
    """``9. การเปิดเผยข้อมูล`` for the figure of an indicator, where the year of the report is known."""
    found = re.fullmatch(r"scores\.indicators\.(\d+)", path)
    name = indicator_names(year).get(found[1]) if found and year else None
    return f"{found[1]}. {name}" if found and name else ""


def field_of(path: str) -> str:
    """The field that a doubted value is edited in: of an item its list, of a whole measure its title."""
    match = _FIELD.match(path)
    if match is None:
        return path
    return match[0] if "." in match[0] else match[0] + (".title" if path.startswith("measures") else ".name")


def _head(reading: Mapping[str, Any]) -> Iterator[tuple[str, str | Promise, tuple[str, ...]]]:
    yield "", _("The report"), HEAD
    if reading["memo"] is not None:
        yield "memo", _("Memo"), _inside("memo", MEMO)
    if reading["scores"] is not None:
        numbers = tuple(f"scores.indicators.{number}" for number in range(1, 11))
        yield "scores", _("Scores"), (*numbers, "scores.total")


def _items(rows: Sequence[Mapping[str, Any]]) -> Iterator[Part]:
    groups: dict[str, list[int]] = {}
    for at, row in enumerate(rows):
        groups.setdefault(row["sub_indicator"] or "", []).append(at)
    for number, (code, members) in enumerate(groups.items(), 1):
        blocks = tuple(
            (path, f"{rows[at]['code']} {rows[at]['name'] or ''}".strip(), _inside(path, ITEM))
            for at in members
            for path in [f"disclosures[{at}]"]
        )
        yield Part(f"items-{number}", f"{code} {rows[members[0]]['code']}–{rows[members[-1]]['code']}".strip(), blocks)


def _inside(path: str, names: Sequence[str]) -> tuple[str, ...]:
    return tuple(f"{path}.{name}" for name in names)


def _field(path: str, paper: Paper) -> Field:
    found = tuple(doubt for doubt in paper.doubts if doubt.path and field_of(doubt.path) == path)
    spots = tuple(spots_of(paper.places, path))
    checked = path in paper.corrected
    cuts = tuple(dict.fromkeys(cut for spot in spots if (cut := Cut(spot.line, spot.column or 0)) in paper.cuts))
    return Field(
        path=path,
        label=_indicator_label(path, paper.reading["fiscal_year"]) or label_of(path),
        kind=kind_of(path),
        text=as_text(path, value_at(paper.reading, path)),
        spots=spots,
        cuts=cuts[:_MOST_CUTS],
        snippet=snippet(paper.lines, spots) if found and not checked and not cuts else "",
        doubts=found,
        checked=checked,
    )
