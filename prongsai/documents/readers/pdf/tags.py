"""The tags of a page, where it has any → the paragraph that each piece of marked content belongs to."""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
from pypdfium2 import raw

#: Elements inside a paragraph.
_INLINE = frozenset({"Span", "NonStruct", "Lbl", "LBody", "Link", "Em", "Strong", "Quote", "Code", "Reference", "Sub"})
_DEEPEST, _MOST = 60, 60_000


def blocks(page: pdfium.PdfPage) -> dict[int, int]:
    """The number of the paragraph of each marked content of the page; empty where the file has no tags."""
    tree = raw.FPDF_StructTree_GetForPage(page.raw)
    if not tree:
        return {}
    found: dict[int, int] = {}
    try:
        begins = (
            raw.FPDF_StructTree_GetChildAtIndex(tree, at) for at in range(raw.FPDF_StructTree_CountChildren(tree))
        )
        todo = [(element, 0, 0) for element in begins if element]
        numbers = 0
        while todo and numbers < _MOST:
            element, block, depth = todo.pop()
            numbers += 1
            own = block if _kind(element) in _INLINE else numbers
            for at in range(raw.FPDF_StructElement_CountChildren(element)):
                content = raw.FPDF_StructElement_GetChildMarkedContentID(element, at)
                child = raw.FPDF_StructElement_GetChildAtIndex(element, at) if depth < _DEEPEST else None
                if content >= 0:
                    found[content] = own
                elif child:
                    todo.append((child, own, depth + 1))
    finally:
        raw.FPDF_StructTree_Close(tree)
    return found


def _kind(element: raw.FPDF_STRUCTELEMENT) -> str:
    name = ctypes.create_string_buffer(64)
    length = raw.FPDF_StructElement_GetType(element, name, 64)
    return name.raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
