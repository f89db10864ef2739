"""What stands inside a paragraph: letters, signs, boxes, results of fields; and the text boxes tied to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from prongsai.documents.readers.document import EMPTY, TICKED
from prongsai.documents.readers.office.symbols import in_font, is_symbol_font, symbol
from prongsai.documents.readers.word.styles import Styles
from prongsai.documents.readers.word.tags import (
    ALTERNATE,
    DEL,
    MOVE_FROM,
    P_PR,
    R_PR,
    SDT,
    SDT_CONTENT,
    SDT_PR,
    TEXT_BOX,
    VAL,
    W14_CHECKBOX,
    W14_CHECKED,
    W14_VAL,
    R,
    T,
    child,
    chosen,
    is_on,
    number,
    value,
    w,
)

_MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
#: What was deleted or moved away, how things look, and the small letters above others.
_LEFT_OUT = frozenset({DEL, MOVE_FROM, P_PR, R_PR, SDT_PR, w("sdtEndPr"), w("rt"), w("instrText"), w("delText")})
_DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
_SIGNS = {
    w("tab"): " ",
    w("ptab"): " ",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "-",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A paragraph: its text, with line breaks, and the text boxes that are tied to it."""

    text: str
    boxes: tuple[etree._Element, ...]


class Inline:
    """Reads paragraphs one after the other: a field may begin in one and end in another."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._parts: list[str] = []
        self._boxes: list[etree._Element] = []
        #: For each open field whether its result has begun; before that stands what the field is to do.
        self._fields: list[bool] = []
        self._hidden_paragraph = False
        self._by_tag: dict[str, Callable[[etree._Element], None]] = {
            R: self._run,
            SDT: self._control,
            ALTERNATE: self._alternate,
            w("fldChar"): self._field,
            w("sym"): self._symbol,
            T: self._text,
            _MATH_TEXT: self._text,
            **dict.fromkeys(_SIGNS, self._sign),
            **dict.fromkeys(_DRAWN, self._drawing),
            **dict.fromkeys(_LEFT_OUT, self._skip),
        }
        self._font = ""

    def read(self, paragraph: etree._Element, style: str) -> Found:
        """One paragraph, in that style."""
        self._parts, self._boxes = [], []
        self._hidden_paragraph = self._styles.is_hidden(style)
        self._inside(paragraph)
        # What a field is to do is never longer than a paragraph; an open one must not swallow all that follows.
        self._fields = [showing for showing in self._fields if showing]
        return Found("".join(self._parts), tuple(self._boxes))

    def _inside(self, element: etree._Element) -> None:
        for one in element:
            self._by_tag.get(one.tag, self._inside)(one)

    def _skip(self, element: etree._Element) -> None:
        """Leave it out."""

    def _run(self, run: etree._Element) -> None:
        properties = run.find(R_PR)
        if self._is_hidden(properties):
            for mark in run.iter(w("fldChar")):
                self._field(mark)
            return
        fonts = child(properties, w("rFonts"))
        font = "" if fonts is None else fonts.get(w("ascii")) or fonts.get(w("hAnsi")) or ""
        self._font = font if is_symbol_font(font) else ""
        self._inside(run)
        self._font = ""

    def _is_hidden(self, properties: etree._Element | None) -> bool:
        own = child(properties, w("vanish"))
        if own is not None:
            return is_on(own)
        style = value(child(properties, w("rStyle")))
        return self._hidden_paragraph or bool(style and self._styles.is_hidden(style))

    def _add(self, text: str) -> None:
        if all(self._fields):
            self._parts.append(text)

    def _text(self, element: etree._Element) -> None:
        text = (element.text or "").replace("\n", " ")
        self._add(in_font(text, self._font) if self._font else text)

    def _sign(self, element: etree._Element) -> None:
        self._add(_SIGNS[element.tag])

    def _symbol(self, element: etree._Element) -> None:
        code = element.get(w("char"), "")
        if len(code) <= 6 and all(letter in "0123456789abcdefABCDEF" for letter in code) and code:
            self._add(symbol(element.get(w("font"), ""), int(code, 16)))

    def _alternate(self, element: etree._Element) -> None:
        choice = chosen(element)
        if choice is not None:
            self._inside(choice)

    def _drawing(self, element: etree._Element) -> None:
        self._boxes += text_boxes(element)

    def _control(self, control: etree._Element) -> None:
        """A content control: a box to tick, or text. A prompt to fill it in is not text of the report."""
        checkbox = child(control, SDT_PR, W14_CHECKBOX)
        if checkbox is not None:
            checked = child(checkbox, W14_CHECKED)
            said = "0" if checked is None else checked.get(W14_VAL) or checked.get(VAL) or "1"
            self._add(EMPTY if said in ("0", "false", "off") else TICKED)
        elif not is_prompt(control):
            content = control.find(SDT_CONTENT)
            if content is not None:
                self._inside(content)

    def _field(self, mark: etree._Element) -> None:
        kind = mark.get(w("fldCharType"))
        if kind == "begin":
            self._form(mark.find(w("ffData")))
            self._fields.append(False)
        elif kind == "separate" and self._fields:
            self._fields[-1] = True
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _form(self, form: etree._Element | None) -> None:
        """A field of a form that has no result as text: a box to tick, a list to choose from."""
        box, choice = child(form, w("checkBox")), child(form, w("ddList"))
        if box is not None:
            checked = box.find(w("checked"))
            self._add(TICKED if is_on(box.find(w("default")) if checked is None else checked) else EMPTY)
        elif choice is not None:
            entries = [value(entry) for entry in choice.findall(w("listEntry"))]
            default = number(choice.find(w("default")))
            self._add("".join(entries[at : at + 1]) if (at := number(choice.find(w("result")), default)) >= 0 else "")


def is_prompt(control: etree._Element) -> bool:
    """Whether a content control shows only its prompt to be filled in."""
    return is_on(child(control, SDT_PR, w("showingPlcHdr")))


def text_boxes(element: etree._Element) -> Iterator[etree._Element]:
    """The text boxes of a drawing, each once: what stands there for old programs too is left out."""
    for one in element:
        if one.tag == TEXT_BOX:
            yield one
        elif one.tag == ALTERNATE:
            choice = chosen(one)
            if choice is not None:
                yield from text_boxes(choice)
        else:
            yield from text_boxes(one)
