"""Makes the entries of one framework file from what was read, and notes every fault of each."""

from __future__ import annotations

import re
from typing import Any

from prongsai.core.framework.framework import (
    Coding,
    Component,
    Confidence,
    DisclosureItem,
    Indicator,
    Instrument,
    InstrumentPart,
    KindWeight,
    Level,
    Part,
    Question,
    SubIndicator,
    YearRule,
)
from prongsai.frameworks.build_rules import RuleEntries
from prongsai.frameworks.entries import NUMBER
from prongsai.strict_yaml import Marked

_SUBJECT = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_NAMES = ("code", "name", "group", "sub_indicator", "subject")


class Builder(RuleEntries):
    """Makes the entries of one file."""

    def instrument(self, part: Marked) -> Instrument | None:
        """A แบบวัด; its weight is 0 to 1."""
        kinds = {"code": str, "name": str, "name_en": str, "weight": NUMBER}
        got = self.take(part, kinds, {"weights": list, "parts": list})
        if got is None:
            return None
        self.remember(part, got["code"])
        return Instrument(
            got["code"],
            got["name"],
            got["name_en"],
            self.decimal(part, "weight", most=1),
            self.origin(part),
            weights=tuple(self.each(part, "weights", self._kind_weight)),
            parts=tuple(self.each(part, "parts", self._instrument_part)),
        )

    def _kind_weight(self, part: Marked) -> KindWeight | None:
        got = self.take(part, {"kind": str, "weight": NUMBER}, origin=False)
        return None if got is None else KindWeight(got["kind"], self.decimal(part, "weight", most=1))

    def _instrument_part(self, part: Marked) -> InstrumentPart | None:
        got = self.take(part, {"code": str, "name": str, "name_en": str, "weight": NUMBER})
        if got is None:
            return None
        self.remember(part, got["code"])
        weight = self.decimal(part, "weight", most=1)
        return InstrumentPart(got["code"], got["name"], got["name_en"], weight, self.origin(part))

    def indicator(self, part: Marked) -> Indicator | None:
        """A ตัวชี้วัด."""
        got = self.take(part, {"number": int, "name": str, "name_en": str, "instrument": str})
        if got is None:
            return None
        self.remember(part, f"indicator {got['number']}")
        return Indicator(got["number"], got["name"], got["name_en"], got["instrument"], self.origin(part))

    def sub_indicator(self, part: Marked) -> SubIndicator | None:
        """A ตัวชี้วัดย่อย."""
        got = self.take(part, {"code": str, "name": str, "indicator": int}, {"most": NUMBER})
        if got is None:
            return None
        self.remember(part, got["code"])
        most = self.decimal(part, "most", most=100) if "most" in got else None
        return SubIndicator(got["code"], got["name"], got["indicator"], self.origin(part), most)

    def item(self, part: Marked) -> DisclosureItem | None:
        """A รายการข้อมูล with its components."""
        kinds = {**dict.fromkeys(_NAMES, str), "year_rule": str, "components_confidence": str, "components": list}
        got = self.take(part, kinds, {"mechanics": Marked, "also": list, "year_rule_confidence": str})
        if got is None:
            return None
        self.remember(part, got["code"])
        also = self.words(part, "also")
        for key, subject in [("subject", got["subject"]), *(("also", one) for one in also)]:
            if not _SUBJECT.fullmatch(subject):
                th, en = "ต้องเป็นตัวอักษรอังกฤษเล็ก ตัวเลข และขีด", "takes small Latin letters, digits and hyphens"
                self.reader.fault(part.lines[key], f"“{key}” {th}", f"{key!r} {en}")
        sure = self.member(Confidence, part, "components_confidence")
        told = "year_rule_confidence" in got
        return DisclosureItem(
            **{key: got[key] for key in _NAMES},
            year_rule=self.member(YearRule, part, "year_rule"),
            components=tuple(self._component(one, part, sure) for one in got["components"]),
            origin=self.origin(part),
            mechanics=self.mechanics(part),
            also=also,
            year_rule_confidence=self.member(Confidence, part, "year_rule_confidence") if told else None,
        )

    def question(self, part: Marked) -> Question | None:
        """A ข้อคำถาม with its parts."""
        got = self.take(part, {"code": str, "indicator": int, "text": str, "parts": list}, {"mechanics": Marked})
        if got is None:
            return None
        self.remember(part, got["code"])
        parts = tuple(self.each(part, "parts", self._part))
        origin = self.origin(part)
        return Question(got["code"], got["indicator"], got["text"], parts, origin, self.mechanics(part))

    def level(self, part: Marked) -> Level | None:
        """A level; its scores are 0 to 100."""
        kinds = {"name": str, "name_en": str, "total": NUMBER, "each_instrument": (*NUMBER, type(None)), "passes": bool}
        got = self.take(part, kinds)
        if got is None:
            return None
        self.remember(part, got["name"])
        least = None if got["each_instrument"] is None else self.decimal(part, "each_instrument", most=100)
        total = self.decimal(part, "total", most=100)
        return Level(got["name"], got["name_en"], total, least, self.origin(part), got["passes"])

    def _part(self, part: Marked) -> Part | None:
        got = self.reader.take(part, {"label": str, "coding": str})
        return None if len(got) < len(Part.__slots__) else Part(got["label"], self.member(Coding, part, "coding"))

    def _component(self, value: Any, item: Marked, sure: Confidence) -> Component:
        """A text is as sure as its item says of its components; a mapping tells its own confidence."""
        if isinstance(value, Marked):
            got = self.reader.take(value, {"text": str, "confidence": str})
            if len(got) == len(Component.__slots__):
                return Component(got["text"], self.member(Confidence, value, "confidence"))
        elif not isinstance(value, str) or not value.strip():
            line, th = item.lines["components"], "แต่ละองค์ประกอบต้องเป็นข้อความ"
            self.reader.fault(line, th, "each of 'components' is a text")
        return Component(str(value), sure)
