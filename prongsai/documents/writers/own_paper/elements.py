"""Taking elements out of a Word document without breaking it."""

from __future__ import annotations

from lxml import etree

from prongsai.documents.readers.word.tags import P_PR, TC, P, child, w

Element = etree._Element

_PICTURES = tuple(map(w, ("drawing", "pict", "object")))


def remove(element: Element) -> None:
    """Take an element out of its parent, if it still has one."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def must_stay(paragraph: Element) -> bool:
    """Whether a paragraph has a picture, ends a section, or is all that a cell has."""
    parent = paragraph.getparent()
    if parent is not None and parent.tag == TC and len(parent.findall(P)) == 1:
        return True
    if child(paragraph.find(P_PR), w("sectPr")) is not None:
        return True
    return any(next(paragraph.iter(tag), None) is not None for tag in _PICTURES)
