"""What the cells of all sheets share: the list of sheets, the texts, the looks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from lxml import etree

from prongsai.documents.readers.office.symbols import in_font, is_symbol_font
from prongsai.documents.readers.package import Package
from prongsai.documents.readers.sheets.figures import NUMBER, Format, format_of
from prongsai.documents.readers.sheets.tags import RELATION, R, T, is_on, s, value, whole

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
#: A cell of a table has lines on two sides or more; one line may stand under a title or be there to write on.
_SIDES = 2
_X = TypeVar("_X")


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks: the format of its number, its font where that has signs for letters, whether lines frame it."""

    format: Format = NUMBER
    signs: str = ""
    framed: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Page:
    """A worksheet: its part, and whether it is hidden."""

    part: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Workbook:
    """The worksheets in order, the shared texts, the looks by number, and from when days are counted."""

    pages: tuple[Page, ...]
    texts: tuple[str, ...]
    looks: tuple[Look, ...]
    since_1904: bool


def open_workbook(package: Package) -> Workbook:
    """What all sheets share. Raises Refusal where a part is damaged."""
    main = package.related("officeDocument") or "xl/workbook.xml"
    root = package.xml(main)
    strings, styles = package.related("sharedStrings", main), package.related("styles", main)
    properties = root.find(s("workbookPr"))
    return Workbook(
        tuple(_pages(root, package, main)),
        () if strings is None else tuple(map(text_of, package.xml(strings).iterchildren(s("si")))),
        () if styles is None else tuple(_looks(package.xml(styles))),
        properties is not None and is_on(properties.get("date1904")),
    )


def _pages(root: etree._Element, package: Package, main: str) -> Iterator[Page]:
    """The worksheets; a chart on a sheet of its own has no cells."""
    parts = {one.key: one.part for one in package.relations(main) if one.kind == "worksheet" and one.part in package}
    for sheet in root.iterfind(f"{s('sheets')}/{s('sheet')}"):
        part = parts.get(sheet.get(RELATION, ""))
        if part is not None:
            yield Page(part, sheet.get("state", "visible") != "visible")


def text_of(element: etree._Element) -> str:
    """The text of a shared or an inline string; how it is spoken in Japanese is left out."""
    made = []
    for one in element:
        if one.tag == T:
            made.append(one.text or "")
        elif one.tag == R:
            font = value(one.find(f"{s('rPr')}/{s('rFont')}"))
            text = "".join(part.text or "" for part in one.iterchildren(T))
            made.append(in_font(text, font) if is_symbol_font(font) else text)
    return unescaped("".join(made))


def unescaped(text: str) -> str:
    """The text with the ends of lines put back that are written ``_x000A_``; other letters so written are controls."""
    return _ESCAPED.sub(_end_of_line, text) if "_x" in text else text


def _end_of_line(found: re.Match[str]) -> str:
    number = int(found[1], 16)
    if number in (0x0A, 0x09, 0x5F):
        return chr(number)
    return "" if number < 0x20 else found[0]


def _looks(root: etree._Element) -> Iterator[Look]:
    codes = {whole(one.get("numFmtId"), -1): one.get("formatCode", "") for one in root.iter(s("numFmt"))}
    fonts = [value(font.find(s("name"))) for font in root.iterfind(f"{s('fonts')}/{s('font')}")]
    frames = [_is_frame(border) for border in root.iterfind(f"{s('borders')}/{s('border')}")]
    formats: dict[int, Format] = {}
    for xf in root.iterfind(f"{s('cellXfs')}/{s('xf')}"):
        number = whole(xf.get("numFmtId"))
        format = formats.setdefault(number, _format(codes, number))
        font = _at(fonts, whole(xf.get("fontId"))) or ""
        yield Look(format, font if is_symbol_font(font) else "", bool(_at(frames, whole(xf.get("borderId")))))


def _format(codes: Mapping[int, str], number: int) -> Format:
    return format_of(codes.get(number), number)


def _at(values: Sequence[_X], at: int) -> _X | None:
    return values[at] if at < len(values) else None


def _is_frame(border: etree._Element) -> bool:
    sides = ("left", "right", "start", "end", "top", "bottom")
    drawn = (border.find(s(side)) for side in sides)
    return sum(side is not None and side.get("style", "none") != "none" for side in drawn) >= _SIDES
