"""The whole made-up country, year by year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from prongsai.analysis.counting.columns import answer_columns, surveyed
from prongsai.analysis.country import Country
from prongsai.analysis.items import write_items
from prongsai.analysis.register import Registered, write_register
from prongsai.analysis.scoring.evidence import NOT_APPLICABLE, Items
from prongsai.analysis.synth.agencies import agencies
from prongsai.analysis.synth.answers import write_answers
from prongsai.analysis.synth.model import Quality, quality, respondents
from prongsai.core.access.decision import Refused
from prongsai.core.framework.framework import Framework
from prongsai.core.sentence import Sentence
from prongsai.frameworks.loader import load

#: Of all respondents these are staff; in 2567 they were 461,440 of 1,369,235 (ita.md §5).
_STAFF = 0.35
#: Of 1,000 items so many do not apply to an agency.
_NOT_APPLICABLE = 4
_SAID = """ข้อมูลในโฟลเดอร์นี้สมมุติขึ้นทั้งหมด ชื่อหน่วยงานไม่มีจริง คะแนนไม่ใช่ผลการประเมินของหน่วยงานใด
Everything in this folder is made up. No such agencies exist, and the scores are nobody's.
"""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to make: so many agencies, and so many respondents in each of the years (Buddhist era)."""

    agencies: int
    respondents: int
    years: Sequence[int]
    seed: int


def make(folder: Path, wanted: Wanted) -> Country:
    """Make the country. Refused where the folder holds anything already, NoFramework where a year has no framework."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        th, en = f"{folder} มีข้อมูลอยู่แล้ว โปรดเลือกโฟลเดอร์ใหม่", f"{folder} is not empty. Please choose a new folder."
        raise Refused(Sentence(th, en))
    frameworks = [load("ita", year) for year in wanted.years]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "MADE-UP.txt").write_text(_SAID, "utf-8")
    country = Country(folder)
    bodies = list(agencies(wanted.agencies, wanted.seed))
    write_register(country.register, bodies)
    for framework in frameworks:
        _year(country, framework, bodies, wanted)
    return country


def _year(country: Country, framework: Framework, bodies: list[Registered], wanted: Wanted) -> None:
    good = quality(bodies, framework.year, wanted.seed)
    write_items(country.items(framework.year), _items(framework, bodies, good, wanted.seed))
    asked = surveyed(framework)
    for place, instrument in enumerate(asked):
        staff = round(wanted.respondents * _STAFF) if len(asked) > 1 else wanted.respondents
        count = staff if place == 0 else (wanted.respondents - staff) // (len(asked) - 1)
        stem = [wanted.seed, 4, framework.year, place]
        sizes = respondents(bodies, good.present, count, np.random.default_rng(stem))
        columns = [(one, _share(framework, good, instrument, one.key)) for one in answer_columns(framework, instrument)]

        def draw(stretch: int, stem: list[int] = stem) -> np.random.Generator:
            return np.random.default_rng([*stem, stretch])

        write_answers(country.answers(framework.year, instrument, "made-up"), columns, sizes, draw)


def _share(
    framework: Framework, good: Quality, instrument: str, key: str
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    number = next(one.indicator for one in framework.questions if key in one.keys)
    return good.expected(instrument, number)


def _items(framework: Framework, bodies: list[Registered], good: Quality, seed: int) -> Items:
    """Each item is shown (100) or not (0) with the probability that its indicator gives it."""
    draw = np.random.default_rng([seed, 5, framework.year])
    numbers = np.flatnonzero(good.present).astype(np.int32)
    values = np.zeros((len(numbers), len(framework.items)), np.int32)
    for place, item in enumerate(framework.items):
        sub = framework.sub_indicator(item.sub_indicator)
        indicator = framework.indicator(sub.indicator) if sub else None
        share = good.expected(indicator.instrument, indicator.number)[numbers] if indicator else np.ones(len(numbers))
        values[:, place] = np.where(draw.random(len(numbers)) < share, 10_000, 0)
        values[draw.integers(0, 1000, len(numbers)) < _NOT_APPLICABLE, place] = NOT_APPLICABLE
    return Items(numbers, tuple(one.code for one in framework.items), values)
