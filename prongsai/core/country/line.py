"""One row of a table of results: who, and how they scored; or what is wrong with it, cell by cell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from prongsai.core.country.cells import is_empty, read_score, read_year
from prongsai.core.country.columns import CODE, INDICATORS, KIND, LEVEL, NAME, PROVINCE, SIZE, TOTAL, YEAR, Header
from prongsai.core.country.kinds import KINDS, kind_called
from prongsai.core.framework.framework import Framework
from prongsai.core.review.gazetteer import Gazetteer
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_arabic

_LONGEST_NAME, _LONGEST_CODE = 200, 40
#: Sizes as tables write them. Source: ita.md §5, sizes of FY2567.
SIZES: Mapping[str, str] = {
    **dict.fromkeys(("s", "เล็ก", "small"), "S"),
    **dict.fromkeys(("m", "กลาง", "medium"), "M"),
    **dict.fromkeys(("l", "ใหญ่", "large"), "L"),
    **dict.fromkeys(("xl", "ใหญ่มาก"), "XL"),
}
_TWO_DIGITS = 99


@dataclass
class Line:
    """What a row says. ``indicators`` (ten, in hundredths) is None where the body has no result.

    ``total`` and ``level`` are as the table gives them. ``faults`` are (column from 1, what is wrong).
    """

    code: str = ""
    name: str = ""
    kind: str = ""
    size: str = ""
    province: str = ""
    indicators: tuple[int, ...] | None = None
    total: int | None = None
    level: str = ""
    rounded: int = 0
    faults: list[tuple[int, Sentence]] = field(default_factory=list)


@dataclass
class _Cells:
    """The cells of a row by what they are, and the line that is made of them."""

    texts: Mapping[int, str]
    header: Header
    line: Line

    def text(self, key: str) -> str:
        """What stands in that column, its spaces set right; empty where the table has no such column."""
        text = " ".join(self.texts.get(self.header.columns.get(key, 0), "").split())
        return "" if is_empty(text) else text

    def fault(self, key: str, th: str, en: str) -> None:
        """Something is wrong with that cell."""
        self.line.faults.append((self.header.columns.get(key, 0), Sentence(th, en)))


def read_line(texts: Mapping[int, str], header: Header, year: int, framework: Framework, gazetteer: Gazetteer) -> Line:
    """The row with these cells (by column from 1) in a table of that fiscal year."""
    cells = _Cells(texts, header, Line())
    _read_names(cells)
    _read_kind(cells)
    _read_province(cells, gazetteer)
    _read_year(cells, year)
    _read_scores(cells)
    _read_level(cells, framework)
    return cells.line


def _read_names(cells: _Cells) -> None:
    cells.line.code, cells.line.name = to_arabic(cells.text(CODE)), cells.text(NAME)
    if not cells.line.name:
        cells.fault(NAME, "ไม่มีชื่อหน่วยงาน", "The name of the agency is missing.")
    if len(cells.line.name) > _LONGEST_NAME:
        cells.fault(NAME, f"ชื่อยาวเกิน {_LONGEST_NAME} ตัวอักษร", f"The name is longer than {_LONGEST_NAME} letters.")
    if len(cells.line.code) > _LONGEST_CODE:
        cells.fault(CODE, f"รหัสยาวเกิน {_LONGEST_CODE} ตัวอักษร", f"The code is longer than {_LONGEST_CODE} letters.")
    size = cells.text(SIZE)
    if size and size.lower() not in SIZES:
        cells.fault(SIZE, f"ไม่รู้จักขนาด “{size[:30]}” โปรดใช้ S, M หรือ L", f"Unknown size “{size[:30]}”: S, M or L.")
    cells.line.size = SIZES.get(size.lower(), "")


def _read_kind(cells: _Cells) -> None:
    """The kind as the table calls it; where it has no such column, as the name begins."""
    text = cells.text(KIND)
    name = cells.line.name
    begun = next((one.code for one in KINDS.values() for word in (one.name.th, *one.also) if name.startswith(word)), "")
    found = kind_called(text) if text else begun or "other"
    if found is None:
        cells.fault(
            KIND,
            f"ไม่รู้จักประเภท “{text[:60]}” โปรดใช้ เช่น เทศบาลตำบล อบต. อบจ. จังหวัด รัฐวิสาหกิจ สถาบันอุดมศึกษา หรือ หน่วยงานอื่น",
            f"Unknown kind “{text[:60]}”. Please use such as เทศบาลตำบล, อบต., อบจ., จังหวัด, รัฐวิสาหกิจ or หน่วยงานอื่น.",
        )
    cells.line.kind = found or ""


def _read_province(cells: _Cells, gazetteer: Gazetteer) -> None:
    text = cells.text(PROVINCE)
    bare = text.removeprefix("จังหวัด").removeprefix("จ.").strip()
    if not bare:
        if cells.line.kind and KINDS[cells.line.kind].local:
            cells.fault(PROVINCE, "ไม่มีชื่อจังหวัด", "The province is missing.")
        return
    # A name may go on behind a province's in running text, but not in a cell of its own.
    found = gazetteer.province(bare)
    if found is None or "".join(bare.split()) not in (found.name, *found.also):
        nearest = gazetteer.nearest(bare)
        hint_th, hint_en = (f" หมายถึง “{nearest}” หรือไม่", f" Did you mean “{nearest}”?") if nearest else ("", "")
        cells.fault(PROVINCE, f"ไม่มีจังหวัด “{text[:60]}”{hint_th}", f"There is no province “{text[:60]}”.{hint_en}")
        return
    cells.line.province = found.name


def _read_year(cells: _Cells, year: int) -> None:
    text = cells.text(YEAR)
    if text and read_year(text) != year:
        cells.fault(
            YEAR,
            f"ปีในแถวนี้คือ “{text[:20]}” แต่กำลังนำเข้าผลปี {year} โปรดแยกไฟล์เป็นรายปี",
            f"This row is of “{text[:20]}”, but the results of {year} are being brought in. One file a year, please.",
        )


def _read_scores(cells: _Cells) -> None:
    values = {key: _read_score(cells, key) for key in (*INDICATORS, TOTAL)}
    if cells.line.faults:
        return
    cells.line.total = values.pop(TOTAL)
    lost = [key for key, value in values.items() if value is None]
    found = tuple(value for value in values.values() if value is not None)
    if not lost:
        cells.line.indicators = found
    elif found:
        cells.fault(
            lost[0],
            f"มีคะแนน {len(found)} จาก 10 ตัวชี้วัด ขาดตัวชี้วัดที่ {', '.join(lost)} โปรดกรอกให้ครบ หากไม่มีผลให้เว้นว่างทั้งสิบช่อง",
            f"There are scores of {len(found)} of 10 indicators; missing: {', '.join(lost)}. "
            "Please fill them in; where there is no result, leave all ten empty.",
        )
    elif cells.line.total is not None:
        cells.fault(
            TOTAL,
            "มีคะแนนรวมแต่ไม่มีคะแนนตัวชี้วัดทั้งสิบ โปรดกรอกให้ครบ",
            "There is a total without the ten indicators. Please fill them in.",
        )


def _read_score(cells: _Cells, key: str) -> int | None:
    found = read_score(cells.texts.get(cells.header.columns.get(key, 0), ""))
    if isinstance(found, Sentence):
        cells.fault(key, found.th, found.en)
        return None
    cells.line.rounded += found.rounded
    return found.value


def _read_level(cells: _Cells, framework: Framework) -> None:
    text = cells.text(LEVEL)
    if not text:
        return
    wanted = "".join(text.lower().split())
    for level in framework.levels:
        if wanted in ("".join(level.name.lower().split()), "".join(level.name_en.lower().split())):
            cells.line.level = level.name
            return
    names = " ".join(level.name for level in framework.levels)
    cells.fault(
        LEVEL,
        f"ไม่มีระดับ “{text[:40]}” ในเกณฑ์ของปีนี้ ซึ่งมี {names}",
        f"The rules of this year have no level “{text[:40]}”; they have {names}.",
    )
