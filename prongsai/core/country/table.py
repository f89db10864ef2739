"""A table of results, checked cell by cell before anything of it is kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from prongsai.core.country.columns import INDICATORS, LABELS, NAME, Header, header_of
from prongsai.core.country.hundredths import as_decimal, hundredths, shown
from prongsai.core.country.line import Line, read_line
from prongsai.core.framework.framework import Framework
from prongsai.core.review.gazetteer import Gazetteer
from prongsai.core.scoring.score import level_of, score
from prongsai.core.sentence import Sentence

#: A year has some 8,300 bodies; a longer table is several years or another thing.
MOST_ROWS = 20_000
#: Titles may stand above the headings.
_HEADER_WITHIN = 20
#: A row with fewer known headings is no heading.
FEWEST_HEADINGS = 3
#: Published indicators are rounded, so what follows from them may differ from the published total by so much.
_TOLERANCE = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row of the file: its number as a spreadsheet shows it, and its cells that hold something, by column from 1."""

    number: int
    cells: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Remark:
    """What is wrong, or worth a look, and where: row, and column from 1 (0: the whole row)."""

    row: int
    column: int
    heading: str
    what: Sentence

    @property
    def place(self) -> Sentence:
        """``แถว 5 คอลัมน์ F (คะแนนรวม)``."""
        if not self.column:
            return Sentence(f"แถว {self.row}", f"Row {self.row}")
        letter = letters(self.column)
        named = f" ({self.heading})" if self.heading else ""
        return Sentence(f"แถว {self.row} คอลัมน์ {letter}{named}", f"Row {self.row}, column {letter}{named}")


@dataclass(frozen=True, slots=True)
class TableRow:
    """One body of the table. ``indicators`` and ``total`` are hundredths, None where it has no result.

    ``name`` and ``province`` are as they are kept; ``code``, ``size`` and ``province`` may be empty.
    """

    number: int
    code: str
    name: str
    kind: str
    size: str
    province: str
    indicators: tuple[int, ...] | None
    total: int | None
    level: str


@dataclass(frozen=True, slots=True)
class Checked:
    """What was read. With ``faults`` nothing is to be kept; ``warnings`` are for a person to weigh.

    ``ignored`` are headings that nobody knows; ``rounded`` counts scores that had more than two decimals.
    """

    rows: tuple[TableRow, ...] = ()
    faults: tuple[Remark, ...] = ()
    warnings: tuple[Remark, ...] = ()
    ignored: tuple[str, ...] = ()
    rounded: int = 0


@dataclass
class _Reading:
    year: int
    framework: Framework
    gazetteer: Gazetteer
    header: Header
    rows: list[TableRow] = field(default_factory=list)
    faults: list[Remark] = field(default_factory=list)
    warnings: list[Remark] = field(default_factory=list)
    rounded: int = 0


def read_table(sheet: Sequence[SheetRow], year: int, framework: Framework, gazetteer: Gazetteer) -> Checked:
    """All of a table of results of one fiscal year (Buddhist era), or every fault of it by row and column."""
    at, header = find_header(sheet, framework)
    faults = list(_of_header(sheet[at].number if sheet else 1, header))
    body = [row for row in sheet[at + 1 :] if any(text.strip() for text in row.cells.values())]
    if faults or len(body) > MOST_ROWS:
        return Checked(faults=tuple(faults or [_too_long(len(body))]), ignored=header.ignored)
    reading = _Reading(year, indicators_alone(framework), gazetteer, header)
    for row in body:
        _read(reading, row)
    if not body:
        number = sheet[at].number if sheet else 1
        reading.faults.append(
            Remark(number, 0, "", Sentence("ใต้หัวตารางไม่มีข้อมูล", "There is nothing below the headings."))
        )
    faults = [*reading.faults, *_twice(reading.rows, header)]
    ordered = tuple(sorted(faults, key=lambda one: (one.row, one.column)))
    return Checked(tuple(reading.rows), ordered, tuple(reading.warnings), header.ignored, reading.rounded)


def indicators_alone(framework: Framework) -> Framework:
    """The framework for results of which ten indicators are all that is known: thousands are scored in seconds."""
    return replace(framework, questions=(), items=(), sub_indicators=())


