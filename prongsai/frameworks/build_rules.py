"""Makes what a framework says of arithmetic, samples and days: scales, rules, sample rules, calendar, mechanics."""

from __future__ import annotations

from types import MappingProxyType

from prongsai.core.framework.calendar import Phase
from prongsai.core.framework.rules import (
    Choice,
    Coding,
    Dependence,
    DisclosureMean,
    Half,
    LevelsCompare,
    Mechanics,
    RoundingMethod,
    Rules,
    Scale,
)
from prongsai.core.framework.samples import SampleRule
from prongsai.frameworks.entries import NUMBER, Entries
from prongsai.strict_yaml import Marked

#: Figures are never rounded to more places.
_MOST_PLACES = 6
_MECHANICS = MappingProxyType({"weight": NUMBER, "not_for": list, "depends_on": Marked, "penalty": NUMBER})
_SAMPLE = MappingProxyType(
    {
        "part": str, "kinds": list, "sizes": list, "fixed": int, "share": NUMBER, "least": int, "large": int,
        "least_of_large": int,
    }
)  # fmt: skip


class RuleEntries(Entries):
    """The entries that are no questions, items or scores."""

    def scale(self, part: Marked) -> Scale | None:
        """What each choice of a coding is worth."""
        got = self.take(part, {"coding": str, "choices": list})
        if got is None:
            return None
        coding = self.member(Coding, part, "coding")
        self.remember(part, f"scale {coding.value}")
        choices = tuple(self.each(part, "choices", self._choice))
        values = [one.value for one in choices]
        if len(set(values)) < max(2, len(values)):
            th, en = "ต้องมีอย่างน้อยสองตัวเลือก และค่าไม่ซ้ำกัน", "has at least two choices, each with a value of its own"
            self.reader.fault(part.lines["choices"], f"“choices” {th}", f"'choices' {en}")
        return Scale(coding, choices, self.origin(part))

    def _choice(self, part: Marked) -> Choice | None:
        got = self.take(part, {"value": int, "label": str, "label_en": str, "points": NUMBER}, origin=False)
        if got is None:
            return None
        return Choice(got["value"], got["label"], got["label_en"], self.decimal(part, "points", most=100))

    def rules(self, part: Marked) -> Rules | None:
        """The arithmetic of the year."""
        kinds = {"method": str, "places": int, "half": str, "levels_compare": str, "disclosure_mean": str}
        got = self.take(part, kinds)
        if got is None:
            return None
        self.remember(part, "rules")
        if not 0 <= got["places"] <= _MOST_PLACES:
            th, en = f"“places” ต้องเป็น 0 ถึง {_MOST_PLACES}", f"'places' is 0 to {_MOST_PLACES}"
            self.reader.fault(part.lines["places"], th, en)
        return Rules(
            method=self.member(RoundingMethod, part, "method"),
            places=got["places"],
            half=self.member(Half, part, "half"),
            levels_compare=self.member(LevelsCompare, part, "levels_compare"),
            disclosure_mean=self.member(DisclosureMean, part, "disclosure_mean"),
            origin=self.origin(part),
        )

    def sample(self, part: Marked) -> SampleRule | None:
        """A rule of sample size: a number, or a share of the population."""
        got = self.take(part, {"instrument": str}, _SAMPLE)
        if got is None:
            return None
        key = " ".join([got["instrument"], got.get("part", ""), *map(str, got.get("kinds", [])), "/"])
        self.remember(part, f"sample {key} {' '.join(map(str, got.get('sizes', [])))}".strip())
        if ("fixed" in got) == ("share" in got):
            th, en = "ต้องมี “fixed” หรือ “share” อย่างใดอย่างหนึ่ง", "has either 'fixed' or 'share'"
            self.reader.fault(part.line, th, en)
        return SampleRule(
            instrument=got["instrument"],
            part=got.get("part", ""),
            origin=self.origin(part),
            kinds=self.words(part, "kinds"),
            sizes=self.words(part, "sizes"),
            fixed=self.count(part, "fixed"),
            share=self.decimal(part, "share", most=1) if "share" in got else None,
            least=self.count(part, "least") or 0,
            large=self.count(part, "large"),
            least_of_large=self.count(part, "least_of_large") or 0,
        )

    def phase(self, part: Marked) -> Phase | None:
        """A stretch of the assessment's year."""
        kinds = {"code": str, "name": str, "name_en": str, "opens": object, "closes": object, "agency_acts": bool}
        got = self.take(part, kinds)
        if got is None:
            return None
        self.remember(part, f"phase {got['code']}")
        opens, closes = self.day(part, "opens"), self.day(part, "closes")
        names = (got["code"], got["name"], got["name_en"])
        return Phase(*names, opens, closes, got["agency_acts"], self.origin(part))

    def mechanics(self, part: Marked) -> Mechanics:
        """What is peculiar in how an entry counts; the plain case where it says nothing."""
        inside = part.values.get("mechanics")
        if not isinstance(inside, Marked):
            return Mechanics()
        got = self.reader.take(inside, _MECHANICS, frozenset(_MECHANICS))
        return Mechanics(
            weight=self.decimal(inside, "weight", most=1000) if "weight" in got else Mechanics().weight,
            not_for=self.words(inside, "not_for"),
            depends_on=self._dependence(inside.values["depends_on"]) if "depends_on" in got else None,
            penalty=self.decimal(inside, "penalty", most=100) if "penalty" in got else None,
        )

    def _dependence(self, part: Marked) -> Dependence | None:
        got = self.take(part, {"code": str, "scores": list}, origin=False)
        if got is None:
            return None
        line = part.lines["scores"]
        if not got["scores"]:
            self.reader.fault(line, "“scores” ว่างอยู่", "'scores' is empty")
        scores = tuple(self.number(one, line, "scores", most=100) for one in got["scores"])
        return Dependence(got["code"], scores)
