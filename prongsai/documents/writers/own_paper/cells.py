"""A cell of last year as the pattern of this year's: its edges, its paragraphs and its letters, with other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from prongsai.documents.readers.office.symbols import is_symbol_font
from prongsai.documents.readers.word.columns import unwrapped
from prongsai.documents.readers.word.tags import P_PR, R_PR, SDT, SDT_CONTENT, TC, TC_PR, TR_PR, P, child, value, w
from prongsai.documents.writers.own_paper.elements import remove
from prongsai.documents.writers.own_paper.letters import Letters, new_run, run_look

Element = etree._Element

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_IDENTITY = (f"{_W14}paraId", f"{_W14}textId")
#: What a copy does not take over: merging with rows that are gone, changes that were tracked, ends of sections.
_NOT_OF_CELLS = tuple(map(w, ("vMerge", "hMerge", "cellIns", "cellDel", "cellMerge", "tcPrChange")))
_NOT_OF_ROWS = tuple(map(w, ("tblHeader", "hidden", "ins", "del", "trPrChange")))
_NOT_OF_PARAGRAPHS = tuple(map(w, ("sectPr", "pPrChange", "pageBreakBefore", "framePr")))
_NOT_OF_LETTERS = tuple(map(w, ("ins", "del", "moveFrom", "moveTo", "rPrChange", "vanish")))


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph to write; ``drawn``: Word draws the bullet of its list before it."""

    text: str
    drawn: bool = False


def copied_row(row: Element) -> tuple[Element, list[Element]]:
    """A row like this one and its cells in order, each empty; content controls around cells are left behind."""
    made = deepcopy(row)
    for control in list(made.iter(SDT)):
        if next(control.iter(TC), None) is not None:
            _unwrap(control)
    properties = made.find(TR_PR)
    if properties is not None:
        _without(properties, _NOT_OF_ROWS)
        for height in properties.findall(w("trHeight")):
            if height.get(w("hRule")) == "exact":  # a longer text would be cut off
                height.set(w("hRule"), "atLeast")
    _without_identity(made)
    cells = list(unwrapped(made, TC))
    for cell in cells:
        _emptied(cell)
    return made, cells


def fill(cell: Element, patterns: Sequence[Element], lines: Sequence[Line]) -> None:
    """Write a paragraph a line into an empty cell, each like the first that has text of ``patterns`` (paragraphs)."""
    plain = next((one for one in patterns if Letters([one]).text.strip()), patterns[0] if patterns else None)
    listed = next((one for one in patterns if child(one.find(P_PR), w("numPr")) is not None), plain)
    look = _look(patterns)
    for line in lines or (Line(""),):
        paragraph = etree.SubElement(cell, P)
        properties = _properties(listed if line.drawn else plain, keep_list=line.drawn)
        if properties is not None:
            paragraph.append(properties)
        if line.text:
            paragraph.append(new_run(line.text, look))


def copied_paragraph(paragraph: Element) -> Element:
    """A paragraph like this one, without what may stand only once: pictures, marks, the end of a section."""
    made = deepcopy(paragraph)
    for tag in ("drawing", "pict", "object", "bookmarkStart", "bookmarkEnd", "commentReference"):
        for old in list(made.iter(w(tag))):
            remove(old)
    properties = made.find(P_PR)
    if properties is not None:
        _without(properties, _NOT_OF_PARAGRAPHS)
    _without_identity(made)
    return made


def not_in_list(paragraph: Element) -> None:
    """Have Word draw no number or bullet before the paragraph, whatever its style says."""
    properties = paragraph.find(P_PR)
    if properties is None:
        properties = etree.Element(P_PR)
        paragraph.insert(0, properties)
    _no_number(properties)


def keep_with_next(paragraph: Element) -> None:
    """No page ends behind the paragraph."""
    properties = paragraph.find(P_PR)
    if properties is None:
        properties = etree.Element(P_PR)
        paragraph.insert(0, properties)
    if properties.find(w("keepNext")) is None:
        properties.insert(1 if properties.find(w("pStyle")) is not None else 0, etree.Element(w("keepNext")))


def _properties(pattern: Element | None, *, keep_list: bool) -> Element | None:
    found = None if pattern is None else pattern.find(P_PR)
    if found is None:
        return None
    made = deepcopy(found)
    _without(made, _NOT_OF_PARAGRAPHS)
    mark = made.find(R_PR)
    if mark is not None:
        _without(mark, _NOT_OF_LETTERS)
    if not keep_list:
        _no_number(made)
    return made


def _no_number(properties: Element) -> None:
    """A list of number 0 is none; a paragraph of which only the style might have one gets it said too."""
    own, style = properties.find(w("numPr")), properties.find(w("pStyle"))
    if own is None and style is None:
        return
    if own is None:
        own = etree.Element(w("numPr"))
        _insert(properties, own)
    for part in list(own):
        own.remove(part)
    etree.SubElement(own, w("numId")).set(w("val"), "0")


def _insert(properties: Element, own: Element) -> None:
    """Put the list where the order of the format wants it."""
    before = {w(name) for name in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")}
    at = sum(1 for one in properties if one.tag in before)
    properties.insert(at, own)


def _look(patterns: Sequence[Element]) -> Element | None:
    """The look of the letters, without a font of signs, in which words would be signs too."""
    found = run_look(patterns)
    if found is None:
        return None
    made = deepcopy(found)
    _without(made, _NOT_OF_LETTERS)
    fonts = made.find(w("rFonts"))
    if fonts is not None and any(is_symbol_font(str(each)) for each in fonts.attrib.values()):
        made.remove(fonts)
    return made


def _emptied(cell: Element) -> None:
    for part in list(cell):
        if part.tag != TC_PR:
            cell.remove(part)
    properties = cell.find(TC_PR)
    if properties is not None:
        _without(properties, _NOT_OF_CELLS)


def _unwrap(control: Element) -> None:
    content = control.find(SDT_CONTENT)
    for part in [] if content is None else list(content):
        control.addprevious(part)
    remove(control)


def _without(element: Element, tags: Sequence[str]) -> None:
    for old in [one for one in element if one.tag in tags]:
        element.remove(old)


def _without_identity(element: Element) -> None:
    """Numbers by which programs know a paragraph or a row again must not stand twice."""
    for one in element.iter():
        for key in _IDENTITY:
            if key in one.attrib:
                del one.attrib[key]


def paragraphs_of(cell: Element) -> list[Element]:
    """The paragraphs of a cell, those of tables inside it too."""
    return list(cell.iter(P))


def spans(cell: Element) -> int:
    """How many columns of the file's grid a cell takes."""
    text = value(child(cell.find(TC_PR), w("gridSpan")), "1")
    return int(text) if text.isdecimal() and 0 < int(text) < 100 else 1


def plain_pattern(cells: Sequence[Element]) -> Iterator[Element]:
    """Headings as patterns of rows: their paragraphs without the weight and the colour of a heading."""
    for cell in cells:
        for paragraph in cell.iter(P):
            made = copied_paragraph(paragraph)
            for look in made.iter(R_PR):
                _without(look, tuple(map(w, ("b", "bCs", "color", "shd", "highlight"))))
            yield made
