"""The letters of paragraphs, and putting others in their place: what stands around them stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy

from lxml import etree

from prongsai.documents.readers.word.tags import (
    ALTERNATE,
    DEL,
    MOVE_FROM,
    P_PR,
    R_PR,
    SDT_PR,
    R,
    T,
    child,
    is_on,
    w,
)
from prongsai.documents.writers.own_paper.elements import must_stay, remove

Element = etree._Element

_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SKIPPED = frozenset(
    {DEL, MOVE_FROM, P_PR, R_PR, SDT_PR, ALTERNATE, w("drawing"), w("pict"), w("object"), w("instrText")}
)
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("sym"): "\ufffc"}
#: Dotted lines to write on, and letters that are never seen, say nothing.
_UNSAID = re.compile("[.…_]{4,}|[\\s\u200b-\u200f\u2060\ufeff\u00ad]+")


class Letters:
    """The letters of one or more paragraphs that were read as one line; between two paragraphs stands a space."""

    def __init__(self, paragraphs: Sequence[Element]) -> None:
        self._paragraphs = paragraphs
        self._spell()

    def _spell(self) -> None:
        """Each piece of text with its element; None for the space between two paragraphs."""
        self._pieces: list[tuple[Element | None, str]] = []
        for at, paragraph in enumerate(self._paragraphs):
            if at:
                self._pieces.append((None, " "))
            self._pieces += _pieces(paragraph)
        self.text = "".join(text for _, text in self._pieces)

    def put(self, start: int, end: int, text: str) -> None:
        """``text`` instead of the letters from ``start`` to ``end``, in the look of the first of them."""
        home = self._home(start, end)
        at = 0
        for element, piece in self._pieces:
            first, last = max(start - at, 0), min(end - at, len(piece))
            if element is home and element is not None:
                first = min(first, len(piece))
                _set(element, piece[:first] + text + piece[max(first, last) :])
                _unbind(element)
            elif element is not None and first < last:
                _cut(element, piece[:first] + piece[last:])
            at += len(piece)
        if home is None and text:
            self._paragraphs[-1].append(new_run(text, self._look()))
        self._spell()

    def _home(self, start: int, end: int) -> Element | None:
        """The text that the first of these letters stands in; where there are none, the text before or behind."""
        at, before, behind = 0, None, None
        for element, piece in self._pieces:
            is_text = element is not None and element.tag == T
            if is_text and start < at + len(piece) and (at < end or at < start):
                return element
            if is_text and at + len(piece) <= start:
                before = element
            if element is None and at >= start - 1:
                before = None  # what goes behind a space between two paragraphs belongs in the second
            if is_text and at >= start and behind is None:
                behind = element
            at += len(piece)
        return before if before is not None else behind

    def _look(self) -> Element | None:
        """The look of a run for a paragraph that has no text: that of its last run, or of its end."""
        runs = list(self._paragraphs[-1].iter(R))
        found = runs[-1].find(R_PR) if runs else child(self._paragraphs[-1].find(P_PR), R_PR)
        return None if found is None else found

    def find(self, value: str, start: int = 0) -> tuple[int, int] | None:
        """Where a value as it was read stands: white space, dotted lines and unseen letters do not count."""
        places, said = _said(self.text, start)
        wanted = _said(value, 0)[1]
        found = said.find(wanted) if wanted else -1
        return None if found < 0 else (places[found], places[found + len(wanted) - 1] + 1)

    def shared(self, value: str) -> tuple[int, int, str] | None:
        """The longest beginning of ``value`` that stands here: from where to where, and what of the value is left."""
        places, said = _said(self.text, 0)
        wanted = _said(value, 0)[1]
        size = next((n for n in range(len(wanted), 0, -1) if wanted[:n] in said), 0)
        if not size:
            return None
        found = said.find(wanted[:size])
        return places[found], places[found + size - 1] + 1, wanted[size:]


def set_text(paragraph: Element, text: str) -> None:
    """A paragraph with other words: white space that it begins with (its indent) stays."""
    letters = Letters([paragraph])
    start = len(letters.text) - len(letters.text.lstrip())
    letters.put(min(start, len(letters.text)), len(letters.text), text)


def take_away(paragraph: Element) -> None:
    """Remove a paragraph; one that must stay only loses its words."""
    if must_stay(paragraph):
        set_text(paragraph, "")
    else:
        remove(paragraph)


def run_look(paragraphs: Sequence[Element]) -> Element | None:
    """The look of the longest run of text among these paragraphs; that of a paragraph's end where there is none."""
    runs = [run for paragraph in paragraphs for run in paragraph.iter(R) if _length(run)]
    if runs:
        return max(runs, key=_length).find(R_PR)
    ends = (child(paragraph.find(P_PR), R_PR) for paragraph in paragraphs)
    return next((end for end in ends if end is not None), None)


def _length(run: Element) -> int:
    return sum(len((text.text or "").strip()) for text in run.findall(T))


def _said(text: str, start: int) -> tuple[list[int], str]:
    """The letters that count, and the place of each."""
    unsaid = {at for found in _UNSAID.finditer(text) for at in range(*found.span())}
    places = [at for at in range(start, len(text)) if at not in unsaid]
    return places, "".join(text[at] for at in places)


def _pieces(element: Element) -> Iterator[tuple[Element, str]]:
    for one in element:
        if one.tag == T:
            yield one, (one.text or "").replace("\n", " ")
        elif one.tag in _SIGNS:
            yield one, _SIGNS[one.tag]
        elif one.tag not in _SKIPPED and not (one.tag == R and is_on(child(one, R_PR, w("vanish")))):
            yield from _pieces(one)


def _set(element: Element, text: str) -> None:
    element.text = text
    element.set(_SPACE, "preserve")


def _cut(element: Element, left: str) -> None:
    """Take letters out of an element; a sign of which nothing is left goes."""
    if element.tag == T:
        _set(element, left)
    elif not left:
        remove(element)


def _unbind(element: Element) -> None:
    """A content control that shows a value kept elsewhere would show the old one again when it is opened."""
    for control in element.iterancestors(w("sdt")):
        for binding in control.findall(f"{SDT_PR}/{w('dataBinding')}"):
            remove(binding)


def new_run(text: str, look: Element | None) -> Element:
    """A run of that text in that look."""
    run = etree.Element(R)
    if look is not None:
        same = deepcopy(look)
        for mark in (w("ins"), w("del"), w("rPrChange")):
            for old in same.findall(mark):
                same.remove(old)
        run.append(same)
    words = etree.SubElement(run, T)
    _set(words, text)
    return run
