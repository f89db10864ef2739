"""Names of the elements and attributes of WordprocessingML, as lxml writes them."""

from __future__ import annotations

from typing import Final

from lxml import etree

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14: Final = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


def w(name: str) -> str:
    """A name of the format's own."""
    return _W + name


VAL, W14_VAL = w("val"), f"{_W14}val"
W14_CHECKBOX, W14_CHECKED = f"{_W14}checkbox", f"{_W14}checked"
ALTERNATE, CHOICE, FALLBACK = f"{_MC}AlternateContent", f"{_MC}Choice", f"{_MC}Fallback"
P, R, T, TBL, TR, TC = w("p"), w("r"), w("t"), w("tbl"), w("tr"), w("tc")
P_PR, R_PR, TBL_PR, TR_PR, TC_PR = w("pPr"), w("rPr"), w("tblPr"), w("trPr"), w("tcPr")
SDT, SDT_PR, SDT_CONTENT = w("sdt"), w("sdtPr"), w("sdtContent")
DEL, MOVE_FROM = w("del"), w("moveFrom")
TEXT_BOX = w("txbxContent")

#: Elements around others that change nothing: their content stands where they stand.
WRAPPERS = frozenset({SDT, SDT_CONTENT, w("customXml"), w("ins"), w("moveTo"), w("smartTag")})


def value(element: etree._Element | None, default: str = "") -> str:
    """The ``w:val`` of an element, ``default`` where there is none."""
    return default if element is None else element.get(VAL, default)


def number(element: etree._Element | None, default: int = 0) -> int:
    """The ``w:val`` of an element as a whole number."""
    return whole(value(element), default)


def whole(text: str | None, default: int = 0) -> int:
    """A whole number of at most nine digits, ``default`` for everything else."""
    bare = (text or "").strip()
    return int(bare) if bare.removeprefix("-").isdecimal() and len(bare) < 10 else default


def is_on(element: etree._Element | None) -> bool:
    """Whether a property is there and not switched off."""
    return element is not None and value(element, "true") not in ("0", "false", "off", "none")


def child(element: etree._Element | None, *names: str) -> etree._Element | None:
    """The element that the names lead to, each a child of the one before."""
    for name in names:
        if element is None:
            return None
        element = element.find(name)
    return element


def chosen(alternate: etree._Element) -> etree._Element | None:
    """The one of several ways to say the same that is read: the newest, not also what old programs are told."""
    choice = alternate.find(CHOICE)
    return alternate.find(FALLBACK) if choice is None else choice
