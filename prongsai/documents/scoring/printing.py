"""A result as lines for a terminal, as JSON, and as a tree that tells where each figure comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator
from fractions import Fraction

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.origin import Confidence
from prongsai.core.scoring.figure import Figure, Grade, How
from prongsai.core.scoring.rounding import rounded
from prongsai.core.scoring.score import Result
from prongsai.core.scoring.telling import exactly, formula_of, label_of, rule_of

_MEMORY = "[จากความจำ (from memory)]"


def as_json(framework: Framework, result: Result) -> str:
    """Instruments by their codes in small letters, total and level; an instrument that does not count is null."""
    codes = [one.code for one in framework.instruments]
    figures = {code.lower(): str(result.instruments.get(code, "null")) for code in codes} | {"total": str(result.total)}
    # Written by hand: JSON numbers may have both decimals, and those of Python lose the last nought.
    pairs = [f"{json.dumps(key)}: {figure}" for key, figure in figures.items()]
    return "{" + ", ".join([*pairs, f'"level": {json.dumps(result.level.name, ensure_ascii=False)}']) + "}"


def as_lines(framework: Framework, result: Result) -> list[str]:
    """The instruments with their shares, the total, the level, and what a reader should know of them."""
    lines = [f"กรอบการประเมิน {framework.kind}/{framework.year} (framework)"]
    for share in result.figure.parts:
        scored = share.parts[0]
        lines.append(
            f"  {scored.code}  {scored.shown:>6} × {exactly(share.weight):<4} = {share.shown:>6}  {scored.name}"
        )
    lines.append(f"คะแนนรวม {result.total} (total)")
    lines.append(f"ระดับ {result.level.name} ({result.level.name_en})")
    return [*lines, *_remarks(framework, result)]


def _remarks(framework: Framework, result: Result) -> Iterator[str]:
    for one in result.differences:
        given, reckoned = rounded(one.given, framework.rules), rounded(one.reckoned, framework.rules)
        yield (
            f"ข้อสังเกต: {one.code} ประกาศไว้ {given} แต่ส่วนย่อยคำนวณได้ {reckoned} ระบบใช้ค่าที่ประกาศ "
            f"(published {given}, its parts give {reckoned}; the published figure is used)"
        )
    if result.unanswered:
        codes = ", ".join(result.unanswered)
        yield f"ไม่มีผู้ตอบ จึงไม่นำมาคิด: {codes} (nobody answered; not counted)"
    if result.left_out:
        yield f"ไม่ใช้กับหน่วยงานนี้ จึงไม่นำมาคิด: {', '.join(result.left_out)} (does not apply; not counted)"
    if any(one.confidence is Confidence.MEMORY for one in result.figure.walk()):
        yield (
            "ข้อมูลบางส่วนของกรอบปีนี้มาจากความจำ ยังไม่พบเอกสารทางการ โปรดอย่าใช้เป็นข้อมูลทางการ "
            "(some of this year's framework is from memory only: do not present it as official)"
        )


def tree(figure: Figure, framework: Framework, depth: int = 0) -> list[str]:
    """The figure and all beneath it: code, score, name, then by which rule and from which figures."""
    here, inner = "  " * depth, "  " * (depth + 1)
    memory = f" {_MEMORY}" if figure.confidence is Confidence.MEMORY else ""
    off = "หัก " if figure.how is How.PENALTY else ""
    lines = [f"{here}{label_of(figure).th}  {off}{figure.shown}  {figure.name}{memory}"]
    if figure.grade is not Grade.ITEM or figure.how is How.PENALTY:  # of an item the score is all that there is to tell
        lines += [f"{inner}{line}" for line in _why(figure, framework)]
    for one in figure.chosen:
        label = f"{one.choice.label} ({one.choice.label_en})"
        lines.append(f"{inner}- {label}: {one.times} คน × {exactly(Fraction(one.choice.points))}")
    for part in figure.parts:
        lines += tree(part, framework, depth + 1)
    return lines


def _why(figure: Figure, framework: Framework) -> Iterator[str]:
    rule, formula = rule_of(figure, framework.rules), formula_of(figure, framework.rules)
    told = f"= {rule.th} ({rule.en})"
    if figure.reckoned is not None:
        yield told
        yield f"ส่วนย่อยคำนวณได้ {formula} = {exactly(figure.reckoned)} (its parts give)"
    else:
        told += f": {formula}" if formula else ""
        exact = "" if Fraction(figure.shown) == figure.value else exactly(figure.value)
        yield f"{told} (ก่อนปัดเศษ {exact} before rounding)" if exact else told
    if figure.respondents is not None:
        yield f"ผู้ตอบ {figure.respondents} คน (respondents)"
