"""Tables of a made-up report: columns in any order, pages that end anywhere, rows cut, repeated or printed twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any

from prongsai.core.reports.reading import ReadDisclosure, ReadMeasure, Status
from prongsai.core.thai.digits import to_thai
from prongsai.frameworks import newest_for
from tests.factories.reports import words
from tests.factories.reports.cells import (
    INLINE,
    Piece,
    Serial,
    Style,
    boxes,
    cut_in_two,
    listed,
    rendered,
    responsible,
    style_for,
    tick,
)
from tests.factories.reports.content import Hand
from tests.factories.reports.damage import garbled_code, hurt_heading, slipped

Cells = dict[str, list[Piece]]
FLOWING = ("procedure", "monitoring", "result", "outcome", "components", "progress")


@dataclass
class Sheet:
    """How one table is written: its columns in order, the style of each list, its headings."""

    hand: Hand
    serial: Serial
    columns: list[str]
    headings: dict[str, str]
    styles: dict[str, Style] = field(default_factory=dict)
    units: str = "row"
    boxing: str = "after"
    title: str = "plain"
    narrow: bool = False
    leads: bool = False
    merged: bool = False
    lines: list[str] = field(default_factory=list)
    open_rows: list[str] = field(default_factory=list)

    def style(self, column: str, *, nested: bool = False) -> Style:
        if column not in self.styles:
            self.styles[column] = style_for(self.hand.random, self.serial, nested=nested)
        return self.styles[column]

    def header(self) -> None:
        """Begin a page with the header of the table."""
        self.close()
        self.merged = False
        texts = [hurt_heading(self.headings[name], self.hand.random, self.hand.level) for name in self.columns]
        if self.serial is Serial.MARKDOWN:
            self.open_rows = [f"| {' | '.join(texts)} |", f"|{'---|' * len(texts)}"]
        elif self.serial is Serial.HTML:
            tag = self.hand.pick(("th", "td"))
            self.open_rows = ["<table>", f"<tr>{''.join(f'<{tag}>{text}</{tag}>' for text in texts)}</tr>"]
        else:
            self.open_rows = ["\t".join(texts)]

    def row(self, cells: Cells) -> None:
        """One physical row."""
        random = self.hand.random
        texts = [
            rendered(cells.get(name, []), self.serial, random, narrow=self.narrow and name not in ("code", "number"))
            for name in self.columns
        ]
        if self.merged:
            texts = [" ".join(filter(None, texts[:2])), *texts[2:]]
        self.raw(texts)

    def raw(self, texts: list[str]) -> None:
        """A row of cells as they stand."""
        if self.serial is Serial.MARKDOWN:
            self.open_rows.append(f"| {' | '.join(texts)} |")
        elif self.serial is Serial.HTML:
            self.open_rows.append(f"<tr>{''.join(f'<td>{text}</td>' for text in texts)}</tr>")
        else:
            self.open_rows.append("\t".join(texts))

    def close(self) -> None:
        """End the page."""
        if self.open_rows:
            if self.serial is Serial.HTML:
                self.open_rows.append("</table>")
            self.lines += [*self.open_rows, ""]
            self.open_rows = []

    def turn(self) -> None:
        """A new page: sometimes "(ต่อ)", and the header again."""
        self.close()
        if self.hand.chance(0.3):
            self.lines += [self.hand.pick(("(ต่อ)", "**(ต่อ)**", "- ๒ -", "๓")), ""]
        self.header()


def sheet(hand: Hand, serial: Serial, columns: list[str], first: str) -> Sheet:
    """A table with headings of its own and, half of the time, its columns in another order."""
    names = {name: hand.pick(words.HEADINGS[_heading(name, columns)]) for name in columns}
    if hand.chance(0.5):
        rest = [name for name in columns if name != first]
        hand.random.shuffle(rest)
        columns = [first, *rest] if hand.chance(0.7) else hand.random.sample([first, *rest], len(columns))
    made = Sheet(hand, serial, columns, names)
    made.units = hand.pick(("numbered", "row", "slash", "and", "p", "li", "row", "heading", "lost"))
    made.narrow = hand.chance(0.3 * hand.level)
    made.boxing = hand.pick(("after", "before", "twice", "half", "li", "after"))
    made.title = hand.pick(("dot", "plain", "space"))
    return made


def _heading(name: str, columns: list[str]) -> str:
    if name == "result" and "boxes" in columns:
        return "boxed"
    if name == "procedure" and "indicator" in columns and "monitoring" not in columns:
        return "guidance"
    return name


def write_measures(made: Sheet, rows: list[ReadMeasure], *, boxed: bool = False) -> None:
    """All rows of a table of measures, over as many pages as there are."""
    made.header()
    before: ReadMeasure | None = None
    for at, row in enumerate(rows):
        if at and made.hand.chance(0.3):
            made.turn()
        cells = measure_cells(made, row, before, boxed)
        _write(made, cells, _kept(made, row, cells))
        before = row
    made.close()


def measure_cells(made: Sheet, row: ReadMeasure, before: ReadMeasure | None, boxed: bool) -> Cells:
    """The cells of one measure."""
    random, serial = made.hand.random, made.serial
    cells: Cells = {
        name: listed(getattr(row, name), made.style(name), random, serial)
        for name in ("procedure", "monitoring", "result", "outcome")
        if name in made.columns and getattr(row, name)
    }
    if made.leads and row.procedure and row.procedure[0] in words.LEADS:
        items = listed(row.procedure[1:], Style("dot"), random, serial)
        cells["procedure"] = [
            Piece(row.procedure[0]),
            *(items if len(items) > 1 else [Piece(f"๑. {row.procedure[1]}")]),
        ]
    cells["responsible"] = responsible(row.responsible, made.units, serial)
    cells["period"] = [Piece(row.period or "")]
    if row.suggestion:
        cells["suggestion"] = [Piece(row.suggestion)]
    cells.update(_names(made, row, before))
    if boxed and row.status is not None:
        cells["result"] = [*boxes(row.status, made.boxing, serial, random), *cells["result"]]
    elif row.status is not None and row.status.value in made.columns:
        cells[row.status.value] = [tick(random, serial)]
    return cells


def _names(made: Sheet, row: ReadMeasure, before: ReadMeasure | None) -> Cells:
    """Number, title and indicator; a second group of units under an indicator often has no title of its own."""
    if row.indicator is not None:
        if before is not None and before.indicator == row.indicator and made.hand.chance(0.7):
            return {}
        number = to_thai(row.indicator)
        title = {
            "dot": f"ตัวชี้วัดที่ {number} {row.title}",
            "plain": f"{number}. {row.title}",
            "space": f"{number} {row.title}",
        }
        return {"indicator": [Piece(title[made.title])]}
    if "number" in made.columns:
        return {
            "number": [Piece(f"{to_thai(row.number or 0)}{made.hand.pick(('', '.', '.'))}")],
            "title": [Piece(row.title or "")],
        }
    if row.number is not None:
        return {"title": [Piece(f"{to_thai(row.number)}. {row.title}")]}
    return {"title": [Piece(row.title or "")]}


def _kept(made: Sheet, row: ReadMeasure, cells: Cells) -> Callable[[], Cells]:
    """What a continuation on the next page repeats: nothing, the title, or title, unit and period."""

    def again() -> Cells:
        names = made.hand.random.choice(
            ((), (), ("title", "indicator", "number"), ("title", "indicator", "number", "responsible", "period"))
        )
        kept = {name: cells[name] for name in names if name in cells}
        if not (kept.get("title") or kept.get("indicator")):
            return {}
        return kept

    return again


def _write(made: Sheet, cells: Cells, again: Callable[[], Cells]) -> None:
    """One row: whole, cut by a page, or printed twice with slips."""
    hand = made.hand
    able = [name for name in made.columns if name in FLOWING and len(cells.get(name, [])) > 1]
    title = cells.get("title", [])
    if able and title and hand.chance(0.04 * hand.level) and title[0].text.count(" ") and _cut_title(made, cells, able):
        return
    if able and hand.chance(0.22):
        first, second = dict(cells), again()
        for name in hand.random.sample(able, min(len(able), hand.random.choice((1, 1, 2)))):
            halves = cut_in_two(cells[name], hand.random)
            if halves and not any("input" in piece.text or piece.text == "ดำเนินการ" for piece in halves[1]):
                first[name], second[name] = halves
        made.row(first)
        if any(name in FLOWING for name in second):
            made.turn()
            made.row(second)
        return
    if hand.chance(0.03 * hand.level) and abs(made.columns.index("period") - made.columns.index("responsible")) == 1:
        cells = {**cells, "period": cells["responsible"], "responsible": cells["period"]}  # slipped into each other
    made.row(cells)
    if hand.chance(0.03) and sum(len(piece.text) for pieces in cells.values() for piece in pieces) > 200:
        made.turn()
        repeated = {
            name: [replace(piece, text=_slip(piece.text, made)) for piece in pieces] for name, pieces in cells.items()
        }
        if hand.chance(0.5):
            for name in ("title", "indicator", "number"):
                repeated.pop(name, None)
        made.row(repeated)


def _cut_title(made: Sheet, cells: Cells, able: list[str]) -> bool:
    """A page that ends inside the title and inside a list of the same row."""
    halves = cut_in_two(cells[able[0]], made.hand.random)
    words_of = cells["title"][0].text.split(" ")
    at = len(words_of) - 1
    if halves is None or at < 2 or "number" in made.columns:
        return False
    head, tail = " ".join(words_of[:at]), " ".join(words_of[at:])
    made.row({**cells, "title": [Piece(head)], able[0]: halves[0]})
    made.turn()
    made.row({"title": [Piece(tail)], able[0]: halves[1]})
    return True


def _slip(text: str, made: Sheet) -> str:
    return text if "<" in text or len(text) < 20 else slipped(text, made.hand.random, 0.015)


def write_disclosures(made: Sheet, rows: list[ReadDisclosure]) -> None:
    """All items, cut by sub-indicator and by pages."""
    sub = ""
    for at, row in enumerate(rows):
        if row.sub_indicator != sub:
            made.close()
            sub = row.sub_indicator or ""
            made.lines += [sub_heading(made, sub), ""]
            made.merged = False
            made.header()
        elif at and made.hand.chance(0.25):
            made.merged = False
            made.turn()
        _disclosure(made, row)
    made.close()


def sub_heading(made: Sheet, code: str) -> str:
    """The heading of a sub-indicator, its number garbled now and then."""
    name = next(one.name for one in newest_for(made.hand.year)[0].sub_indicators if one.code == code)
    written = code if not made.hand.chance(0.3 * made.hand.level) else f"{made.hand.random.randint(3, 8)}.{code[-1]}"
    return f"ตัวชี้วัดย่อยที่ {to_thai(written)} {name}" + (" (ต่อ)" if made.hand.chance(0.1) else "")


def _disclosure(made: Sheet, row: ReadDisclosure) -> None:
    random, serial, hand = made.hand.random, made.serial, made.hand
    number = int(row.code[1:])
    marks = boxes(row.status or Status.DONE, made.boxing, serial, random)
    text = listed(row.progress, made.style("progress"), random, serial)
    cells: Cells = {
        "code": [Piece(garbled_code(number, random, hand.level))],
        "name": [Piece(row.name or "")],
        "components": listed(row.components, made.style("components", nested=True), random, serial),
        "responsible": responsible(row.responsible, made.units, serial),
        "progress": [*marks, *text],
    }
    if hand.chance(0.08) and serial not in INLINE and len(marks) == 2:
        made.row({**cells, "progress": marks[:1]})
        made.row({"progress": marks[1:]})
        made.row({"progress": text})
        return
    halves = cut_in_two(cells["components"], random) if hand.chance(0.12) else None
    if halves is None:
        made.row(cells)
        return
    made.row({**cells, "components": halves[0]})
    if hand.chance(0.5) or serial not in (Serial.TABS, Serial.TABS_HTML) or made.columns[:2] != ["code", "name"]:
        made.turn()
        made.row({"components": halves[1]})
        return
    made.close()  # the next page has no header, and its code stands in the cell of the name
    made.merged = True
    made.row({"components": halves[1]})


def write_scores(
    made: Sheet, values: dict[str, float], total: float | None, names: tuple[str, ...], foreign: bool
) -> None:
    """The ten scores; labels of another script, as scanners invent them, where ``foreign``."""
    made.header() if not foreign else made.raw(["ចំនួន", "នាមសម្រាប់ការវិនិយោគ", "តម្លៃ"][: len(made.columns)])
    digits: Callable[[Any], str] = str if foreign or made.hand.chance(0.3) else to_thai
    for key, value in values.items():
        texts = {
            "order": digits(key),
            "of": "ការវិនិយោគ" if foreign else names[int(key) - 1],
            "score": digits(f"{value:.2f}"),
        }
        made.raw([texts[name] for name in made.columns])
    if total is not None:
        texts = {"order": "", "of": made.hand.pick(("คะแนนรวม", "รวม", "คะแนนเฉลี่ย")), "score": digits(f"{total:.2f}")}
        made.raw([texts[name] for name in made.columns])
    made.close()
