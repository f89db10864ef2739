"""The table ข้อ | รายการ | URL | คำอธิบาย that agencies keep → what each item is to show, and what is refused."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from prongsai.core.country.table import Remark
from prongsai.core.disclosures.pasted_cells import (
    PastedLink,
    addresses_of,
    code_of,
    has_address,
    says_no,
    says_nothing,
    says_yes,
    split_code,
    tidy,
)
from prongsai.core.disclosures.pasted_columns import (
    ANSWER,
    CODE,
    LABELS,
    NAME,
    URL,
    WORDS,
    columns_of_headings,
    guessed,
    heading_row,
)
from prongsai.core.disclosures.pasted_names import Known, Meant, meant_by
from prongsai.core.sentence import Sentence

MOST_ROWS = 500
LONGEST_WORDS = 5_000

NOTHING = Sentence(
    "ยังไม่มีตาราง โปรดคัดลอกตารางจาก Excel หรือ Word แล้ววางในช่อง หรือเลือกไฟล์",
    "There is no table yet. Please copy it from Excel or Word and paste it, or choose a file.",
)
TOO_LONG = Sentence(
    f"ตารางยาวเกิน {MOST_ROWS:,} แถว โปรดวางเฉพาะแถวของรายการ O",
    f"The table has more than {MOST_ROWS:,} rows. Please paste only the rows of the items.",
)
NO_ITEMS = Sentence(
    "ไม่พบรายการ O ในตาราง โปรดวางทั้งคอลัมน์ข้อหรือชื่อรายการ และคอลัมน์ URL",
    "No item was found. Please paste the column of codes or names together with the column of addresses.",
)


@dataclass(frozen=True, slots=True)
class PastedItem:
    """What the table says of one item. ``answer``: has, has_not, or nothing where it says nothing. ``rows`` from 1."""

    code: str
    rows: tuple[int, ...]
    links: tuple[PastedLink, ...] = ()
    explanation: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A row whose code and name do not agree: which item is meant? ``chosen`` is what is taken until a person says."""

    row: int
    code: str
    name: str
    options: tuple[str, ...]
    chosen: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """What was read. ``faults`` are of rows that are left out, ``notes`` for a person to weigh; ``empty`` are items of
    which the table has nothing to add.
    """

    items: tuple[PastedItem, ...] = ()
    questions: tuple[Question, ...] = ()
    faults: tuple[Remark, ...] = ()
    notes: tuple[Remark, ...] = ()
    empty: tuple[str, ...] = ()


