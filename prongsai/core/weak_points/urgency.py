"""Which weak points are to be mended without delay, and why.

The rule is ours: the sources name the two lists, not the border between them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from prongsai.core.framework.framework import Framework, Level
from prongsai.core.scoring.figure import Figure, Grade
from prongsai.core.scoring.score import Result
from prongsai.core.sentence import Sentence

#: The pass mark of the national plan. Source: ita.md §2.1.
PASS_MARK = Decimal(85)


@dataclass(frozen=True, slots=True)
class HeldBack:
    """The level that the total alone would bring, and the instruments whose scores keep it from the agency."""

    level: Level
    instruments: Mapping[str, Decimal]


def held_back(framework: Framework, result: Result) -> HeldBack | None:
    """What keeps the level under that of the total, or None where nothing does."""
    for level in framework.levels:
        if level.name == result.level.name:
            return None
        least = level.each_instrument
        if least is not None and result.total >= level.total:
            return HeldBack(level, {code: score for code, score in result.instruments.items() if score < least})
    return None


def reasons(figure: Figure, score: Decimal, instrument: str, held: HeldBack | None) -> tuple[Sentence, ...]:
    """Why a weak point is urgent; nothing where it is only to be made better.

    Urgent are an item that got nothing, a score under the pass mark, and, where an instrument keeps the level down,
    what scores less than that level asks of it.
    """
    found: list[Sentence] = []
    if figure.grade is Grade.ITEM and score == 0:
        found.append(Sentence("ได้ 0 คะแนน คือไม่พบข้อมูลตามที่กำหนด", "It scored 0: what is asked for was not found"))
    elif score < PASS_MARK:
        found.append(Sentence(f"ต่ำกว่าเกณฑ์ผ่าน {PASS_MARK} คะแนน", f"Under the pass mark of {PASS_MARK}"))
    least = held.level.each_instrument if held and instrument in held.instruments else None
    if held is not None and least is not None and score < least:
        found.append(
            Sentence(
                f"แบบวัด {instrument} ได้ {held.instruments[instrument]} ทำให้ยังไม่ได้ระดับ {held.level.name}",
                f"{instrument} has {held.instruments[instrument]} and so keeps the level {held.level.name_en} away",
            )
        )
    return tuple(found)


def missing_to_full(score: Decimal) -> Sentence:
    """Why a point stands among those to be made better."""
    gap = Decimal(100) - score
    return Sentence(f"ยังขาดอีก {gap} จากคะแนนเต็ม 100", f"It lacks {gap} of 100")
