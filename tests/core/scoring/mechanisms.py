"""A framework that says all seven mechanisms of scoring, small enough to reckon in the head.

Two instruments: ASK (indicators 1 and 2, questions with answers) and SEE (indicator 3: sub-indicators 3.1 to 3.3).
For agencies of kind ``big`` they weigh 1 to 3, for all others 0.4 to 0.6.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

from prongsai.core.framework.framework import (
    Coding,
    Confidence,
    DisclosureItem,
    Framework,
    Indicator,
    Instrument,
    InstrumentPart,
    KindWeight,
    Level,
    Origin,
    Part,
    Question,
    SubIndicator,
    YearRule,
)
from prongsai.core.framework.rules import Choice, Dependence, Mechanics, Scale
from prongsai.core.scoring.known import ItemResult

SURE = Origin("made up", Confidence.CERTAIN)
FROM_MEMORY = Origin("made up", Confidence.MEMORY)
PLAIN = Mechanics()


def scale(coding: Coding, points: Mapping[int, str]) -> Scale:
    """A scale by its values and points."""
    choices = (Choice(value, f"ตัวเลือก {value}", f"choice {value}", Decimal(worth)) for value, worth in points.items())
    return Scale(coding, tuple(choices), SURE)


SCALES = (
    scale(Coding.NORMAL, {1: "0", 2: "33", 3: "67", 4: "100"}),
    scale(Coding.REVERSED, {1: "100", 2: "67", 3: "33", 4: "0"}),
    scale(Coding.BAD, {0: "100", 1: "0"}),
    scale(Coding.GOOD, {0: "0", 1: "100"}),
)


def question(code: str, indicator: int, *codings: Coding, mechanics: Mechanics = PLAIN) -> Question:
    """A question with a part for each coding."""
    parts = tuple(Part(f"ส่วนที่ {place}" if len(codings) > 1 else "", one) for place, one in enumerate(codings, 1))
    return Question(code, indicator, f"คำถาม {code}", parts, FROM_MEMORY if code == "q4" else SURE, mechanics)


def item(code: str, sub_indicator: str, mechanics: Mechanics = PLAIN) -> DisclosureItem:
    """An item."""
    name, subject = f"รายการ {code}", f"thing-{code[1:]}"
    return DisclosureItem(code, name, "กลุ่ม", sub_indicator, subject, YearRule.NONE, (), SURE, mechanics=mechanics)


MECHANISMS = Framework(
    kind="seven",
    year=2566,
    instruments=(
        Instrument("ASK", "ถาม", "Asked", Decimal("0.4"), SURE, weights=(KindWeight("big", Decimal(1)),)),
        Instrument("SEE", "ดู", "Seen", Decimal("0.6"), SURE, weights=(KindWeight("big", Decimal(3)),)),
    ),
    indicators=(
        Indicator(1, "ตัวที่ 1", "First", "ASK", SURE),
        Indicator(2, "ตัวที่ 2", "Second", "ASK", SURE),
        Indicator(3, "ตัวที่ 3", "Third", "SEE", SURE),
    ),
    sub_indicators=(
        SubIndicator("3.1", "ย่อย 3.1", 3, SURE),
        SubIndicator("3.2", "ย่อย 3.2", 3, SURE, most=Decimal(60)),
        SubIndicator("3.3", "ย่อย 3.3", 3, SURE),
    ),
    items=(
        item("O1", "3.1", Mechanics(weight=Decimal(3))),
        item("O2", "3.1"),
        item("O3", "3.2"),
        item("O4", "3.2", Mechanics(not_for=("big",))),
        item("O5", "3.3"),
        item("O6", "3.3", Mechanics(depends_on=Dependence("O5", (Decimal(100),)))),
        item("O7", "3.3", Mechanics(penalty=Decimal(30))),
    ),
    questions=(
        question("q1", 1, Coding.NORMAL, Coding.NORMAL, mechanics=Mechanics(weight=Decimal(2))),
        question("q2", 1, Coding.REVERSED),
        question("q3", 2, Coding.GOOD),
        question("q4", 2, Coding.BAD, mechanics=Mechanics(penalty=Decimal(50))),
    ),
    levels=(
        Level("เยี่ยม", "Best", Decimal(90), Decimal(90), SURE),
        Level("ผ่าน", "Passed", Decimal(50), None, SURE),
        Level("ปรับปรุง", "Mend", Decimal(0), None, SURE),
    ),
    scales=SCALES,
)

#: The same, with an instrument that is asked in two parts, the second of which weighs three times the first.
IN_PARTS = replace(
    MECHANISMS,
    instruments=(
        replace(
            MECHANISMS.instruments[0],
            parts=(
                InstrumentPart("ASK1", "ส่วนที่ 1", "Part 1", Decimal("0.25"), FROM_MEMORY),
                InstrumentPart("ASK2", "ส่วนที่ 2", "Part 2", Decimal("0.75"), FROM_MEMORY),
            ),
        ),
        MECHANISMS.instruments[1],
    ),
)


def results(**scores: int | None) -> dict[str, ItemResult]:
    """Results of the items: 100 but where another is said; None does not apply."""
    all_scores: dict[str, int | None] = dict.fromkeys((one.code for one in MECHANISMS.items), 100)
    all_scores.update(scores)
    return {code: ItemResult(None if one is None else Decimal(one)) for code, one in all_scores.items()}
