"""A file that says only what is different: its entries take the place of those of the same code in another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

from prongsai.core.framework.framework import Framework
from prongsai.frameworks.checks_rules import Problem

T = TypeVar("T")


def laid_over(base: Framework, own: Framework, told: frozenset[str], leave_out: frozenset[str]) -> Framework:
    """``base`` with the entries of ``own`` in it, without the items, questions and phases of ``leave_out``.

    ``told`` are the keys that the file has. Entries go by their code; levels, sample rules and the rules of
    arithmetic hold together and are taken as a whole.
    """
    return replace(
        base,
        instruments=_put(base.instruments, own.instruments, lambda one: one.code),
        indicators=_put(base.indicators, own.indicators, lambda one: str(one.number)),
        sub_indicators=_put(base.sub_indicators, own.sub_indicators, lambda one: one.code),
        items=_put(base.items, own.items, lambda one: one.code, leave_out),
        questions=_put(base.questions, own.questions, lambda one: one.code, leave_out),
        scales=_put(base.scales, own.scales, lambda one: one.coding.value),
        calendar=_put(base.calendar, own.calendar, lambda one: one.code, leave_out),
        levels=own.levels if "levels" in told else base.levels,
        rules=own.rules if "rules" in told else base.rules,
        samples=own.samples if "samples" in told else base.samples,
        own=True,
    )


def left_out_of(base: Framework, leave_out: frozenset[str]) -> Iterator[Problem]:
    """What is to be left out must be there."""
    known = {one.code for each in (base.items, base.questions, base.calendar) for one in each}
    for code in sorted(leave_out - known):
        yield "leave_out", f"“leave_out” อ้างถึง “{code}” ซึ่งไม่มี", f"'leave_out' refers to {code!r}, which is not there"


def _put(
    base: tuple[T, ...], own: tuple[T, ...], key: Callable[[T], str], leave_out: frozenset[str] = frozenset()
) -> tuple[T, ...]:
    """The entries of ``base`` in their order, with those of ``own`` in their place; new ones stand last."""
    entries = {key(one): one for one in base} | {key(one): one for one in own}
    return tuple(one for code, one in entries.items() if code not in leave_out)
