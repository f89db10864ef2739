"""The manual's way to a new year is walked: its commands are run as they stand, and FY2570 is there."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from prongsai import frameworks
from prongsai.core.framework.origin import Confidence
from prongsai.frameworks.new_year import begin

PAGE = Path(__file__).parents[2] / "docs" / "how-to" / "new-year.md"
_BLOCK = re.compile(r"^ *```sh\n(.*?)^ *```$", re.M | re.S)


def commands() -> list[str]:
    """Every command of the page, in order."""
    lines = "".join(_BLOCK.findall(PAGE.read_text(encoding="utf-8"))).splitlines()
    return [line.strip() for line in lines if line.strip()]


def walk(folder: Path) -> dict[str, str]:
    """Runs the page's commands in a folder; each command with what it printed."""
    printed, environment = {}, dict(os.environ)
    for command in commands():
        words = shlex.split(command)
        if words[0] == "export":
            name, _, value = words[1].partition("=")
            environment[name] = value
            continue
        assert words[0] == "prongsai", command
        run = [str(Path(sys.executable).with_name("prongsai")), *words[1:]]
        done = subprocess.run(  # noqa: S603 - the commands of our own manual
            run, cwd=folder, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, (command, done.stdout, done.stderr)
        printed[" ".join(words[1:3])] = done.stdout
    return printed


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder in which FY2570 was begun, which the installation uses."""
    begin(2570, tmp_path)
    monkeypatch.setenv("PRONGSAI_FRAMEWORKS", str(tmp_path))
    return tmp_path


def test_the_page_is_walked_and_the_new_year_is_there(tmp_path: Path) -> None:
    printed = walk(tmp_path)
    assert printed["frameworks new"].strip() == "frameworks/ita/2570"
    assert "no faults" in printed["frameworks check"]
    assert printed["frameworks list"].splitlines()[-1] == "ita/2570"
    assert "95.00" in printed["score --framework"] and "ผ่านดี" in printed["score --framework"]


def test_the_new_year_serves_itself_and_no_longer_provisionally(own: Path) -> None:
    framework, provisional = frameworks.newest_for(2570)
    assert (framework.year, framework.own, provisional) == (2570, True, False)
    assert [item.code for item in framework.items] == [item.code for item in frameworks.load("ita", 2569).items]


def test_everything_that_is_carried_over_says_so(own: Path) -> None:
    framework = frameworks.load("ita", 2570)
    entries = (framework.items, framework.questions, framework.levels, framework.calendar, framework.scales)
    origins = [one.origin for each in entries for one in each]
    assert all(one.source.startswith("as in 2569: ") for one in origins)
    assert Confidence.CERTAIN not in {one.confidence for one in origins}
    assert {phase.opens.year for phase in framework.calendar} == {2026, 2027}


def test_a_year_that_is_there_already_is_not_written_over(own: Path) -> None:
    with pytest.raises(FileExistsError):
        begin(2570, own)


def test_there_is_nothing_to_begin_from_before_the_first_year(tmp_path: Path) -> None:
    with pytest.raises(frameworks.NoFramework):
        begin(2500, tmp_path)
