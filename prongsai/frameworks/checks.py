"""What must hold over a whole framework: references, weights, and codes without a gap."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.framework.framework import Framework
from prongsai.frameworks.checks_rules import Problem, rules_consistent


def consistent(framework: Framework) -> Iterator[Problem]:
    """Every contradiction between entries."""
    yield from _references(framework)
    yield from _empty(framework)
    yield from rules_consistent(framework)
    yield from _items(framework)
    yield from _subjects(framework)
    yield from _levels(framework)


def _references(framework: Framework) -> Iterator[Problem]:
    instruments = {one.code for one in framework.instruments}
    numbers = {one.number for one in framework.indicators}
    subs = {one.code for one in framework.sub_indicators}
    for indicator in framework.indicators:
        if indicator.instrument not in instruments:
            yield _dangling(f"indicator {indicator.number}", indicator.instrument)
    for sub in framework.sub_indicators:
        if sub.indicator not in numbers:
            yield _dangling(sub.code, str(sub.indicator))
    for item in framework.items:
        if item.sub_indicator not in subs:
            yield _dangling(item.code, item.sub_indicator)
    for question in framework.questions:
        if question.indicator not in numbers:
            yield _dangling(question.code, str(question.indicator))


def _empty(framework: Framework) -> Iterator[Problem]:
    """A mean over nothing is no score."""
    for instrument in framework.instruments:
        if not framework.indicators_of(instrument.code):
            yield instrument.code, f"“{instrument.code}” ไม่มีตัวชี้วัด", f"{instrument.code!r} has no indicator"
    for sub in framework.sub_indicators:
        if not framework.items_of(sub.code):
            yield sub.code, f"“{sub.code}” ไม่มีรายการข้อมูล", f"{sub.code!r} has no disclosure item"


def _dangling(key: str, target: str) -> Problem:
    return key, f"“{key}” อ้างถึง “{target}” ซึ่งไม่มี", f"{key!r} refers to {target!r}, which is not there"


def _items(framework: Framework) -> Iterator[Problem]:
    for place, item in enumerate(framework.items, start=1):
        if item.code != f"O{place}":
            yield item.code, f"ลำดับนี้ต้องเป็น O{place} แต่พบ “{item.code}”", f"expected O{place}, found {item.code!r}"
            return


def _subjects(framework: Framework) -> Iterator[Problem]:
    """A subject is the main one of one item only: else the history of a subject would have two lines."""
    seen: set[str] = set()
    for item in framework.items:
        if item.subject in seen:
            yield item.code, f"เรื่อง “{item.subject}” ซ้ำ", f"the subject {item.subject!r} stands already"
        seen.add(item.subject)


def _levels(framework: Framework) -> Iterator[Problem]:
    """Tried from the top, the levels end with one that every score reaches."""
    levels = framework.levels
    totals = [one.total for one in levels]
    if totals != sorted(totals, reverse=True):
        yield levels[0].name, "ระดับต้องเรียงจากสูงไปต่ำ", "levels stand from high to low"
    if not levels or levels[-1].total or levels[-1].each_instrument is not None:
        key = levels[-1].name if levels else "levels"
        yield key, "ระดับสุดท้ายต้องเริ่มที่ 0 และไม่มีเงื่อนไขอื่น", "the last level begins at 0, with no other condition"
