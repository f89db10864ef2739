"""The imports of an agency, and what is to be checked in one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.db.models.fields.files import FieldFile
from django.utils.functional import Promise

from prongsai.core.measures.responsible import best_match, means_everyone
from prongsai.core.reports.doubts import Doubt, DoubtKind, SeenWord, doubts_of
from prongsai.core.reports.reading import Reading
from prongsai.core.reports.reading_json import from_json
from prongsai.core.sentence import Sentence
from prongsai.core.thai.period import Period
from prongsai.core.thai.periods import parse_period
from prongsai.web.agencies import queries as agencies
from prongsai.web.agencies.queries import Seat
from prongsai.web.imports.models import ImportPage, ReportImport
from prongsai.web.imports.pictures import Box, cut_out
from prongsai.web.imports.sheet import Cut, Paper, Part, field_of, ident_of, label_of, parts_of
from prongsai.web.site.refusals import said


@dataclass(frozen=True, slots=True)
class ToCheck:
    """One doubt that nobody has looked at yet: where it is edited."""

    doubt: Doubt
    part: str
    title: str | Promise
    label: str | Promise
    ident: str
    path: str

    @property
    def is_seen(self) -> bool:
        """Whether it was seen on a picture, and is compared with that."""
        return self.doubt.kind is DoubtKind.SEEN

    @property
    def what(self) -> str:
        """What is doubtful, in the language of the page."""
        return said(self.doubt.what)


@dataclass(frozen=True, slots=True)
class PartLine:
    """A page of the import and how many of its values are still to be checked."""

    part: Part
    open: int


@dataclass(frozen=True, slots=True)
class Check:
    """An import as it is to be checked. ``units`` are names of responsible units that no division bears."""

    reading: Reading
    doubts: tuple[Doubt, ...]
    parts: tuple[PartLine, ...]
    to_check: tuple[ToCheck, ...]
    remarks: tuple[Doubt, ...]
    units: tuple[str, ...]

    @property
    def groups(self) -> tuple[tuple[ToCheck, ...], ...]:
        """The points to check, those that say the same of one page together."""
        return _together(self.to_check)

    @property
    def remark_words(self) -> list[str]:
        """The remarks about the whole paper, in the language of the page."""
        return [said(doubt.what) for doubt in self.remarks]


def imports_of(seat: Seat) -> QuerySet[ReportImport]:
    """The imports of the seat's agency, the newest first, without their bulk."""
    found = ReportImport.objects.of(seat.agency).select_related("by", "plan").order_by("-at", "-id")
    return found.defer("reading", "places", "source_lines", "regions", "doubtful")


def import_for(seat: Seat, pk: int) -> ReportImport | None:
    """One import of the seat's agency, or None."""
    return ReportImport.objects.of(seat.agency).select_related("agency", "by", "plan").filter(pk=pk).first()


def paper_of(report_import: ReportImport, doubts: Sequence[Doubt]) -> Paper:
    """The import as its pages show it."""
    return Paper(
        reading=report_import.reading,
        places=report_import.places,
        lines=report_import.source_lines,
        doubts=doubts,
        corrected=report_import.corrected,
        cuts=frozenset(Cut(region[0], region[1]) for region in report_import.regions),
    )


def cut_of(report_import: ReportImport, cut: Cut) -> bytes | None:
    """The part of a page's picture where a value stands, with its doubtful words marked; None where there is none."""
    region = next((one for one in report_import.regions if one[:2] == [cut.line, cut.column]), None)
    picture = picture_of(report_import, region[2]) if region else None
    if region is None or picture is None:
        return None
    words = [Box(*word[6:]) for word in report_import.doubtful if word[3:5] == region[:2]]
    with picture.open("rb") as file:
        return cut_out(file.read(), Box(*region[3:]), words)


@dataclass(frozen=True, slots=True)
class ReadingProgress:
    """How far a file with pages is: its pages that are done, of how many (0 where that is not known yet)."""

    pages: tuple[PageLine, ...]
    of: int

    @property
    def done(self) -> int:
        """How many pages are done."""
        return len(self.pages)

    @property
    def problem_pages(self) -> tuple[PageLine, ...]:
        """The pages that were lost."""
        return tuple(page for page in self.pages if page.lost)


def progress_of(report_import: ReportImport) -> ReadingProgress:
    """How far the reading of an import is. One query."""
    return ReadingProgress(pages_of(report_import), report_import.page_count)


def problem_of(report_import: ReportImport) -> str:
    """Why a file could not be read, in the language of the page; empty where it could."""
    return said(Sentence(**report_import.problem)) if report_import.problem else ""


@dataclass(frozen=True, slots=True)
class PageLine:
    """One page of a file that is read page by page: done or lost, and why."""

    number: int
    lost: str = ""
    seen: bool = False  # it has a picture


