"""The installation's own frameworks: whole files and files of differences take the place of what is shipped."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from prongsai import frameworks
from prongsai.strict_yaml import Faulty

HEAD = "schema: 2\nkind: ita\nyear: {year}\nextends: ita/{year}\n"
QUESTION = """questions:
  - code: e1
    indicator: 6
    text: "ข้อความทางการ"
    parts: [{label: "", coding: normal}]
    source: "the official form"
    confidence: certain
"""
Own = Callable[..., None]


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Own:
    """Writes the installation's own file of a year and lets it be used."""

    def write(text: str, year: int = 2566, head: str = HEAD) -> None:
        folder = tmp_path / "ita" / str(year)
        folder.mkdir(parents=True)
        (folder / "framework.yaml").write_text(head.format(year=year) + text, encoding="utf-8")
        monkeypatch.setenv("PRONGSAI_FRAMEWORKS", str(tmp_path))

    return write


def faults(text: str, tmp_path: Path) -> list[tuple[int, str]]:
    """Line and sentence of the faults of a file."""
    (tmp_path / "framework.yaml").write_text(text, encoding="utf-8")
    return [(fault.line, fault.sentence.en) for fault in frameworks.check(tmp_path)]


def test_an_entry_takes_the_place_of_the_shipped_one_and_all_else_stays(own: Own) -> None:
    shipped = frameworks.load("ita", 2566)
    own(QUESTION)
    framework = frameworks.load("ita", 2566)
    question = framework.question("e1")
    assert question is not None and (question.text, question.origin.source) == ("ข้อความทางการ", "the official form")
    assert framework.own and not shipped.own
    assert [one.code for one in framework.questions] == [one.code for one in shipped.questions]
    assert framework.questions[31:] == shipped.questions[31:] and framework.items == shipped.items
    assert (framework.levels, framework.rules, framework.samples) == (shipped.levels, shipped.rules, shipped.samples)


def test_entries_are_left_out_and_new_ones_stand_last(own: Own) -> None:
    left_out = ", ".join(f"e{n}" for n in range(4, 16))
    own(f"leave_out: [{left_out}]\n" + QUESTION.replace("code: e1", "code: e99"))
    assert [one.code for one in frameworks.load("ita", 2566).questions][-4:] == ["e1", "e2", "e3", "e99"]


def test_levels_rules_and_samples_are_taken_as_a_whole(own: Own) -> None:
    level = (
        "  - {name: ผ่าน, name_en: Pass, total: 0, each_instrument: null, passes: true, source: S, confidence: certain}"
    )
    rules = "method: total\n  places: 1\n  half: even\n  levels_compare: exact\n  disclosure_mean: items"
    own(f"levels:\n{level}\nsamples: []\nrules:\n  {rules}\n  source: S\n  confidence: certain\n")
    framework = frameworks.load("ita", 2566)
    assert [one.name for one in framework.levels] == ["ผ่าน"]
    assert framework.samples == () and (framework.rules.places, framework.rules.half) == (1, "even")


def test_an_own_day_takes_the_place_of_an_inferred_one(own: Own) -> None:
    own(
        "calendar:\n  - {code: contest, name: ชี้แจง, name_en: Contest, opens: 2023-06-05, closes: 2023-06-19, "
        "agency_acts: true, source: หนังสือ ป.ป.ช., confidence: certain}\n"
    )
    shown = {one.code: one for one in frameworks.load("ita", 2566).calendar}
    assert shown["contest"].opens.day == 5 and shown["contest"].origin.source == "หนังสือ ป.ป.ช."
    assert len(shown) == len({one.code for one in frameworks.load("ita", 2567).calendar})


def test_a_whole_file_takes_the_place_of_a_whole_year(own: Own) -> None:
    text = (Path(frameworks.__file__).parent / "ita" / "2566" / "framework.yaml").read_text(encoding="utf-8")
    own(text.replace('"Budget Use"', '"Use of Budget"'), head="")
    framework = frameworks.load("ita", 2566)
    assert framework.own and framework.indicators[1].name_en == "Use of Budget"


def test_faults_of_the_own_files_are_told_where_they_are_read_and_checked(own: Own) -> None:
    own("nonsense: 1\n")
    with pytest.raises(Faulty, match="unknown key 'nonsense'"):
        frameworks.load("ita", 2566)
    assert any("'nonsense'" in fault.sentence.en for fault in frameworks.check())


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("year: 2566\n", "year: 2500\n", (4, "'extends' is ita/2500, the year of the file")),
        ("2566", "2500", (4, "there is no framework ita/2500: write a whole file")),
        ("questions", "leave_out: [O99]\nquestions", (5, "'leave_out' refers to 'O99', which is not there")),
        ("questions", "leave_out: [O7]\nquestions", (1, "expected O7, found 'O8'")),
        ("indicator: 6", "indicator: 66", (6, "'e1' refers to '66', which is not there")),
        ("questions", "leave_out: O7\nquestions", (5, "'leave_out' has a value of the wrong kind")),
        ("    indicator: 6\n", "", (6, "missing key 'indicator'")),
    ],
)
def test_it_names_the_line_of_a_fault(tmp_path: Path, old: str, new: str, fault: tuple[int, str]) -> None:
    assert fault in faults((HEAD.format(year=2566) + QUESTION).replace(old, new), tmp_path)


def test_an_overlay_without_a_fault_is_found_to_have_none(tmp_path: Path) -> None:
    assert faults(HEAD.format(year=2566) + QUESTION, tmp_path) == []
