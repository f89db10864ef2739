"""What must hold over the arithmetic, samples and days of a framework."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from prongsai.core.framework.framework import Framework, Instrument
from prongsai.core.framework.rules import Mechanics
from prongsai.core.review.agencies import AgencyKind

#: The key of the entry at fault, and the sentence in both languages.
Problem = tuple[str, str, str]
KINDS = frozenset(one.value for one in AgencyKind)
_BUDDHIST = 543
_SIZES = ("S", "M", "L")


def rules_consistent(framework: Framework) -> Iterator[Problem]:
    """Every contradiction in how the year is reckoned and when its phases are."""
    yield from _weights(framework)
    yield from _scales(framework)
    yield from _kinds(framework)
    yield from _dependences(framework)
    yield from _samples(framework)
    yield from _days(framework)


def _weights(framework: Framework) -> Iterator[Problem]:
    """The weights of the instruments sum to 1, for agencies of every kind; so do those of the parts of one."""
    if not framework.instruments:
        return
    for kind in [None, *sorted({one.kind for each in framework.instruments for one in each.weights})]:
        total = sum((one.weight_for(kind) for one in framework.instruments), Decimal(0))
        if total != 1:
            whom = f" ({kind})" if kind else ""
            th, en = f"น้ำหนักรวมเป็น {total} ต้องเป็น 1{whom}", f"the weights sum to {total}, not 1{whom}"
            yield framework.instruments[0].code, th, en
    for instrument in framework.instruments:
        total = sum((one.weight for one in instrument.parts), Decimal(0))
        if instrument.parts and total != 1:
            code = instrument.code
            yield (
                code,
                f"น้ำหนักของส่วนใน “{code}” รวมเป็น {total} ต้องเป็น 1",
                f"the parts of {code!r} sum to {total}, not 1",
            )


def _scales(framework: Framework) -> Iterator[Problem]:
    for question in framework.questions:
        if not question.parts:
            yield question.code, f"“{question.code}” ไม่มีส่วนให้ตอบ", f"{question.code!r} has no part to answer"
        for coding in {one.coding for one in question.parts}:
            if framework.scale(coding) is None:
                th, en = f"ไม่มี “scales” ของ “{coding.value}”", f"there is no scale of {coding.value!r}"
                yield question.code, th, en


def _kinds(framework: Framework) -> Iterator[Problem]:
    """Kinds of agency are those that we know: a slip would silently hold for nobody."""
    told = [(each.code, one.kind) for each in framework.instruments for one in each.weights]
    told += [(key, kind) for key, mechanics in _mechanics(framework) for kind in mechanics.not_for]
    told += [(one.instrument, kind) for one in framework.samples for kind in one.kinds]
    for key, kind in told:
        if kind not in KINDS:
            yield key, f"ไม่รู้จักประเภทหน่วยงาน “{kind}”", f"{kind!r} is no kind of agency"


def _mechanics(framework: Framework) -> Iterator[tuple[str, Mechanics]]:
    yield from ((one.code, one.mechanics) for one in framework.items)
    yield from ((one.code, one.mechanics) for one in framework.questions)


def _dependences(framework: Framework) -> Iterator[Problem]:
    """An entry depends on one that is there, and in the end on one that depends on none."""
    ahead = {key: one.depends_on.code for key, one in _mechanics(framework) if one.depends_on}
    known = {key for key, _mechanics_of in _mechanics(framework)}
    for key, target in ahead.items():
        if target not in known:
            yield key, f"“{key}” ขึ้นกับ “{target}” ซึ่งไม่มี", f"{key!r} depends on {target!r}, which is not there"
        elif _circles(key, ahead):
            yield key, f"“{key}” ขึ้นกับตัวเองเป็นวง", f"{key!r} depends on itself in a circle"


def _circles(key: str, ahead: dict[str, str]) -> bool:
    seen = {key}
    while key in ahead:
        key = ahead[key]
        if key in seen:
            return True
        seen.add(key)
    return False


def _samples(framework: Framework) -> Iterator[Problem]:
    for rule in framework.samples:
        instrument: Instrument | None = framework.instrument(rule.instrument)
        parts = {one.code for one in instrument.parts} if instrument else set()
        if instrument is None or (rule.part and rule.part not in parts):
            target = rule.part if instrument else rule.instrument
            yield "samples", f"“samples” อ้างถึง “{target}” ซึ่งไม่มี", f"'samples' refers to {target!r}, which is not there"
        for size in set(rule.sizes) - set(_SIZES):
            yield "samples", f"ขนาด “{size}” ต้องเป็น S, M หรือ L", f"the size {size!r} is none of S, M, L"


def _days(framework: Framework) -> Iterator[Problem]:
    """Phases end after they begin, and lie in the fiscal year or the quarter after it."""
    year = framework.year - _BUDDHIST
    if not date.min.year < year < date.max.year:
        yield "year", "“year” ต้องเป็นปี พ.ศ.", "'year' is a year of the Buddhist era"
        return
    first, last = date(year - 1, 10, 1), date(year, 12, 31)
    for phase in framework.calendar:
        key = f"phase {phase.code}"
        if phase.closes < phase.opens:
            yield key, "วันปิดมาก่อนวันเปิด", "it closes before it opens"
        if phase.opens < first or phase.closes > last:
            th, en = (
                f"วันต้องอยู่ระหว่าง {first} ถึง {last} (ค.ศ.)",
                f"its days lie between {first} and {last} (Christian era)",
            )
            yield key, th, en
