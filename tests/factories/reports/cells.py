"""A value → the paragraphs of a cell, as offices write them: numbers, bullets, paragraphs, boxes, units."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum
from random import Random

from prongsai.core.reports.reading import Status
from prongsai.core.thai.digits import to_thai
from tests.factories.reports.damage import wrapped


class Serial(Enum):
    """How the tables of a paper are written."""

    TABS = "tabs"  # cells of plain text between tabs
    TABS_HTML = "tabs and fragments"  # cells between tabs with <p>, <ul>, inputs and entities
    HTML = "html"  # whole tables
    MARKDOWN = "markdown"


INLINE = (Serial.TABS, Serial.MARKDOWN)


@dataclass(frozen=True)
class Piece:
    """One paragraph of a cell; ``li`` where it is an item of a list of HTML; ``cut`` where it may be cut in two."""

    text: str
    li: bool = False
    cut: bool = False


@dataclass(frozen=True)
class Style:
    """How a column writes its lists: "dot", "paren", "both", "dash", "li" or "plain", and the space behind a mark."""

    kind: str
    space: str = " "

    def mark(self, at: int) -> str:
        number = to_thai(at)
        made = {"dot": f"{number}.", "paren": f"{number})", "both": f"({number})", "dash": "-"}.get(self.kind, "")
        return made + self.space if made else ""


def style_for(random: Random, serial: Serial, *, nested: bool = False) -> Style:
    """A style that the serialisation can carry without doubt."""
    kinds = ["dot", "dot", "paren", "dash", "dash"]
    if not nested:
        kinds.append("both")
    if serial in (Serial.TABS_HTML, Serial.HTML):
        kinds += ["plain", "li", "li-dash"] if not nested else ["li-dash"]
    kind = random.choice(kinds)
    return Style(kind, random.choice((" ", "", " ")))


def listed(values: tuple[str, ...], style: Style, random: Random, serial: Serial) -> list[Piece]:
    """The items of a list. A single one often stands without a mark."""
    nested = any("(๑)" in value for value in values)
    if len(values) == 1 and not nested and random.random() < 0.6:
        return [Piece(values[0], cut=True)]
    if style.kind in ("dot", "paren") and random.random() < 0.04 and len(values) > 2:
        numbers = [1, 2, 2, *range(3, len(values))]  # one number stands twice
        return [Piece(f"{style.mark(at)}{value}", cut=True) for at, value in zip(numbers, values, strict=True)]
    if style.kind == "li-dash":
        return [Piece(f"-{style.space}{value}", li=True) for value in values]
    if style.kind in ("li", "plain"):
        return [Piece(value, li=style.kind == "li") for value in values]
    return [Piece(f"{style.mark(at)}{value}", cut=True) for at, value in enumerate(values, 1)]


def responsible(values: tuple[str, ...], way: str, serial: Serial) -> list[Piece]:
    """Units by number, in a row, between slashes, joined by และ, or a paragraph each."""
    if way == "numbered" and len(values) > 1:
        return [Piece(f"{to_thai(at)}. {value}") for at, value in enumerate(values, 1)]
    if way == "heading" and len(values) > 2:
        rest = [Piece(f"{to_thai(at)}. {value}") for at, value in enumerate(values[1:], 1)]
        return [Piece(values[0]), *rest]
    if way == "lost" and len(values) > 2:  # the first number is lost
        return [Piece(values[0]), *(Piece(f"{to_thai(at)}.{value}") for at, value in enumerate(values[1:], 2))]
    if way == "slash":
        return [Piece("/".join(values))]
    if way == "and" and len(values) > 1:
        return [Piece(f"{' '.join(values[:-1])} และ{values[-1]}")]
    if way in ("p", "li") and serial in (Serial.TABS_HTML, Serial.HTML):
        return [Piece(value, li=way == "li") for value in values]
    return [Piece(" ".join(values))]


def box(ticked: bool, serial: Serial, random: Random) -> str:
    """One box."""
    if serial is Serial.MARKDOWN:
        return random.choice((("[x]", "[ ]"), ("☑", "☐")))[not ticked]
    checked = ' checked=""' if ticked else ""
    return f'<input{checked} type="checkbox"/>'


def boxes(status: Status, way: str, serial: Serial, random: Random) -> list[Piece]:
    """Two boxes with their labels: before, behind, twice, or one without its box."""
    not_yet = random.choice(("ยังไม่ดำเนินการ", "ยังไม่ได้ดำเนินการ"))
    empty = box(status is Status.NOT_STARTED, serial, random)
    full = box(status is Status.DONE, serial, random)
    if way == "before":
        return [Piece(f"{not_yet} {empty}"), Piece(f"ดำเนินการ {full}")]
    if way == "twice" and serial not in INLINE:
        return [Piece(not_yet), Piece(f"{empty} {not_yet}"), Piece("ดำเนินการ"), Piece(f"{full} ดำเนินการ")]
    if way == "half" and status is Status.DONE:
        return [Piece(not_yet), Piece(f"{full} ดำเนินการ")]
    return [Piece(f"{empty} {not_yet}", li=way == "li"), Piece(f"{full} ดำเนินการ", li=way == "li")]


def tick(random: Random, serial: Serial) -> Piece:
    """The mark of a tick column."""
    marks = ["✓", "/", "☑", "✔"]
    if serial in (Serial.TABS, Serial.TABS_HTML, Serial.HTML):
        marks += ['<input checked="" type="checkbox"/>'] * 3
    return Piece(random.choice(marks))


def escaped(text: str) -> str:
    """Text as it stands in HTML; the boxes are markup already."""
    return "".join(part if part.startswith("<input") else part.replace("&", "&amp;") for part in _split(text))


def _split(text: str) -> list[str]:
    parts, rest = [], text
    while "<input" in rest:
        before, _, rest = rest.partition("<input")
        inside, _, rest = rest.partition("/>")
        parts += [before, f"<input{inside}/>"]
    return [*parts, rest]


def rendered(pieces: list[Piece], serial: Serial, random: Random, *, narrow: bool = False) -> str:
    """The cell as it stands in the file; in a ``narrow`` column spaces stand where its lines ended."""
    if not pieces:
        return ""
    if narrow:
        pieces = [replace(piece, text=wrapped(piece.text, random)) for piece in pieces]
    if serial is Serial.TABS:
        return " ".join(piece.text for piece in pieces)
    if serial is Serial.MARKDOWN:
        return random.choice((" ", "<br>", "<br/> ")).join(piece.text for piece in pieces).replace("|", "\\|")
    if len(pieces) == 1 and not pieces[0].li and random.random() < 0.5:
        return escaped(pieces[0].text)
    return _fragments(pieces)


def _fragments(pieces: list[Piece]) -> str:
    made, open_list = [], False
    for piece in pieces:
        if piece.li != open_list:
            made.append("</ul>" if open_list else '<ul style="list-style-type: none;">')
            open_list = piece.li
        tag = "li" if piece.li else "p"
        made.append(f"<{tag}>{escaped(piece.text)}</{tag}>")
    return " ".join([*made, "</ul>"] if open_list else made)


def cut_in_two(pieces: list[Piece], random: Random) -> tuple[list[Piece], list[Piece]] | None:
    """The cell as a page cuts it: between two items, or inside one of them."""
    if len(pieces) < 2:
        return None
    at = random.randrange(1, len(pieces))
    last = pieces[at]
    words = last.text.split(" ")
    if last.cut and random.random() < 0.4 and len(words) > 2:
        middle = random.randrange(2, len(words))
        head, tail = " ".join(words[:middle]), " ".join(words[middle:])
        if tail[:1] not in "-(๐๑๒๓๔๕๖๗๘๙":
            return [*pieces[:at], replace(last, text=head)], [Piece(tail), *pieces[at + 1 :]]
    return pieces[:at], pieces[at:]
