"""Known findings: written, given a reason, accepted, gone stale; and files that are refused."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from prongsai.cli import main
from tests.documents.review.test_command import COLUMNS, COPIED, HEAD, SOUND

NO_REASON = 'reason: ""'


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(HEAD + COLUMNS + SOUND + COPIED, "utf-8")
    return file


@pytest.fixture
def known(paper: Path, tmp_path: Path) -> Path:
    """The baseline of the paper as it is written."""
    file = tmp_path / "known.yaml"
    assert main(["review", str(paper), "--write-baseline", str(file)]) == 0
    return file


def _give_reason(file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace(NO_REASON, 'reason: "ชื่อพื้นที่ที่ไปช่วยงานจริง"'), "utf-8")


def test_what_has_no_reason_is_still_told(paper: Path, known: Path) -> None:
    assert NO_REASON in known.read_text("utf-8")
    assert main(["review", str(paper), "--baseline", str(known)]) == 1


def test_what_has_a_reason_is_accepted_though_its_row_has_moved(paper: Path, known: Path) -> None:
    _give_reason(known)
    assert main(["review", str(paper), "--baseline", str(known)]) == 0
    paper.write_text(HEAD + "\n\n" + COLUMNS + COPIED + SOUND, "utf-8")
    assert main(["review", str(paper), "--baseline", str(known)]) == 0


def test_a_new_finding_is_told_beside_accepted_ones(
    paper: Path, known: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _give_reason(known)
    paper.write_text(paper.read_text("utf-8") + SOUND.replace("มีทะเบียนคุม", "อบต.โคกแสงมีทะเบียนคุม"), "utf-8")
    capsys.readouterr()
    assert main(["review", str(paper), "--baseline", str(known), "--only", "A01", "--json"]) == 1
    assert [one["quote"] for one in json.loads(capsys.readouterr().out)] == ["อบต.โคกแสง"]


def test_sarif_shows_what_is_accepted_as_suppressed(
    paper: Path, known: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _give_reason(known)
    capsys.readouterr()
    assert main(["review", str(paper), "--baseline", str(known), "--sarif"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert result["suppressions"] == [{"kind": "external", "justification": "ชื่อพื้นที่ที่ไปช่วยงานจริง"}]


def test_what_is_no_longer_found_is_told(paper: Path, known: Path, capsys: pytest.CaptureFixture[str]) -> None:
    _give_reason(known)
    paper.write_text(HEAD + COLUMNS + SOUND, "utf-8")
    assert main(["review", str(paper), "--baseline", str(known)]) == 0
    assert "no longer found" in capsys.readouterr().err


def test_writing_it_again_keeps_the_reasons(paper: Path, known: Path) -> None:
    _give_reason(known)
    assert main(["review", str(paper), "--write-baseline", str(known)]) == 0
    assert "ชื่อพื้นที่ที่ไปช่วยงานจริง" in known.read_text("utf-8")


def test_a_paper_without_findings_makes_an_empty_one(paper: Path, tmp_path: Path) -> None:
    paper.write_text(HEAD + COLUMNS + SOUND, "utf-8")
    file = tmp_path / "none.yaml"
    main(["review", str(paper), "--write-baseline", str(file)])
    assert main(["review", str(paper), "--baseline", str(file)]) == 0


def test_a_check_is_switched_off_with_a_day_and_a_reason(paper: Path, tmp_path: Path) -> None:
    file = tmp_path / "off.yaml"
    entry = 'schema: 1\nfindings: []\nswitched_off:\n  - {code: A01, since: 2026-01-05, reason: "%s"}\n'
    file.write_text(entry % "รายงานร่วมสองหน่วยงาน", "utf-8")
    assert main(["review", str(paper), "--baseline", str(file)]) == 0
    file.write_text(entry % "", "utf-8")
    assert main(["review", str(paper), "--baseline", str(file)]) == 2


ENTRY = '{fingerprint: "0123456789abcdef", code: A01, where: x, what: y, reason: z}'


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("schema: 1\nfindings:\n  - {fingerprint: '0123456789abcdef', code: A01, where: x, what: y}\n", 3, "reason"),
        (f"schema: 1\nfindings:\n  - {ENTRY}\n  - {ENTRY}\n", 4, "stands already"),
        (f"schema: 1\nfindings:\n  - {ENTRY.replace('A01', 'Z99')}\n", 3, "Z99"),
        (f"schema: 1\nfindings:\n  - {ENTRY.replace('cdef', 'XX')}\n", 3, "hexadecimal"),
        ("schema: 1\nfindings: []\nextra: 1\n", 3, "extra"),
        ("schema: 1\nschema: 1\nfindings: []\n", 2, "schema"),
        ("schema: 7\nfindings: []\n", 1, "schema 1"),
        ("schema: 1\nfindings: [x]\n", 2, "mapping"),
        ("[]\n", 1, "mapping"),
    ],
)
def test_a_faulty_one_is_refused_by_file_and_line(
    paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, line: int, said: str
) -> None:
    file = tmp_path / "faulty.yaml"
    file.write_text(text, "utf-8")
    assert main(["review", str(paper), "--baseline", str(file)]) == 2
    told = capsys.readouterr().err
    assert f"faulty.yaml:{line}: " in told
    assert said in told


def test_one_that_is_not_there_is_told(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(paper), "--baseline", str(tmp_path / "gone.yaml")]) == 2
    assert "gone.yaml" in capsys.readouterr().err
