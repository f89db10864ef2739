"""The loader of frameworks, and what the shipped ones hold."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai import frameworks
from prongsai.core.framework.framework import Confidence

SHIPPED = Path(frameworks.__file__).parent / "ita" / "2566" / "framework.yaml"


def test_it_ships_frameworks_without_a_fault() -> None:
    assert frameworks.check() == []


def test_it_holds_all_of_2566() -> None:
    framework = frameworks.load("ita", 2566)
    assert len(framework.indicators) == 10
    assert [len(framework.items_of(sub.code)) for sub in framework.sub_indicators] == [10, 8, 4, 4, 4, 8, 5]
    assert [len([q for q in framework.questions if q.indicator == n]) for n in range(1, 9)] == [6] * 5 + [5] * 3
    assert len({item.subject for item in framework.items}) == 43
    assert all(item.components for item in framework.items)


def test_it_marks_what_is_only_from_memory() -> None:
    question = next(one for one in frameworks.load("ita", 2566).questions if one.code == "e15")
    assert question.origin.confidence is Confidence.MEMORY


def test_it_serves_a_year_without_a_framework_provisionally() -> None:
    framework, provisional = frameworks.newest_for(2570)
    assert (framework.year, provisional) == (2566, True)
    assert frameworks.newest_for(2566)[1] is False


FAULTS = [
    ("kind: ita\n", "kind: ita\nnonsense: 1\n", "unknown key 'nonsense'"),
    ("year: 2566\n", "year: 2566\nyear: 2567\n", "'year' stands already"),
    ("year: 2566\n", "", "missing key 'year'"),
    ("year: 2566\n", "year: of old\n", "'year' has a value of the wrong kind"),
    ('weight: "0.30"', 'weight: "0.31"', "the weights sum to"),
    ("code: O7\n", "code: O70\n", "expected O7, found 'O70'"),
    ("code: O7\n", "code: O6\n", "'O6' stands already"),
    ('sub_indicator: "9.1"', 'sub_indicator: "9.9"', "'O1' refers to '9.9'"),
    ("confidence: certain", "confidence: sure", "'sure' is none of"),
    ("year_rule: none", "year_rule: never", "'never' is none of"),
    ("schema: 1", "schema: [", "not valid YAML"),
]


@pytest.mark.parametrize(("old", "new", "sentence"), FAULTS)
def test_it_names_file_and_line_of_a_fault(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "framework.yaml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = [fault for fault in frameworks.check(tmp_path) if sentence in fault.sentence.en]
    assert faults, [str(fault) for fault in frameworks.check(tmp_path)]
    assert faults[0].file == broken
    assert faults[0].line >= 1 and faults[0].sentence.th


def test_it_tells_every_fault_not_only_the_first(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace("kind: ita\n", "kind: ita\nfirst: 1\nsecond: 2\n")
    (tmp_path / "framework.yaml").write_text(text, encoding="utf-8")
    assert {fault.line for fault in frameworks.check(tmp_path)} >= {4, 5}
