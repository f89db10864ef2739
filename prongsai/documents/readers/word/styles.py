"""What the styles of a document say that matters for its text: lists, hidden letters, lines of tables."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from prongsai.documents.readers.word.tags import P_PR, R_PR, child, is_on, number, value, w

_NO_LINE = frozenset({"", "nil", "none"})
_NO_FILL = frozenset({"", "auto", "FFFFFF", "ffffff"})
_LONGEST_CHAIN = 50


class Styles:
    """The styles by their names; each takes from the one it is based on what it does not say itself."""

    def __init__(self, root: etree._Element | None) -> None:
        found = [] if root is None else root.findall(w("style"))
        self._styles = {style.get(w("styleId"), ""): style for style in found}
        self._default = next((key for key, style in self._styles.items() if _is_default(style)), "")
        self._lists: dict[str, tuple[int | None, int | None]] = {}
        self._hidden: dict[str, bool] = {}

    def of_paragraph(self, properties: etree._Element | None) -> str:
        """The name of the style of a paragraph with these properties."""
        return value(child(properties, w("pStyle")), self._default)

    def list_of(self, style: str) -> tuple[int | None, int | None]:
        """The list and the level (from 0) that a style puts its paragraphs in; None where it says nothing of it."""
        if style not in self._lists:
            self._lists[style] = self._list_of(style)
        return self._lists[style]

    def _list_of(self, style: str) -> tuple[int | None, int | None]:
        found: list[int | None] = [None, None]
        for each in self._chain(style):
            for at, name in enumerate(("numId", "ilvl")):
                said = child(each, P_PR, w("numPr"), w(name))
                if found[at] is None and said is not None:
                    found[at] = number(said)
        return found[0], found[1]

    def is_hidden(self, style: str) -> bool:
        """Whether a style hides its letters."""
        if style not in self._hidden:
            said = (child(each, R_PR, w("vanish")) for each in self._chain(style))
            self._hidden[style] = is_on(next((one for one in said if one is not None), None))
        return self._hidden[style]

    def has_lines(self, style: str) -> bool:
        """Whether tables of that style are seen as tables: by a line or a fill in any part of them."""
        return any(has_lines(each) for each in self._chain(style))

    def _chain(self, style: str) -> Iterator[etree._Element]:
        for _ in range(_LONGEST_CHAIN):
            found = self._styles.get(style)
            if found is None:
                return
            yield found
            style = value(found.find(w("basedOn")))


def has_lines(element: etree._Element) -> bool:
    """Whether anything inside an element of a table asks for a line or a fill; a nested table's own counts too."""
    for name in ("tblBorders", "tcBorders"):
        if any(value(line) not in _NO_LINE for borders in element.iter(w(name)) for line in borders):
            return True
    return any(
        shade.get(w("fill"), "") not in _NO_FILL for cell in element.iter(w("tcPr")) for shade in cell.iter(w("shd"))
    )


def _is_default(style: etree._Element) -> bool:
    return style.get(w("type")) == "paragraph" and style.get(w("default")) in ("1", "true", "on")
