"""Makes the entries of one framework file from what was read, and notes every fault of each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from prongsai.core.framework.framework import (
    Coding,
    Component,
    Confidence,
    DisclosureItem,
    Indicator,
    Instrument,
    Level,
    Origin,
    Part,
    Question,
    SubIndicator,
    YearRule,
)
from prongsai.strict_yaml import Marked, Reader

T = TypeVar("T")
_ORIGIN = {"source": str, "confidence": str}
_NUMBER = (str, int, float)
_SUBJECT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


class Builder:
    """Makes the entries of one file; ``lines`` keeps the line of each by its key, for checks over the whole."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.lines: dict[str, int] = {}

    def each(self, inside: Marked, key: str, make: Callable[[Marked], T | None]) -> Iterator[T]:
        """The entries of a list; those at fault are left out."""
        parts = inside.values.get(key)
        for part in parts if isinstance(parts, list) else []:
            if not isinstance(part, Marked):
                line, th = inside.lines[key], f"แต่ละรายการใน “{key}” ต้องเป็น “ชื่อ: ค่า”"
                self.reader.fault(line, th, f"each entry of {key!r} is a mapping")
            elif (made := make(part)) is not None:
                yield made

    def instrument(self, part: Marked) -> Instrument | None:
        """A แบบวัด; its weight is 0 to 1."""
        got = self._take(part, {"code": str, "name": str, "name_en": str, "weight": _NUMBER})
        if got is None:
            return None
        self._remember(part, got["code"])
        weight = self._decimal(part, "weight", most=1)
        return Instrument(got["code"], got["name"], got["name_en"], weight, self._origin(part))

    def indicator(self, part: Marked) -> Indicator | None:
        """A ตัวชี้วัด."""
        got = self._take(part, {"number": int, "name": str, "name_en": str, "instrument": str})
        if got is None:
            return None
        self._remember(part, f"indicator {got['number']}")
        return Indicator(got["number"], got["name"], got["name_en"], got["instrument"], self._origin(part))

    def sub_indicator(self, part: Marked) -> SubIndicator | None:
        """A ตัวชี้วัดย่อย."""
        got = self._take(part, {"code": str, "name": str, "indicator": int})
        if got is None:
            return None
        self._remember(part, got["code"])
        return SubIndicator(got["code"], got["name"], got["indicator"], self._origin(part))

    def item(self, part: Marked) -> DisclosureItem | None:
        """A รายการข้อมูล with its components."""
        kinds = {"code": str, "name": str, "group": str, "sub_indicator": str, "subject": str, "year_rule": str}
        got = self._take(part, {**kinds, "components_confidence": str, "components": list})
        if got is None:
            return None
        self._remember(part, got["code"])
        if not _SUBJECT.fullmatch(got["subject"]):
            th, en = "ต้องเป็นตัวอักษรอังกฤษเล็ก ตัวเลข และขีด", "takes small Latin letters, digits and hyphens"
            self.reader.fault(part.lines["subject"], f"“subject” {th}", f"'subject' {en}")
        sure = self._member(Confidence, got["components_confidence"], part.lines["components_confidence"])
        return DisclosureItem(
            **{key: got[key] for key in ("code", "name", "group", "sub_indicator", "subject")},
            year_rule=self._member(YearRule, got["year_rule"], part.lines["year_rule"]),
            components=tuple(self._component(one, part, sure) for one in got["components"]),
            origin=self._origin(part),
        )

    def question(self, part: Marked) -> Question | None:
        """A ข้อคำถาม with its parts."""
        got = self._take(part, {"code": str, "indicator": int, "text": str, "parts": list})
        if got is None:
            return None
        self._remember(part, got["code"])
        parts = tuple(self.each(part, "parts", self._part))
        return Question(got["code"], got["indicator"], got["text"], parts, self._origin(part))

    def level(self, part: Marked) -> Level | None:
        """A level; its scores are 0 to 100."""
        kinds = {"name": str, "name_en": str, "total": _NUMBER, "each_instrument": (*_NUMBER, type(None))}
        got = self._take(part, kinds)
        if got is None:
            return None
        self._remember(part, got["name"])
        least = None if got["each_instrument"] is None else self._decimal(part, "each_instrument", most=100)
        return Level(got["name"], got["name_en"], self._decimal(part, "total", most=100), least, self._origin(part))

    def _part(self, part: Marked) -> Part | None:
        got = self.reader.take(part, {"label": str, "coding": str})
        if len(got) < 2:
            return None
        return Part(got["label"], self._member(Coding, got["coding"], part.lines["coding"]))

    def _component(self, value: Any, item: Marked, sure: Confidence) -> Component:
        """A text is as sure as its item says of its components; a mapping tells its own confidence."""
        if isinstance(value, Marked):
            got = self.reader.take(value, {"text": str, "confidence": str})
            if len(got) == 2:
                return Component(got["text"], self._member(Confidence, got["confidence"], value.lines["confidence"]))
        elif not isinstance(value, str) or not value.strip():
            line, th = item.lines["components"], "แต่ละองค์ประกอบต้องเป็นข้อความ"
            self.reader.fault(line, th, "each of 'components' is a text")
        return Component(str(value), sure)

    def _take(self, part: Marked, kinds: dict[str, Any]) -> dict[str, Any] | None:
        got = self.reader.take(part, {**kinds, **_ORIGIN})
        for key in (key for key, value in got.items() if isinstance(value, str) and not value.strip()):
            self.reader.fault(part.lines[key], f"“{key}” ว่างอยู่", f"{key!r} is empty")
        return got if len(got) == len(kinds) + len(_ORIGIN) else None

    def _origin(self, part: Marked) -> Origin:
        confidence = self._member(Confidence, part.values["confidence"], part.lines["confidence"])
        return Origin(part.values["source"], confidence)

    def _remember(self, part: Marked, key: str) -> None:
        if key in self.lines:
            line = self.lines[key]
            self.reader.fault(part.line, f"“{key}” ซ้ำกับบรรทัด {line}", f"{key!r} stands already in line {line}")
        self.lines.setdefault(key, part.line)

    def _decimal(self, part: Marked, key: str, *, most: int) -> Decimal:
        """The exact number of a key; a fault, and 0, where it is none from 0 to ``most``."""
        text = str(part.values[key])
        try:
            number = Decimal(text)
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite() and 0 <= number <= most:
            return number
        self.reader.fault(part.lines[key], f"“{key}” ต้องเป็นตัวเลข 0 ถึง {most}", f"{key!r} is a number from 0 to {most}")
        return Decimal(0)

    def _member(self, kind: Any, value: Any, line: int) -> Any:
        """The member of a list of words; the first of them, with a fault told once, where the value is none."""
        if value in {member.value for member in kind}:
            return kind(value)
        choices = ", ".join(member.value for member in kind)
        en = f"{value!r} is none of {choices}"
        if (line, en) not in {(one.line, one.sentence.en) for one in self.reader.faults}:
            self.reader.fault(line, f"“{value}” ต้องเป็นหนึ่งใน {choices}", en)
        return next(iter(kind))
