"""Made-up evidence and countries for these tests."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from prongsai.analysis.counting.columns import AnswerColumn
from prongsai.analysis.country import Country
from prongsai.analysis.scored import columns_of
from prongsai.analysis.scoring.evidence import NOT_APPLICABLE, Evidence
from prongsai.analysis.synth.make import Wanted, make
from prongsai.core.framework.framework import Framework
from prongsai.frameworks.loader import load

FRAMEWORK = load("ita", 2566)
KINDS = ("subdistrict_municipality", "subdistrict_organisation", "university")


def country(folder: Path, years: tuple[int, ...] = (2566,), agencies: int = 40, respondents: int = 1200) -> Country:
    """A small country."""
    return make(folder, Wanted(agencies, respondents, years, 7))


def evidence(framework: Framework, agencies: int = 24, seed: int = 5) -> Evidence:
    """Counts at random, with parts, questions and indicators that nobody answered, and items that do not apply."""
    dice = np.random.default_rng(seed)
    columns: dict[str, AnswerColumn] = {one.key: one for some in columns_of(framework).values() for one in some}
    answers = {key: dice.integers(0, 6, (agencies, len(one.values))).astype(np.int32) for key, one in columns.items()}
    for row, silent in enumerate((("i1a",), ("i1a", "i1b"), ("i7", "i8a", "e2"))):
        for key in silent:
            answers[key][row] = 0
    for question in framework.questions_of(7):
        for key in question.keys:
            answers[key][3] = 0  # nobody answered anything of indicator 7
    shown = dice.choice([0, 10_000, 10_000, 10_000, NOT_APPLICABLE], (len(framework.items), agencies)).astype(np.int32)
    items = dict(zip((one.code for one in framework.items), shown, strict=True))
    for item in framework.items_of("9.3"):
        items[item.code][4] = NOT_APPLICABLE
    judged = np.ones(agencies, bool)
    judged[5] = False
    kinds = [KINDS[row % len(KINDS)] for row in range(agencies)]
    return Evidence(np.arange(agencies, dtype=np.int32), kinds, columns, answers, items, judged)


def changed(framework: Framework, **rules: Any) -> Framework:
    """The framework under other rules."""
    return replace(framework, rules=replace(framework.rules, **rules))
