"""The installation's own frameworks are looked at before the first page."""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.frameworks.new_year import begin
from prongsai.web.frameworks.installed import own_files


def test_without_a_folder_there_is_nothing_to_say(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRONGSAI_FRAMEWORKS", raising=False)
    assert own_files() == []


def test_a_sound_folder_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(2570, tmp_path)
    monkeypatch.setenv("PRONGSAI_FRAMEWORKS", str(tmp_path))
    assert own_files() == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRONGSAI_FRAMEWORKS", str(tmp_path / "gone"))
    assert [one.id for one in own_files()] == ["frameworks.E001"]


def test_a_fault_is_told_with_file_and_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = begin(2570, tmp_path) / "framework.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "odd: 1\n", encoding="utf-8")
    monkeypatch.setenv("PRONGSAI_FRAMEWORKS", str(tmp_path))
    (told,) = own_files()
    assert told.id == "frameworks.E002" and str(file) in told.msg and "unknown key 'odd'" in told.msg
