"""Lists: the numbers that Word draws in front of paragraphs and that stand nowhere as text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from prongsai.documents.readers.office.symbols import box_of_bullet
from prongsai.documents.readers.word.number_text import number_text
from prongsai.documents.readers.word.styles import Styles
from prongsai.documents.readers.word.tags import VAL, child, is_on, number, value, w, whole

LEVELS = 9
_PART = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. ``restart``: the level (from 1) that makes it begin anew; 0 for none, None for any above."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    font: str = ""
    restart: int | None = None
    legal: bool = False
    suffix: str = "tab"
    style: str = ""


@dataclass(frozen=True, slots=True)
class _List:
    """What a number of a list refers to: whose counters it takes, its levels, and where it begins anew."""

    counters: str
    levels: dict[int, Level]
    begins: dict[int, int]


class Numbering:
    """The lists of a document, and how far each has been counted."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._abstract = {} if root is None else {_id(one, "abstractNumId"): one for one in root.iter(w("abstractNum"))}
        self._nums = {} if root is None else {_id(one, "numId"): one for one in root.iter(w("num"))}
        self._lists: dict[int, _List | None] = {}
        self._counts: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()

    def level_of_style(self, list_number: int, style: str) -> int:
        """The level (from 0) that a list has for a style; 0 where it has none."""
        found = self._list(list_number)
        levels = found.levels.items() if found else ()
        return next((at for at, level in levels if style and level.style == style), 0)

    def label(self, list_number: int, at: int) -> str | None:
        """Count a paragraph of that list and level (from 0): what is drawn before it, with its space; None for none."""
        found = self._list(list_number)
        level = found.levels.get(at) if found else None
        if found is None or level is None:
            return None
        counts = self._counted(found, list_number, at)
        if level.format == "bullet":
            return f"{box_of_bullet(level.text, level.font) or '-'} "
        drawn = _PART.sub(lambda part: _drawn(found, counts, int(part[1]) - 1, level), level.text)
        return drawn + ("" if level.suffix == "nothing" else " ") if drawn else None

    def _counted(self, found: _List, list_number: int, at: int) -> list[int | None]:
        counts = self._counts.setdefault(found.counters, [None] * LEVELS)
        first = (list_number, at) not in self._begun
        self._begun.add((list_number, at))
        before = counts[at]
        if first and at in found.begins:
            counts[at] = found.begins[at]
        else:
            counts[at] = _start(found, at) if before is None else before + 1
        for above in range(at):
            counts[above] = _start(found, above) if counts[above] is None else counts[above]
        for below in range(at + 1, LEVELS):
            restart = found.levels[below].restart if below in found.levels else None
            if restart is None or at < restart:
                counts[below] = None
        return counts

    def _list(self, list_number: int) -> _List | None:
        if list_number not in self._lists:
            self._lists[list_number] = self._made(list_number)
        return self._lists[list_number]

    def _made(self, list_number: int) -> _List | None:
        num = self._nums.get(list_number)
        abstract = self._abstract.get(number(child(num, w("abstractNumId")), -1))
        if num is None or abstract is None:
            return None
        linked = value(abstract.find(w("numStyleLink")))
        if linked:
            other, _ = self._styles.list_of(linked)
            instead = self._abstract.get(number(child(self._nums.get(other or 0), w("abstractNumId")), -1))
            abstract = abstract if instead is None else instead
        levels = {_id(one, "ilvl"): _level(one) for one in abstract.findall(w("lvl"))}
        begins: dict[int, int] = {}
        for change in num.findall(w("lvlOverride")):
            at = _id(change, "ilvl")
            other_level = change.find(w("lvl"))
            if other_level is not None:
                levels[at] = _level(other_level)
            if (begin := change.find(w("startOverride"))) is not None:
                begins[at] = number(begin, 1)
        inside = {at: level for at, level in levels.items() if 0 <= at < LEVELS}
        return _List(abstract.get(w("abstractNumId"), ""), inside, begins)


def _drawn(found: _List, counts: list[int | None], at: int, level: Level) -> str:
    """One number of a label such as ``%1.%2``; a legal one has ordinary digits all through."""
    shown = found.levels.get(at)
    count = counts[at]
    if shown is None or count is None or shown.format == "bullet":
        return ""
    return number_text(count, "decimal" if level.legal else shown.format)


def _start(found: _List, at: int) -> int:
    return found.levels[at].start if at in found.levels else 1


def _level(element: etree._Element) -> Level:
    # A format that only new programs know stands beside one that all know.
    formats = [one.get(VAL, "") for one in element.iter(w("numFmt")) if one.get(VAL) != "custom"]
    fonts = child(element, w("rPr"), w("rFonts"))
    restart = element.find(w("lvlRestart"))
    return Level(
        start=number(element.find(w("start")), 1),
        format=formats[0] if formats else "decimal",
        text=value(element.find(w("lvlText"))),
        font=fonts.get(w("ascii"), "") if fonts is not None else "",
        restart=None if restart is None else number(restart),
        legal=is_on(element.find(w("isLgl"))),
        suffix=value(element.find(w("suff")), "tab"),
        style=value(element.find(w("pStyle"))),
    )


def _id(element: etree._Element, name: str) -> int:
    return whole(element.get(w(name)), -1)