def pages_of(report_import: ReportImport) -> tuple[PageLine, ...]:
    """The pages that are done, in order. One query."""
    rows = ImportPage.objects.of(report_import.agency_id).filter(report_import=report_import).order_by("number")
    return tuple(
        PageLine(row.number, said(Sentence(**row.lost)) if row.lost else "", bool(row.picture))
        for row in rows.defer("source")
    )


def picture_of(report_import: ReportImport, number: int) -> FieldFile | None:
    """The picture of a page that was read as one, or None."""
    rows = ImportPage.objects.of(report_import.agency_id).filter(report_import=report_import, number=number)
    page = rows.defer("source").first()
    return page.picture if page is not None and page.picture else None


def check_of(report_import: ReportImport) -> Check:
    """What stands in the import and what is to be looked at. One query: the divisions."""
    reading = reading_of(report_import)
    names = {division.pk: division.name for division in agencies.divisions(report_import.agency)}

    def is_known(unit: str) -> bool:
        return means_everyone(unit) or best_match(unit, names) is not None

    doubts = doubts_of(
        reading,
        agency=report_import.agency.name,
        has_dates=has_dates,
        is_known_unit=is_known,
        seen=[SeenWord(word[0], word[1], word[2]) for word in report_import.doubtful],
    )
    parts = parts_of(report_import.reading)
    open_ = tuple(_to_check(doubts, parts, set(report_import.corrected)))
    lines = tuple(PartLine(part, sum(one.part == part.key for one in open_)) for part in parts)
    remarks = tuple(doubt for doubt in doubts if not doubt.path)
    return Check(reading, doubts, lines, open_, remarks, unknown_units(reading, is_known))


def reading_of(report_import: ReportImport) -> Reading:
    """The Reading as it was corrected."""
    return from_json(report_import.reading)[0]


def has_dates(period: str, fiscal_year: int | None) -> bool:
    """Whether two dates can be made of a period as written."""
    return isinstance(parse_period(period, fiscal_year), Period)


def unknown_units(reading: Reading, is_known: Callable[[str], bool]) -> tuple[str, ...]:
    """The names of responsible units of measures that no division bears, each once, in order."""
    named = dict.fromkeys(unit for measure in reading.measures for unit in measure.responsible)
    return tuple(unit for unit in named if not is_known(unit))


def _place(parts: list[Part], path: str) -> tuple[Part, str | Promise]:
    """The page of a value, and the heading above it there."""
    for part in parts:
        if (heading := part.heading_of(path)) is not None:
            return part, heading
    return parts[0], parts[0].title


def address_of(report_import: ReportImport, path: str) -> tuple[str, str] | None:
    """The page of a value and the id of its field there; None where it stands on none."""
    field = field_of(path)
    for part in parts_of(report_import.reading):
        if part.heading_of(path) is not None:
            return part.key, ident_of(field)
    return None


def _together(points: tuple[ToCheck, ...]) -> tuple[tuple[ToCheck, ...], ...]:
    """Points that say the same of values of one page: a person looks at them at once."""
    groups: dict[tuple[str, str, str], list[ToCheck]] = {}
    for point in points:
        # What was seen on pictures is looked at page by page: one point for all of a part.
        key = (
            (point.part, str(point.title), "") if point.is_seen else (point.part, str(point.label), point.doubt.what.th)
        )
        groups.setdefault(key, []).append(point)
    return tuple(tuple(group) for group in groups.values())


def _to_check(doubts: tuple[Doubt, ...], parts: list[Part], done: set[str]) -> list[ToCheck]:
    """Doubts with a place that nobody has looked at. Units are chosen when accepting, and so are not counted here."""
    found = []
    for doubt in doubts:
        field = field_of(doubt.path)
        if not doubt.path or field in done or doubt.kind is DoubtKind.UNIT:
            continue
        part, heading = _place(parts, doubt.path)
        found.append(ToCheck(doubt, part.key, heading, label_of(field), ident_of(field), field))
    return found


@dataclass(frozen=True, slots=True)
class Made:
    """How much an accepted import made, for the page that undoes it."""

    measures: int = 0
    progress: int = 0
    disclosures: int = 0
    result: bool = False


def made_by(report_import: ReportImport) -> Made:
    """What accepting made; nothing where it was not accepted."""
    made = report_import.made
    return Made(
        measures=len(made.get("measures", ())),
        progress=len(made.get("progress", ())),
        disclosures=len(made.get("disclosures", ())),
        result="result" in made,
    )


def year_of(report_import: ReportImport) -> int:
    """The fiscal year of the plan that the import became; ValueError where it became none."""
    if report_import.plan is None:
        raise ValueError("not accepted")
    return report_import.plan.fiscal_year
