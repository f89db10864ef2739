"""The one loader of frameworks: strict, every fault by file and line."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from prongsai.core.framework.framework import (
    Coding,
    Component,
    Confidence,
    DisclosureItem,
    Framework,
    Indicator,
    Instrument,
    Level,
    Origin,
    Part,
    Question,
    SubIndicator,
    YearRule,
)
from prongsai.frameworks.checks import consistent
from prongsai.strict_yaml import Fault, Faulty, Marked, Reader

HERE = Path(__file__).parent
T = TypeVar("T")

_TOP = {
    "schema": int, "kind": str, "year": int, "instruments": list, "indicators": list, "sub_indicators": list,
    "items": list, "questions": list, "levels": list,
}  # fmt: skip
_ORIGIN = {"source": str, "confidence": str}


class NoFramework(LookupError):
    """No framework of that kind and year."""


def available(kind: str = "ita") -> tuple[int, ...]:
    """The years (Buddhist era) that have a framework of that kind, oldest first."""
    return tuple(sorted(int(path.parent.name) for path in HERE.glob(f"{kind}/*/framework.yaml")))


@cache
def load(kind: str, year: int) -> Framework:
    """The framework of a kind and year. NoFramework where there is none, Faulty where its file has faults."""
    path = HERE / kind / str(year) / "framework.yaml"
    if not path.exists():
        raise NoFramework(f"{kind} {year}")
    return read(path)


def newest_for(year: int, kind: str = "ita") -> tuple[Framework, bool]:
    """The framework that serves a year, and whether only provisionally: the newest before it, else the oldest."""
    years = available(kind)
    chosen = max((one for one in years if one <= year), default=years[0])
    return load(kind, chosen), chosen != year


def check(folder: Path = HERE) -> list[Fault]:
    """Every fault of every framework file below a folder."""
    found: list[Fault] = []
    for path in sorted(folder.rglob("framework.yaml")):
        try:
            read(path)
        except Faulty as faulty:
            found += faulty.faults
    return found


def read(path: Path) -> Framework:
    """The framework of one file. Raises Faulty with all faults."""
    reader = Reader(path)
    root = reader.read()
    top = reader.take(root, _TOP)
    build = _Builder(reader)
    framework = Framework(
        kind=top.get("kind", ""),
        year=top.get("year", 0),
        instruments=tuple(build.each(top.get("instruments"), build.instrument)),
        indicators=tuple(build.each(top.get("indicators"), build.indicator)),
        sub_indicators=tuple(build.each(top.get("sub_indicators"), build.sub_indicator)),
        items=tuple(build.each(top.get("items"), build.item)),
        questions=tuple(build.each(top.get("questions"), build.question)),
        levels=tuple(build.each(top.get("levels"), build.level)),
    )
    for key, th, en in consistent(framework):
        reader.fault(build.lines.get(key, root.line), th, en)
    reader.done()
    return framework


class _Builder:
    """Makes the entries of one file; ``lines`` keeps the line of each by its key, for checks over the whole."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.lines: dict[str, int] = {}

    def each(self, parts: list[Any] | None, make: Callable[[Marked], T | None]) -> Iterator[T]:
        for part in parts or []:
            if not isinstance(part, Marked):
                self.reader.fault(1, "แต่ละรายการต้องเป็น “ชื่อ: ค่า”", "each entry is a mapping")
            elif (made := make(part)) is not None:
                yield made

    def instrument(self, part: Marked) -> Instrument | None:
        got = self._take(part, {"code": str, "name": str, "name_en": str, "weight": (str, float, int)})
        if got is None:
            return None
        self._remember(part, got["code"])
        return Instrument(got["code"], got["name"], got["name_en"], Decimal(str(got["weight"])), self._origin(part))

    def indicator(self, part: Marked) -> Indicator | None:
        got = self._take(part, {"number": int, "name": str, "name_en": str, "instrument": str})
        if got is None:
            return None
        self._remember(part, f"indicator {got['number']}")
        return Indicator(got["number"], got["name"], got["name_en"], got["instrument"], self._origin(part))

    def sub_indicator(self, part: Marked) -> SubIndicator | None:
        got = self._take(part, {"code": str, "name": str, "indicator": int})
        if got is None:
            return None
        self._remember(part, got["code"])
        return SubIndicator(got["code"], got["name"], got["indicator"], self._origin(part))

    def item(self, part: Marked) -> DisclosureItem | None:
        kinds = {"code": str, "name": str, "group": str, "sub_indicator": str, "subject": str, "year_rule": str}
        got = self._take(part, {**kinds, "components": list})
        if got is None:
            return None
        self._remember(part, got["code"])
        return DisclosureItem(
            **{key: got[key] for key in ("code", "name", "group", "sub_indicator", "subject")},
            year_rule=self._member(YearRule, got["year_rule"], part.line),
            components=tuple(self._component(one, part) for one in got["components"]),
            origin=self._origin(part),
        )

    def question(self, part: Marked) -> Question | None:
        got = self._take(part, {"code": str, "indicator": int, "text": str, "parts": list})
        if got is None:
            return None
        self._remember(part, got["code"])
        parts = tuple(self.each(got["parts"], self._part))
        return Question(got["code"], got["indicator"], got["text"], parts, self._origin(part))

    def level(self, part: Marked) -> Level | None:
        kinds = {"name": str, "name_en": str, "total": (str, int, float), "each_instrument": (str, int, type(None))}
        got = self._take(part, kinds)
        if got is None:
            return None
        self._remember(part, got["name"])
        each = got["each_instrument"]
        least = None if each is None else Decimal(str(each))
        return Level(got["name"], got["name_en"], Decimal(str(got["total"])), least, self._origin(part))

    def _part(self, part: Marked) -> Part | None:
        got = self.reader.take(part, {"label": str, "coding": str})
        if len(got) < 2:
            return None
        return Part(got["label"], self._member(Coding, got["coding"], part.line))

    def _component(self, value: Any, item: Marked) -> Component:
        """A text is as sure as its item; a mapping tells its own confidence."""
        if isinstance(value, Marked):
            got = self.reader.take(value, {"text": str, "confidence": str})
            return Component(got.get("text", ""), self._member(Confidence, got.get("confidence"), value.line))
        return Component(str(value), self._origin(item).confidence)

    def _take(self, part: Marked, kinds: dict[str, Any]) -> dict[str, Any] | None:
        got = self.reader.take(part, {**kinds, **_ORIGIN})
        return got if len(got) == len(kinds) + len(_ORIGIN) else None

    def _origin(self, part: Marked) -> Origin:
        confidence = self._member(Confidence, part.values["confidence"], part.lines["confidence"])
        return Origin(part.values["source"], confidence)

    def _remember(self, part: Marked, key: str) -> None:
        if key in self.lines:
            self.reader.fault(
                part.line, f"“{key}” ซ้ำกับบรรทัด {self.lines[key]}", f"{key!r} stands already in line {self.lines[key]}"
            )
        self.lines.setdefault(key, part.line)

    def _member(self, kind: Any, value: Any, line: int) -> Any:
        if value in {member.value for member in kind}:
            return kind(value)
        choices = ", ".join(member.value for member in kind)
        fault = (f"“{value}” ต้องเป็นหนึ่งใน {choices}", f"{value!r} is none of {choices}")
        if (line, fault) not in {(one.line, (one.sentence.th, one.sentence.en)) for one in self.reader.faults}:
            self.reader.fault(line, *fault)
        return next(iter(kind))
