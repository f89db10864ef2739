"""The command ``prongsai import``."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from prongsai.core.reports.reading import Places, Reading
from prongsai.documents import readers
from prongsai.documents.readers.document import Document, Source
from prongsai.documents.readers.report import DoubtfulValue
from prongsai.web.agencies.models import Membership
from prongsai.web.imports.command import add_to
from prongsai.web.imports.models import ReportImport
from prongsai.web.measures import queries as plans
from prongsai.web.measures.models import Plan
from tests.cast import Cast
from tests.web.imports.paper import DATA, LINES, PLACES, READING
from tests.web.processes import run


@dataclass(frozen=True)
class Report:
    """What a reader returns, as far as an import asks for it."""

    reading: Reading = READING
    places: Places = field(default_factory=lambda: PLACES)
    source_lines: tuple[str, ...] = LINES
    source: Source = field(default_factory=lambda: Source(Document(()), LINES))
    doubtful: tuple[DoubtfulValue, ...] = ()


def main(arguments: list[str]) -> int:
    """The command as the program ``prongsai`` calls it."""
    parser = argparse.ArgumentParser()
    add_to(parser.add_subparsers())
    options = parser.parse_args(["import", *arguments])
    code: int = options.run(options)
    return code


@pytest.fixture
def paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The small paper as a file, and a reader that finds it."""
    monkeypatch.setattr(readers, "read", lambda data, name: Report())
    path = tmp_path / "รายงาน.txt"
    path.write_bytes(DATA)
    return str(path)


def test_it_tells_what_was_read_and_what_is_to_be_checked(
    cast: Cast, paper: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([paper, "--agency", "tha-khong"]) == 1
    said = capsys.readouterr().out
    made = ReportImport.objects.of(cast.agency).get()
    assert made.by == cast.somying
    assert "measures: 2" in said
    assert "ต้องตรวจ 2 จุด" in said
    assert "งานการเจ้าหน้าที่" in said
    assert f"/a/tha-khong/imports/{made.pk}/" in said
    assert plans.plan_of(cast.agency, 2566) is None


def test_with_accept_it_makes_the_plan(cast: Cast, paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([paper, "--agency", "tha-khong", "--by", "somying", "--accept"]) == 1
    assert plans.plan_of(cast.agency, 2566) is not None
    assert "/a/tha-khong/2566/plan/" in capsys.readouterr().out


def test_without_anything_to_check_it_answers_0(cast: Cast, paper: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "read", lambda data, name: Report(Reading(agency=cast.agency.name, fiscal_year=2566)))
    assert main([paper, "--agency", "tha-khong"]) == 0


def test_a_year_can_be_named(cast: Cast, paper: str) -> None:
    assert main([paper, "--agency", "tha-khong", "--accept", "--year", "2568"]) == 1
    assert plans.plan_of(cast.agency, 2568) is not None


def test_an_unknown_agency_is_refused_with_near_ones(
    cast: Cast, paper: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([paper, "--agency", "tha-kong"]) == 2
    told = capsys.readouterr().err
    assert "tha-khong" in told
    assert "nong-saeng" not in told


@pytest.mark.parametrize("username", ["wichai", "somsak", "nobody"])
def test_who_may_not_import_is_refused_with_those_who_may(
    cast: Cast, paper: str, capsys: pytest.CaptureFixture[str], username: str
) -> None:
    assert main([paper, "--agency", "tha-khong", "--by", username]) == 2
    assert "somying" in capsys.readouterr().err
    assert not ReportImport.objects.of(cast.agency).exists()


def test_an_agency_without_a_coordinator_is_told(cast: Cast, paper: str, capsys: pytest.CaptureFixture[str]) -> None:
    Membership.objects.of(cast.agency).filter(person=cast.somying).delete()
    assert main([paper, "--agency", "tha-khong"]) == 2
    assert "นำเข้ารายงานของหน่วยงานนี้ไม่ได้" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["ไม่มี.txt", ".", "รายงาน.docx"])
def test_a_file_that_cannot_be_read_is_refused(
    cast: Cast, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (tmp_path / "รายงาน.docx").write_bytes(b"PK\x03\x04" + bytes(60))
    assert main([str(tmp_path / name), "--agency", "tha-khong"]) == 2
    assert "Traceback" not in capsys.readouterr().err
    assert not ReportImport.objects.of(cast.agency).exists()


def test_a_refused_plan_answers_2_and_leaves_the_import_to_be_checked(
    cast: Cast, paper: str, capsys: pytest.CaptureFixture[str]
) -> None:
    main([paper, "--agency", "tha-khong", "--accept"])
    assert main([paper, "--agency", "tha-khong", "--accept"]) == 2
    assert "มีแผนอยู่แล้ว" in capsys.readouterr().err
    assert ReportImport.objects.of(cast.agency).filter(state="read").count() == 1


@pytest.mark.parametrize("year", ["0", "-2569", "2026", "9999", "99999999999999999999"])
def test_a_year_that_nobody_plans_for_is_refused(
    cast: Cast, paper: str, capsys: pytest.CaptureFixture[str], year: str
) -> None:
    assert main([paper, "--agency", "tha-khong", "--accept", f"--year={year}"]) == 2
    assert "ปี" in capsys.readouterr().err
    assert not Plan.objects.of(cast.agency).exists()


def test_a_name_in_another_encoding_is_kept_as_far_as_it_can_be_read(cast: Cast, paper: str) -> None:
    old = Path(paper).with_name("ita-" + os.fsdecode("รายงาน".encode("tis-620")) + ".txt")
    Path(paper).rename(old)
    assert main([str(old), "--agency", "tha-khong"]) == 1
    name = ReportImport.objects.of(cast.agency).get().file_name
    assert name.startswith("ita-\ufffd") and name.endswith(".txt")


@pytest.mark.parametrize(
    "words",
    [("import", __file__, "--agency", "tha-khong"), ("person", "password", "somying")],
    ids=["import", "person"],
)
def test_without_an_installation_the_way_to_one_is_told(tmp_path: Path, words: tuple[str, ...]) -> None:
    ended = run(tmp_path, "-m", "prongsai.cli", *words)
    assert ended.returncode == 2 and "prongsai agency add" in ended.stderr
    assert "Traceback" not in ended.stderr