@dataclass(slots=True)
class _Row:
    """One item's row with those below that go on with it."""

    number: int
    cells: dict[str, str]
    more: list[dict[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class _Found:
    """What is gathered while reading; ``columns`` are those of the table."""

    columns: Mapping[str, int]
    items: dict[str, PastedItem] = field(default_factory=dict)
    questions: list[Question] = field(default_factory=list)
    faults: list[Remark] = field(default_factory=list)
    notes: list[Remark] = field(default_factory=list)
    empty: list[str] = field(default_factory=list)

    def remark(self, row: int, key: str, what: Sentence) -> Remark:
        """A remark at a cell; at the whole row where the table has no such column."""
        at = self.columns.get(key, -1)
        return Remark(row, at + 1, LABELS[key].th if at >= 0 else "", what)


def read_pasted(text: str, known: Sequence[Known], choices: Mapping[int, str] | None = None) -> Pasted:
    """Read the table. ``choices`` answer questions: row to code, nothing leaves the row out. Rows count from 1."""
    grid = _grid(text)
    filled = [(number, row) for number, row in enumerate(grid, 1) if any(map(tidy, row))]
    if not filled or len(filled) > MOST_ROWS:
        return Pasted(faults=(Remark(1, 0, "", TOO_LONG if filled else NOTHING),))
    at, columns = heading_row([row for _number, row in filled])
    body = _joined(filled[at + 1 :], len(filled[at][1]) if at >= 0 else 0)
    if not columns:
        columns = guessed([row for _number, row in body], frozenset(one.code for one in known))
    found = _Found(columns)
    for row in _rows(body, columns):
        _take(found, row, known, choices or {})
    if not (found.items or found.questions or found.faults or found.empty):
        found.faults.append(Remark(1, 0, "", NO_ITEMS))
    order = {one.code: place for place, one in enumerate(known)}
    return Pasted(
        tuple(sorted(found.items.values(), key=lambda one: order.get(one.code, len(order)))),
        tuple(found.questions),
        tuple(found.faults),
        tuple(found.notes),
        tuple(code for code in dict.fromkeys(found.empty) if code not in found.items),
    )


def as_text(rows: Mapping[int, Mapping[int, str]]) -> str:
    """The cells of a sheet (rows and columns from 1) as they would be pasted; empty rows keep their places."""
    lines = []
    for number in range(1, max(rows, default=0) + 1):
        cells = rows.get(number, {})
        row = [cells.get(at, "") for at in range(1, max(cells, default=0) + 1)]
        lines.append("\t".join(_quoted(cell) for cell in row))
    return "\n".join(lines)


def _quoted(cell: str) -> str:
    plain = cell.replace("\t", " ").replace("\r\n", "\n").replace("\r", "\n")
    return '"' + plain.replace('"', '""') + '"' if "\n" in plain or plain.startswith('"') else plain


def _grid(text: str) -> list[list[str]]:
    """Sheets put a cell of several lines between quotes; where quotes do not close, they are part of the text."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    try:
        return list(csv.reader([line + "\n" for line in lines], dialect="excel-tab", strict=True))
    except csv.Error:
        return [line.split("\t") for line in lines]


def _joined(rows: Sequence[tuple[int, list[str]]], width: int) -> list[tuple[int, list[str]]]:
    """Word puts each line of a cell on a line of its own: a row that is cut short goes on in what follows."""
    width = width or max((len(row) for _number, row in rows), default=0)
    found: list[tuple[int, list[str]]] = []
    for number, row in rows:
        last = found[-1][1] if found else None
        goes_on = last is not None and len(last) < width and len(last) + len(row) - 1 <= width
        if last is not None and goes_on and width > 1 and not _begins_item(row):
            last[-1] += "\n" + row[0]
            last += row[1:]
        else:
            found.append((number, list(row)))
    return found


def _begins_item(row: Sequence[str]) -> bool:
    return bool(code_of(row[0]) or split_code(row[0])[0]) or not tidy(row[0])


def _rows(body: Iterable[tuple[int, list[str]]], columns: Mapping[str, int]) -> list[_Row]:
    """The rows of items, each with those below it that have neither a code nor a name."""
    found: list[_Row] = []
    for number, row in body:
        if columns_of_headings(row, slips=False):  # headings that are repeated on each page
            continue
        cells = _cells(row, columns)
        if found and not cells[CODE] and not cells[NAME] and (cells[URL] or cells[WORDS]):
            found[-1].more.append(cells)
        elif cells[CODE] or cells[NAME]:
            found.append(_Row(number, cells))
    return found


def _cells(row: Sequence[str], columns: Mapping[str, int]) -> dict[str, str]:
    cells = {key: tidy(row[at]) if (at := columns.get(key, len(row))) < len(row) else "" for key in LABELS}
    if not code_of(cells[CODE]):
        for key in (CODE, NAME):  # both in one cell
            code, name = split_code(cells[key])
            if code and not has_address(name):
                cells[CODE], cells[NAME] = code, name or cells[NAME]
                break
    if URL in columns and columns[URL] in (columns.get(CODE), columns.get(NAME)):
        cells[NAME] = ""
    whole = [tidy(cell) for cell in row if tidy(cell)]
    if len(whole) == 1 and has_address(whole[0]):  # a line of text, not a row
        code, rest = split_code(whole[0])
        return {CODE: code, NAME: "", URL: rest, WORDS: "", ANSWER: ""}
    return cells


def _take(found: _Found, row: _Row, known: Sequence[Known], choices: Mapping[int, str]) -> None:
    cells = row.cells
    meant = meant_by(code_of(cells[CODE]), cells[NAME], known)
    if not meant.code:
        if _has_something(row):
            found.faults.append(found.remark(row.number, CODE if CODE in found.columns else NAME, _unknown(cells)))
        return
    code = meant.code
    if meant.is_open:
        code = choices.get(row.number, code)
        found.questions.append(Question(row.number, cells[CODE], cells[NAME], meant.options, code))
        if not code:
            return
    _note_code(found, row, meant)
    item = _item(found, row, code)
    if item is None:
        return
    if not (item.links or item.explanation or item.answer):
        found.empty.append(code)
        return
    if code in found.items:
        what = Sentence(
            f"{code} มีหลายแถว รวมลิงก์ไว้ด้วยกัน", f"{code} stands in several rows: their links are put together."
        )
        found.notes.append(found.remark(row.number, CODE, what))
    found.items[code] = _merged(found.items.get(code), item)


def _item(found: _Found, row: _Row, code: str) -> PastedItem | None:
    """The row as an item; None with a fault where something in it is wrong."""
    urls = "\n".join(one[URL] for one in (row.cells, *row.more) if not says_nothing(one[URL]))
    said = [one[WORDS] for one in (row.cells, *row.more) if not says_nothing(one[WORDS])]
    read, words = addresses_of(urls), "\n".join(said)
    answer = "has" if says_yes(row.cells[ANSWER]) else ""
    denied = says_no(row.cells[ANSWER]) or says_no(read.words) or (not read.links and says_no(words))
    faults = list(read.faults)
    if read.words and not says_no(read.words):
        faults = faults or [_no_address(read.words)]
    if denied:
        answer, words = "has_not", words or (read.words if tidy(read.words) not in ("ไม่มี", "-") else "")
        faults += [_BOTH] if read.links else []
    if faults:
        found.faults += [found.remark(row.number, URL, fault) for fault in faults]
        return None
    if fault := _fault_of_words(words, denied):
        found.faults.append(found.remark(row.number, WORDS, fault))
        return None
    for one in read.links:
        _note_link(found, row.number, one)
    return PastedItem(code, (row.number,), read.links, words, answer or ("has" if read.links else ""))


def _fault_of_words(words: str, denied: bool) -> Sentence | None:
    if denied and (says_nothing(words) or tidy(words) == "ไม่มี"):
        return _NO_REASON
    return _TOO_MANY_WORDS if len(words) > LONGEST_WORDS else None


def _merged(first: PastedItem | None, second: PastedItem) -> PastedItem:
    """Two rows of one item: the links of both, each once."""
    if first is None:
        return second
    links = {one.url: one for one in (*second.links, *first.links)}
    ordered = dict.fromkeys(one.url for one in (*first.links, *second.links))
    words = dict.fromkeys(one for one in (first.explanation, second.explanation) if one)
    return replace(
        first,
        rows=(*first.rows, *second.rows),
        links=tuple(links[url] for url in ordered),
        explanation="\n".join(words),
        answer=first.answer or second.answer,
    )


def _has_something(row: _Row) -> bool:
    return any(not says_nothing(one[key]) for one in (row.cells, *row.more) for key in (URL, WORDS))


def _note_code(found: _Found, row: _Row, meant: Meant) -> None:
    if meant.by_name and not meant.is_open:
        what = Sentence(
            f"ไม่มีรหัสที่อ่านได้ จับคู่จากชื่อเป็น {meant.code}",
            f"No code could be read: taken as {meant.code} by its name.",
        )
        found.notes.append(found.remark(row.number, NAME, what))
    elif meant.is_foreign:
        name = row.cells[NAME][:60]
        what = Sentence(
            f"ชื่อ “{name}” ต่างจากชื่อ {meant.code} ของปีนี้ โปรดตรวจว่าเป็นรหัสของปีนี้",
            f"“{name}” is not what {meant.code} is called this year: please see that the code is of this year.",
        )
        found.notes.append(found.remark(row.number, NAME, what))


def _note_link(found: _Found, row: int, link: PastedLink) -> None:
    if link.completed:
        what = Sentence(f"เติม https:// ให้แล้ว: {link.url[:80]}", f"https:// was put before it: {link.url[:80]}")
        found.notes.append(found.remark(row, URL, what))
    if link.is_short:
        what = Sentence(
            f"{link.url[:80]} เป็นลิงก์ย่อ ซึ่งอาจหมดอายุระหว่างการตรวจ ควรใช้ที่อยู่เต็ม",
            f"{link.url[:80]} is a shortened link, which may expire while it is judged: better use the whole address.",
        )
        found.notes.append(found.remark(row, URL, what))


def _unknown(cells: Mapping[str, str]) -> Sentence:
    written = cells[CODE] or cells[NAME][:60]
    return Sentence(
        f"“{written}” ไม่ตรงกับรายการใดของปีนี้ โปรดแก้เป็นรหัส เช่น O12",
        f"“{written}” is none of this year's items. Please write its code, such as O12.",
    )


def _no_address(words: str) -> Sentence:
    return Sentence(
        f"“{words[:60]}” ไม่ใช่ที่อยู่เว็บ หากเป็นลิงก์ใต้ข้อความ โปรดคัดลอกที่อยู่ (คลิกขวา > คัดลอกไฮเปอร์ลิงก์) มาใส่ในช่องนี้",
        f"“{words[:60]}” is no address. If a link lies behind the words, please copy its address into this cell.",
    )


_BOTH = Sentence(
    "ตอบว่า “ไม่มี” แต่มี URL ด้วย โปรดลบ URL หรือเปลี่ยนคำตอบเป็น “มี”",
    "The answer is no, but there is an address. Please delete the address or answer yes.",
)
_NO_REASON = Sentence(
    "คำตอบ “ไม่มี” ต้องมีคำอธิบาย เช่น ปีนี้ไม่มีการจัดซื้อจัดจ้างที่วงเงินเกิน 5 แสนบาท โปรดเติมในช่องคำอธิบาย",
    "The answer “there is not” needs an explanation. Please write it into the column of explanations.",
)
_TOO_MANY_WORDS = Sentence(
    f"คำอธิบายยาวเกิน {LONGEST_WORDS:,} ตัวอักษร โปรดย่อ",
    f"The explanation is longer than {LONGEST_WORDS:,} letters. Please shorten it.",
)
