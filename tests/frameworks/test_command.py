"""``prongsai frameworks list`` and ``prongsai frameworks check``."""

from __future__ import annotations

import argparse
from pathlib import Path

import pytest

from prongsai.frameworks import command


def run(*words: str) -> int:
    """The exit code of a command line."""
    parser = argparse.ArgumentParser()
    command.add_to(parser.add_subparsers())
    arguments = parser.parse_args(["frameworks", *words])
    code: int = arguments.run(arguments)
    return code


def test_it_lists_kinds_and_years(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("list") == 0
    assert "ita/2566" in capsys.readouterr().out.splitlines()


def test_it_finds_no_fault_in_what_is_shipped(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check") == 0
    assert "no faults" in capsys.readouterr().out


def test_it_prints_file_and_line_of_every_fault(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "framework.yaml"
    file.write_text("schema: 1\nkind: ita\nodd: 1\n", encoding="utf-8")
    assert run("check", str(tmp_path)) == 1
    lines = capsys.readouterr().out.splitlines()
    assert f"{file}:3: ไม่รู้จักคำว่า “odd” (unknown key 'odd')" in lines
    assert all(line.startswith(f"{file}:") for line in lines)


def test_it_says_where_there_is_nothing_to_check(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("check", str(tmp_path / "nowhere")) == 2
    assert "framework.yaml" in capsys.readouterr().err