def letters(column: int) -> str:
    """The letters that a spreadsheet shows above a column: 1 is A, 28 is AB."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(ord("A") + rest) + found
    return found


def find_header(sheet: Sequence[SheetRow], framework: Framework) -> tuple[int, Header]:
    """The row with the most headings near the top: its place in the sheet, and what they mean."""
    found = [(at, header_of(row.cells, framework)) for at, row in enumerate(sheet[:_HEADER_WITHIN])]
    return max(found, key=lambda pair: len(pair[1].columns), default=(0, Header()))


def _of_header(row: int, header: Header) -> Iterator[Remark]:
    """What the headings lack."""
    if len(header.columns) < FEWEST_HEADINGS:
        yield Remark(
            row,
            0,
            "",
            Sentence(
                "ไม่พบหัวตาราง โปรดใช้หัวคอลัมน์ เช่น ชื่อหน่วยงาน จังหวัด ตัวชี้วัดที่ 1 ถึง 10 หรือใช้แบบไฟล์ตัวอย่าง",
                "No headings were found. Please use such as Name, Province, Indicator 1 to 10, or the sample file.",
            ),
        )
        return
    for key, column in header.twice.items():
        what = Sentence(
            f"มีคอลัมน์ “{LABELS[key].th}” มากกว่าหนึ่งคอลัมน์ โปรดเหลือไว้เพียงคอลัมน์เดียว",
            f"There is more than one column “{LABELS[key].en}”. Please keep one of them.",
        )
        yield Remark(row, column, header.headings[column], what)
    if NAME not in header.columns:
        yield Remark(row, 0, "", Sentence("ไม่พบคอลัมน์ชื่อหน่วยงาน", "There is no column with the names of the agencies."))
    if lost := [number for number in INDICATORS if number not in header.columns]:
        named = ", ".join(lost)
        count = len(INDICATORS) - len(lost)
        yield Remark(
            row,
            0,
            "",
            Sentence(
                f"พบคอลัมน์ตัวชี้วัด {count} จาก 10 ขาดตัวชี้วัดที่ {named} โปรดเพิ่มคอลัมน์ให้ครบ",
                f"Columns of {count} of 10 indicators were found; missing: {named}. Please add them.",
            ),
        )


def _too_long(rows: int) -> Remark:
    return Remark(
        1,
        0,
        "",
        Sentence(
            f"ตารางมี {rows:,} แถว เกินที่รับได้ครั้งละ {MOST_ROWS:,} แถว โปรดแบ่งไฟล์เป็นรายปี แล้วนำเข้าทีละปี",
            f"The table has {rows:,} rows, more than the {MOST_ROWS:,} that are taken at a time. "
            "Please split it by year and bring one year after the other.",
        ),
    )


def _read(reading: _Reading, row: SheetRow) -> None:
    line = read_line(row.cells, reading.header, reading.year, reading.framework, reading.gazetteer)
    headings = reading.header.headings
    for column, what in line.faults:
        reading.faults.append(Remark(row.number, column, headings.get(column, ""), what))
    if line.faults:
        return
    reading.rounded += line.rounded
    total, level = line.total, line.level
    if line.indicators is not None:
        total, level, warnings = _reckoned(line, reading.framework)
        column = reading.header.columns.get("total", 0)
        reading.warnings += [Remark(row.number, column, headings.get(column, ""), one) for one in warnings]
    reading.rows.append(
        TableRow(row.number, line.code, line.name, line.kind, line.size, line.province, line.indicators, total, level)
    )


def _reckoned(line: Line, framework: Framework) -> tuple[int, str, list[Sentence]]:
    """Total and level as published, else as the framework reckons them; and where the two do not agree."""
    assert line.indicators is not None  # noqa: S101  # asked by the caller
    found = score(framework, {at: as_decimal(one) for at, one in enumerate(line.indicators, 1)}, kind=line.kind)
    assert found is not None  # noqa: S101  # all ten indicators are there
    own = hundredths(found.total)
    total = own if line.total is None else line.total
    level = level_of(framework, as_decimal(total), found.instruments).name
    warnings = []
    if abs(as_decimal(total) - found.total) > _TOLERANCE:
        warnings.append(
            Sentence(
                f"คะแนนรวม {shown(total)} ไม่ตรงกับที่คำนวณจากตัวชี้วัดได้ {shown(own)} จะเก็บตามที่ประกาศ",
                f"The total {shown(total)} is not what the indicators give, {shown(own)}. It is kept as published.",
            )
        )
    if line.level and line.level != level:
        warnings.append(
            Sentence(
                f"ระดับ “{line.level}” ไม่ตรงกับเกณฑ์ ซึ่งได้ “{level}” จะเก็บตามที่ประกาศ",
                f"The level “{line.level}” is not what the rules give, “{level}”. It is kept as published.",
            )
        )
    return total, line.level or level, warnings


def _twice(rows: Sequence[TableRow], header: Header) -> Iterator[Remark]:
    """Bodies that stand in more than one row, by code, or by name and province."""
    codes: dict[str, int] = {}
    names: dict[tuple[str, str], int] = {}
    for row in rows:
        first = codes.setdefault(row.code, row.number) if row.code else row.number
        column = header.columns.get("code", 0)
        if first == row.number:
            first = names.setdefault((row.name, row.province), row.number)
            column = header.columns[NAME]
        if first != row.number:
            what = Sentence(
                f"“{row.name}” ซ้ำกับแถว {first} โปรดเหลือไว้แถวเดียว",
                f"“{row.name}” stands in row {first} already. Please keep one of the two.",
            )
            yield Remark(row.number, column, header.headings.get(column, ""), what)
