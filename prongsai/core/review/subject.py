"""What is reviewed: a Reading, where its values stand, and what is known of its agency, its year and its country."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cached_property

from prongsai.core.framework.framework import Framework
from prongsai.core.reports.entities import unescaped
from prongsai.core.reports.reading import Place, ReadDisclosure, Reading, ReadMeasure
from prongsai.core.review.agencies import AgencyKind, bare_name, kind_of
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.gazetteer import Gazetteer
from prongsai.core.review.where import where
from prongsai.core.sentence import Sentence

_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,300}>")
#: Values that do not take up their whole line: what else stands there is looked at as well.
_PARTS_OF_LINES = re.compile(r"(?:agency|province|district|fiscal_year|title|scores\.total)$|.*\.sub_indicator$")
_NO_TEXT = {"status", "code", "sub_indicator", "date"}


class About(StrEnum):
    """What the Reading is: a report of work, or a plan, of which no results are asked yet."""

    REPORT = "report"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """What is known of the own agency; None, or no units, where it is not known. ``units`` are names of divisions."""

    name: str | None = None
    kind: AgencyKind | None = None
    province: str | None = None
    district: str | None = None
    units: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Text:
    """A text of the paper: the value at ``path``, or a line outside the values, whose path is None."""

    text: str
    path: str | None
    line: int | None = None

    @property
    def field(self) -> str:
        """The name of the field: ``result`` of ``measures[0].result[2]``; empty for a line."""
        return re.sub(r"\[\d+\]", "", self.path or "").rsplit(".", 1)[-1]


@dataclass(frozen=True, eq=False)
class Subject:
    """Everything that a check may look at.

    ``lines`` are those of the source, empty where there is none (a plan in the database); ``pages`` has
    the page of each. ``framework`` is that of the
    year; ``provisional`` tells that it is another year's, which serves meanwhile.
    """

    reading: Reading
    places: Mapping[str, tuple[Place, ...]] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
    pages: tuple[int, ...] = ()
    framework: Framework | None = None
    provisional: bool = False
    agency: AgencyFacts = field(default_factory=AgencyFacts)
    gazetteer: Gazetteer = field(default_factory=Gazetteer)
    about: About = About.REPORT

    @property
    def own_name(self) -> str | None:
        """The agency's name: as known, else as the paper says."""
        return self.agency.name or self.reading.agency

    @property
    def own_kind(self) -> AgencyKind | None:
        """The agency's kind: as known, else as its name says."""
        return self.agency.kind or (kind_of(self.own_name) if self.own_name else None)

    @property
    def own_place(self) -> str:
        """The agency's name without its kind; empty where it has none."""
        return bare_name(self.own_name or "")

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Every text of the paper: of the memo, the measures and the disclosures, then the lines outside them."""
        return (*self.values, *self.loose_lines)

    @cached_property
    def values(self) -> tuple[Text, ...]:
        """Every text of the memo, the measures and the disclosures by its path."""
        return tuple(Text(text, path, self.line_of(path)) for path, text in self._values() if text.strip())

    def values_of(self, row: str) -> tuple[Text, ...]:
        """The texts of one row by its path, such as ``disclosures[3]``."""
        return self._values_by_row.get(row, ())

    @cached_property
    def _values_by_row(self) -> dict[str, tuple[Text, ...]]:
        rows: dict[str, list[Text]] = {}
        for text in self.values:
            rows.setdefault((text.path or "").partition(".")[0], []).append(text)
        return {path: tuple(texts) for path, texts in rows.items()}

    @cached_property
    def loose_lines(self) -> tuple[Text, ...]:
        """The lines of the source that no value of a table or a memo comes from, without markup."""
        taken = {
            place.line for path, found in self.places.items() if not _PARTS_OF_LINES.match(path) for place in found
        }
        plain = ((number, _plain(line)) for number, line in enumerate(self.lines, 1) if number not in taken)
        return tuple(Text(text, None, number) for number, text in plain if text)

    def line_of(self, path: str | None) -> int | None:
        """The first line of a value; of a whole field or row, that of its first part."""
        if path is None:
            return None
        found = self.places.get(path) or next(
            (places for key, places in self.places.items() if key.startswith((path + "[", path + "."))), ()
        )
        first = min((place.line for place in found if place.line), default=None)
        above = path.rpartition(".")[0]  # an empty cell stands in the line of its row
        return self.line_of(above) if first is None and "[" in above else first

    def finding(self, code: str, severity: Severity, at: Text | str | None, what: Sentence, quote: str = "") -> Finding:
        """A finding at a text, at the value of a path, or (None) about the whole paper."""
        path = at.path if isinstance(at, Text) else at
        line = at.line if isinstance(at, Text) else self.line_of(path)
        page = self.pages[line - 1] if line is not None and line <= len(self.pages) else None
        place = where(path, line, page, self.reading)
        return Finding(code, severity, path, line, place, what, " ".join(quote.split()), page)

    def measures(self) -> Iterator[tuple[str, ReadMeasure]]:
        """Every measure with its path."""
        yield from ((f"measures[{at}]", row) for at, row in enumerate(self.reading.measures))

    def disclosures(self) -> Iterator[tuple[str, ReadDisclosure]]:
        """Every disclosure with its path."""
        yield from ((f"disclosures[{at}]", row) for at, row in enumerate(self.reading.disclosures))

    def _values(self) -> Iterator[tuple[str, str]]:
        memo = self.reading.memo
        if memo is not None:
            rows: list[tuple[str, object]] = [("memo", memo)]
            rows += [(f"memo.signatories[{at}]", one) for at, one in enumerate(memo.signatories)]
        else:
            rows = []
        for path, row in [*rows, *self.measures(), *self.disclosures()]:
            yield from _texts_of(path, row)


def _texts_of(path: str, row: object) -> Iterator[tuple[str, str]]:
    """The texts of one row: of each field, or of each item of it."""
    for name in (part.name for part in fields(row) if part.name not in _NO_TEXT):  # type: ignore[arg-type]
        value = getattr(row, name)
        if isinstance(value, str):
            yield f"{path}.{name}", value
        elif isinstance(value, tuple):
            yield from ((f"{path}.{name}[{at}]", text) for at, text in enumerate(value) if isinstance(text, str))


def _plain(line: str) -> str:
    """A line without markup, on one line."""
    return " ".join(unescaped(_TAG.sub(" ", line)).replace("**", " ").split())
