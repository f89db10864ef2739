"""A figure in words: the rule by which it was made, and the sum itself."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

from prongsai.core.framework.rules import RoundingMethod, Rules
from prongsai.core.scoring.figure import Figure, Grade, How
from prongsai.core.scoring.rounding import rounded
from prongsai.core.sentence import Sentence

#: So many parts are written out one by one; of more, equal ones are counted.
_WRITTEN_OUT = 6
_SIX_PLACES = Rules(places=6)
_SUMS = {
    RoundingMethod.WEIGHTED_INSTRUMENTS: Sentence(
        "ผลรวมของคะแนนถ่วงน้ำหนักแต่ละแบบวัด ซึ่งปัดเศษแล้ว", "the weighted shares of the instruments, each rounded, added"
    ),
    RoundingMethod.INSTRUMENTS: Sentence(
        "ปัดเศษคะแนนแต่ละแบบวัด คูณน้ำหนัก รวมกัน แล้วปัดเศษ", "each instrument's score rounded, weighted, added, rounded"
    ),
    RoundingMethod.TOTAL: Sentence(
        "ผลรวมของคะแนนถ่วงน้ำหนัก ปัดเศษเพียงครั้งเดียว", "the weighted shares added, and rounded only then"
    ),
}
_MEANS = {
    Grade.INDICATOR: Sentence("ค่าเฉลี่ยของตัวชี้วัด", "mean of its indicators"),
    Grade.INSTRUMENT_PART: Sentence("ค่าเฉลี่ยของแต่ละส่วนตามน้ำหนัก", "mean of its parts by their weights"),
    Grade.SUB_INDICATOR: Sentence("ค่าเฉลี่ยของตัวชี้วัดย่อย", "mean of its sub-indicators"),
    Grade.QUESTION: Sentence("ค่าเฉลี่ยของข้อคำถาม", "mean of its questions"),
    Grade.ANSWER: Sentence("ค่าเฉลี่ยของข้อย่อย", "mean of the parts of the question"),
    Grade.ITEM: Sentence("ค่าเฉลี่ยของรายการข้อมูล", "mean of its disclosure items"),
}
_SHARE = Sentence("คะแนนของแบบวัด × น้ำหนัก", "the score of the instrument × its weight")
_ANSWERS = Sentence("ค่าเฉลี่ยคะแนนของตัวเลือกที่ผู้ตอบเลือก", "mean of the points of the choices that were made")
_PENALTY = Sentence("คะแนนที่ถูกหัก", "points taken off")
_JUDGED = Sentence("ผลการตรวจรายการข้อมูล", "as the item was judged")
_GIVEN = Sentence("คะแนนตามที่ประกาศหรือที่กรอกไว้", "as published or entered")
_GIVEN_OVER_PARTS = Sentence(
    "คะแนนตามที่ประกาศ ใช้แทนค่าที่คำนวณจากส่วนย่อย", "as published; it stands over what its parts give"
)


def label_of(figure: Figure) -> Sentence:
    """What the figure is called before its name, such as ``ตัวชี้วัดที่ 7`` or ``O12``."""
    if figure.grade is Grade.TOTAL:
        return Sentence("รวม", "Total")
    if figure.how is How.SHARE:
        code = figure.parts[0].code
        return Sentence(f"{code} ถ่วงน้ำหนัก", f"{code} weighted")
    if figure.grade is Grade.INDICATOR:
        return Sentence(f"ตัวชี้วัดที่ {figure.code}", f"Indicator {figure.code}")
    return Sentence(figure.code, figure.code)


def rule_of(figure: Figure, rules: Rules) -> Sentence:
    """By which rule the figure was made."""
    if figure.how is How.GIVEN:
        if figure.grade is Grade.ITEM:
            return _JUDGED
        return _GIVEN_OVER_PARTS if figure.parts else _GIVEN
    if figure.how is How.SUM:
        return _SUMS[rules.method]
    fixed = {How.SHARE: _SHARE, How.ANSWERS: _ANSWERS, How.PENALTY: _PENALTY}
    return fixed[figure.how] if figure.how in fixed else _MEANS[figure.parts[0].grade]


def formula_of(figure: Figure, rules: Rules) -> str:
    """The sum that makes the figure, in figures and signs alone; empty where nothing is beneath it."""
    if figure.chosen:
        points = " + ".join(
            f"{one.times} × {exactly(Fraction(one.choice.points))}" for one in figure.chosen if one.times
        )
        made = f"({points}) ÷ {figure.respondents}"
        return f"{exactly(Fraction(figure.most or 0))} × (100 − {made}) ÷ 100" if figure.how is How.PENALTY else made
    if not figure.parts:
        return ""
    if figure.how is How.SHARE:
        scored = figure.parts[0]
        is_rounded = rules.method is RoundingMethod.INSTRUMENTS
        return f"{scored.shown if is_rounded else exactly(scored.value)} × {exactly(figure.weight)}"
    if figure.grade is Grade.TOTAL:
        return " + ".join(str(part.shown) for part in figure.parts)
    return _mean(figure)


def _mean(figure: Figure) -> str:
    counting = [part for part in figure.parts if part.how is not How.PENALTY]
    penalties = "".join(f" − {part.shown}" for part in figure.parts if part.how is How.PENALTY)
    whole = sum((part.weight for part in counting), Fraction(0))
    made = _terms(counting) if whole == 1 else f"({_terms(counting)}) ÷ {exactly(whole)}"
    made += penalties
    if len(counting) == 1 and not penalties:
        made = str(counting[0].shown)
    if figure.how is How.PENALTY:
        return f"{exactly(Fraction(figure.most or 0))} × (100 − {made}) ÷ 100"
    return made if figure.most is None else f"min({exactly(Fraction(figure.most))}, {made})"


def _terms(parts: list[Figure]) -> str:
    if any(part.weight != 1 for part in parts):
        return " + ".join(f"{exactly(part.weight)} × {part.shown}" for part in parts)
    if len(parts) <= _WRITTEN_OUT:
        return " + ".join(str(part.shown) for part in parts)
    return " + ".join(f"{times} × {shown}" for shown, times in Counter(part.shown for part in parts).items())


def exactly(value: Fraction) -> str:
    """A value to six places, without noughts at its end: enough to see what rounding did."""
    text = str(rounded(value, _SIX_PLACES))
    return text.rstrip("0").rstrip(".")
