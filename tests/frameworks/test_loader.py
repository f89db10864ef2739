"""The loader of frameworks, and what the shipped ones hold."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from prongsai import frameworks
from prongsai.core.framework.framework import Confidence, Origin, YearRule
from prongsai.strict_yaml import Faulty

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


def test_it_numbers_items_without_a_gap_and_knows_them_by_code() -> None:
    framework = frameworks.load("ita", 2566)
    assert [item.number for item in framework.items] == list(range(1, 44))
    item = framework.item("O22")
    assert item is not None and item.year_rule is YearRule.PREVIOUS and item.sub_indicator == "9.3"


def test_it_gives_source_and_confidence_of_every_entry() -> None:
    framework = frameworks.load("ita", 2566)
    origins: list[Origin] = [one.origin for one in framework.items]
    origins += [one.origin for one in framework.instruments] + [one.origin for one in framework.indicators]
    origins += [one.origin for one in framework.sub_indicators] + [one.origin for one in framework.questions]
    origins += [one.origin for one in framework.levels]
    assert all(one.source for one in origins)
    assert {item.origin.confidence for item in framework.items} == {Confidence.CERTAIN}
    for item in framework.items[3:]:
        assert Confidence.CERTAIN not in {one.confidence for one in item.components}, (
            f"{item.code}: one report is no proof"
        )


def test_it_has_the_levels_of_2566() -> None:
    levels = [
        (one.name, str(one.total), one.each_instrument and str(one.each_instrument))
        for one in frameworks.load("ita", 2566).levels
    ]
    assert levels == [
        ("ผ่านดีเยี่ยม", "95", "95"),
        ("ผ่านดี", "85", "85"),
        ("ผ่าน", "85", None),
        ("ต้องปรับปรุง", "70", None),
        ("ต้องปรับปรุงโดยด่วน", "0", None),
    ]


def test_it_marks_what_is_only_from_memory() -> None:
    question = next(one for one in frameworks.load("ita", 2566).questions if one.code == "e15")
    assert question.origin.confidence is Confidence.MEMORY


def test_it_serves_a_year_without_a_framework_provisionally() -> None:
    framework, provisional = frameworks.newest_for(2570)
    assert (framework.year, provisional) == (2569, True)
    assert frameworks.newest_for(2500)[0].year == 2563
    assert frameworks.newest_for(2566)[1] is False


#: The text to change, what it becomes, the sentence, and how many lines below the text the fault is told.
FAULTS = [
    ("kind: ita\n", "kind: ita\nnonsense: 1\n", "unknown key 'nonsense'", 1),
    ("year: 2566\n", "year: 2566\nyear: 2567\n", "'year' stands already in line 4", 1),
    ('    name_en: "Budget Use"\n', "", "missing key 'name_en'", -2),
    ("year: 2566\n", "year: of old\n", "'year' has a value of the wrong kind", 0),
    ('sub_indicator: "9.1"', "sub_indicator: 9.1", "'sub_indicator' has a value of the wrong kind", 0),
    ('name: "โครงสร้าง"', 'name: " "', "'name' is empty", 0),
    ('weight: "0.30"', 'weight: "0.31"', "the weights sum to 1.01, not 1", -3),
    ('weight: "0.30"', "weight: much", "'weight' is a number from 0 to 1", 0),
    ('total: "70"', "total: .nan", "'total' is a number from 0 to 100", 0),
    ('total: "70"', 'total: "96"', "levels stand from high to low", None),
    ('total: "0"', 'total: "1"', "the last level begins at 0", -2),
    ("code: O7\n", "code: O70\n", "expected O7, found 'O70'", 0),
    ("code: O7\n", "code: O6\n", "'O6' stands already", 0),
    ('sub_indicator: "9.1"', 'sub_indicator: "9.9"', "'O1' refers to '9.9', which is not there", -3),
    ("instrument: IIT", "instrument: XIT", "'indicator 1' refers to 'XIT', which is not there", -3),
    ('"การบริหารงาน"\n    indicator: 9', '"การบริหารงาน"\n    indicator: 11', "'9.2' refers to '11'", -1),
    ("code: i1\n    indicator: 1", "code: i1\n    indicator: 12", "'i1' refers to '12'", 0),
    ('code: "10.2"', 'code: "10.3"', "'10.3' has no disclosure item", 0),
    ("code: OIT", "code: QIT", "'QIT' has no indicator", 0),
    ("confidence: certain", "confidence: sure", "'sure' is none of certain, likely, memory", 0),
    ("year_rule: none", "year_rule: never", "'never' is none of", 0),
    ("coding: bad", "coding: worse", "'worse' is none of", 0),
    ("subject: structure", "subject: The Structure", "'subject' takes small Latin letters", 0),
    ('"มีอย่างน้อย 3 คู่มือ"', "3", "each of 'components' is a text", None),
    ("questions:\n", "questions:\n  - i0\n", "each entry of 'questions' is a mapping", 0),
    ("schema: 2\n", "schema: 1\n", "only schema 2 is read, not 1", 0),
    ("schema: 2\n", "schema: [\n", "not valid YAML", None),
    ('name: "โครงสร้าง"', "name: 2566-13-45", "cannot be read; put it in quotes", 0),
    ('name: "โครงสร้าง"', "name: !!python/name:os.system x", "cannot be read; put it in quotes", 0),
    ("    passes: true\n", "", "missing key 'passes'", -4),
    ("passes: true", "passes: 1", "'passes' has a value of the wrong kind", 0),
    ("subject: executives", "subject: structure", "the subject 'structure' stands already", -4),
    ("also: [budget-plan]", "also: [Budget Plan]", "'also' takes small Latin letters", 0),
    ("also: [budget-plan]", "also: [1]", "'also' is a list of texts", 0),
    ("also: [budget-plan]", "also: budget-plan", "'also' has a value of the wrong kind", 0),
    ("year_rule_confidence: likely", "year_rule_confidence: quite", "'quite' is none of", 0),
    ('points: "33"', 'points: "133"', "'points' is a number from 0 to 100", 0),
    ("value: 2\n", "value: 1\n", "has at least two choices, each with a value of its own", -5),
    ("- coding: good\n", "- coding: bad\n", "'scale bad' stands already", 0),
    ("coding: bad\n    choices", "coding: good\n    choices", "there is no scale of 'bad'", None),
    ("method: weighted_instruments", "method: by_hand", "'by_hand' is none of", 0),
    ("places: 2", "places: 20", "'places' is 0 to 6", 0),
    ("half: up", "half: down", "'down' is none of up, even", 0),
    ("levels_compare: rounded", "levels_compare: about", "'about' is none of rounded, exact", 0),
    ("disclosure_mean: sub_indicators", "disclosure_mean: median", "'median' is none of", 0),
    ('share: "0.10"\n    ', "", "has either 'fixed' or 'share'", -1),
    ('share: "0.10"\n', 'share: "0.10"\n    fixed: 3\n', "has either 'fixed' or 'share'", -1),
    ("least: 30\n", "least: -1\n", "'least' is not below 0", 0),
    ("instrument: EIT\n    share", "instrument: XIT\n    share", "'samples' refers to 'XIT'", None),
    ("least: 30\n", "least: 30\n    kinds: [city]\n", "'city' is no kind of agency", None),
    ("least: 30\n", "least: 30\n    sizes: [XL]\n", "the size 'XL' is none of S, M, L", None),
    ("least: 30\n", "least: 30\n    part: EIT1\n", "'samples' refers to 'EIT1'", None),
    ("opens: 2023-03-01", "opens: 2566-03-01", "it closes before it opens", -3),
    ("opens: 2023-03-01", "opens: 2022-03-01", "its days lie between 2022-10-01 and 2023-12-31", -3),
    ("opens: 2023-03-01", "opens: tomorrow", "'opens' is a day such as 2023-08-10", 0),
    ("opens: 2023-03-01", "opens: 2023-03-01 10:00:00", "'opens' is a day such as 2023-08-10", 0),
    ("code: contest\n", "code: entry\n", "'phase entry' stands already", 0),
    ("agency_acts: true", "agency_acts: perhaps", "'agency_acts' has a value of the wrong kind", 0),
    ("year: 2566\n", "year: 12\n", "'year' is a year of the Buddhist era", 0),
    ("year: 2566\n", "year: &loop [*loop]\n", "write it out, without & and *", 0),
    ('name: "โครงสร้าง"', 'name: "\x00"', "not valid YAML", None),
]


@pytest.mark.parametrize(("old", "new", "sentence", "below"), FAULTS)
def test_it_names_file_and_line_of_a_fault(
    tmp_path: Path, old: str, new: str, sentence: str, below: int | None
) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "framework.yaml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    faults = [fault for fault in frameworks.check(tmp_path) if sentence in fault.sentence.en]
    assert faults, [str(fault) for fault in frameworks.check(tmp_path)]
    assert faults[0].file == broken
    assert re.search("[ก-ฮ]", faults[0].sentence.th), "Thai comes first"
    if below is not None:
        assert faults[0].line == text[: text.index(old)].count("\n") + 1 + below


def test_it_tells_every_fault_not_only_the_first(tmp_path: Path) -> None:
    text = SHIPPED.read_text(encoding="utf-8").replace("kind: ita\n", "kind: ita\nfirst: 1\nsecond: 2\n")
    (tmp_path / "framework.yaml").write_text(text.replace("code: O9\n", "code: O99\n"), encoding="utf-8")
    faults = frameworks.check(tmp_path)
    assert [fault.line for fault in faults][:2] == [4, 5]
    assert any("expected O9" in fault.sentence.en for fault in faults)


def test_it_finds_a_year_that_is_not_its_folders(tmp_path: Path) -> None:
    folder = tmp_path / "ita" / "2570"
    folder.mkdir(parents=True)
    shutil.copy(SHIPPED, folder)
    assert [(fault.line, fault.sentence.en) for fault in frameworks.check(tmp_path)] == [
        (4, "'year' is 2566, but the folder says 2570")
    ]


@pytest.mark.parametrize(("content", "sentence"), [(b"", "expected a mapping"), (b"\xff\xfe\x80", "not UTF-8 text")])
def test_it_says_what_is_no_data_file(tmp_path: Path, content: bytes, sentence: str) -> None:
    (tmp_path / "framework.yaml").write_bytes(content)
    (fault,) = frameworks.check(tmp_path)
    assert fault.line == 1 and sentence in fault.sentence.en


def test_it_raises_with_all_faults_where_a_framework_is_read(tmp_path: Path) -> None:
    broken = tmp_path / "framework.yaml"
    broken.write_text("schema: 1\nkind: ita\n", encoding="utf-8")
    with pytest.raises(Faulty, match="missing key 'year'") as told:
        frameworks.read(broken)
    assert len(told.value.faults) >= 7


def test_it_has_no_framework_of_another_kind() -> None:
    with pytest.raises(frameworks.NoFramework):
        frameworks.load("ita", 1)
    with pytest.raises(frameworks.NoFramework):
        frameworks.newest_for(2566, "other")


def test_it_is_read_once() -> None:
    assert frameworks.load("ita", 2566) is frameworks.load("ita", 2566)
