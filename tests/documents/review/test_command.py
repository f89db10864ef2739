"""``prongsai review`` as a person calls it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from prongsai.cli import main

HEAD = "รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖\nเทศบาลตำบลท่าโขง อำเภอบ้านหมี่ จังหวัดลพบุรี\n\n"
COLUMNS = "มาตรการ/กิจกรรม\tวิธีดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินการ\n"
SOUND = "กำกับการยืมทรัพย์สิน\tจัดทำทะเบียนคุมการยืม\tกองคลัง\tปีงบประมาณ ๒๕๖๖\tมีทะเบียนคุมครบทุกกอง\n"
COPIED = "เผยแพร่คู่มือการให้บริการ\tทบทวนคู่มือ\tกองช่าง\tปีงบประมาณ ๒๕๖๖\tอบต.หนองแสงเผยแพร่คู่มือแล้ว\n"


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    file = tmp_path / "report.txt"
    file.write_text(HEAD + COLUMNS + SOUND + COPIED, "utf-8")
    return file


def _json(text: str) -> Any:
    return json.loads(text)


def test_it_tells_findings_like_a_linter(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(paper)]) == 1
    first, last = capsys.readouterr().out.splitlines()
    assert first.startswith("บรรทัด 6 มาตรการที่ 2 › ผลการดำเนินการ ข้อ 1: A01 ต้องแก้ไข: กล่าวถึง “อบต.หนองแสง”")
    assert last == "พบ ๑ ข้อ: ต้องแก้ไข ๑"


def test_it_speaks_english(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(paper), "--lang", "en"]) == 1
    assert capsys.readouterr().out.startswith("line 6 measure 2 › result 1: A01 must be put right: “อบต.หนองแสง”")


def test_it_exits_with_0_where_nothing_is_found(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    paper.write_text(HEAD + COLUMNS + SOUND, "utf-8")
    assert main(["review", str(paper)]) == 0
    assert capsys.readouterr().out == "ไม่พบข้อทักท้วง\n"


def test_it_exits_with_2_where_a_file_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(tmp_path / "nowhere.txt")]) == 2
    assert "nowhere.txt" in capsys.readouterr().err


def test_it_takes_only_some_checks_or_all_but_some(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", str(paper), "--skip", "a01"]) == 0
    assert main(["review", str(paper), "--only", "Y01,Y02"]) == 0
    assert main(["review", str(paper), "--only", "A01"]) == 1
    with pytest.raises(SystemExit):
        main(["review", str(paper), "--only", "Z99"])
    assert "Z99" in capsys.readouterr().err


def test_it_asks_no_results_of_a_plan(paper: Path) -> None:
    paper.write_text(HEAD + COLUMNS + SOUND.replace("มีทะเบียนคุมครบทุกกอง", ""), "utf-8")
    assert main(["review", str(paper)]) == 1
    assert main(["review", str(paper), "--as-plan"]) == 0


def test_it_holds_the_paper_to_what_is_known_of_the_agency(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    known = ["--agency-name", "อบต.หนองแสง", "--kind", "subdistrict_organisation", "--province", "ขอนแก่น"]
    assert main(["review", str(paper), "--json", *known]) == 1
    found = _json(capsys.readouterr().out)
    assert {one["path"] for one in found if one["code"] == "A06"} == {"agency", "province"}


def test_it_prints_json_with_both_languages(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["review", str(paper), "--json"])
    (found,) = _json(capsys.readouterr().out)
    assert (found["code"], found["severity"], found["line"]) == ("A01", "error", 6)
    assert found["path"] == "measures[1].result[0]"
    assert set(found["what"]) == {"th", "en"}
    assert re.fullmatch("[0-9a-f]{16}", found["fingerprint"])


def test_it_prints_a_table_of_checks_by_files(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "other.txt"
    other.write_text(HEAD + COLUMNS + SOUND, "utf-8")
    assert main(["review", str(paper), str(other), "--table"]) == 1
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert rows == [
        ["", str(paper), str(other), "รวม"],
        ["A01 มีชื่อหน่วยงานอื่น", "1", "", "1"],
        ["รวม", "1", "0", "1"],
    ]


def test_sarif_names_rule_place_and_line(paper: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["review", str(paper), "--sarif"])
    made = _json(capsys.readouterr().out)
    (run,) = made["runs"]
    (result,) = run["results"]
    assert made["version"] == "2.1.0"
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "A01"
    assert result["level"] == "error"
    place = result["locations"][0]["physicalLocation"]
    assert place["region"] == {"startLine": 6}
    assert place["artifactLocation"]["uri"].endswith("/report.txt")
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "measures[1].result[0]"


def test_sarif_has_no_lines_of_what_is_no_text(paper: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from docx import Document

    document = Document()
    document.add_paragraph("รายงานผลการดำเนินการ ประจำปีงบประมาณ พ.ศ. ๒๕๖๖ เทศบาลตำบลท่าโขง อำเภอบ้านหมี่ จังหวัดลพบุรี")
    table = document.add_table(0, 5)
    for line in (COLUMNS, COPIED):
        for cell, text in zip(table.add_row().cells, line.strip().split("\t"), strict=True):
            cell.text = text
    file = tmp_path / "report.docx"
    document.save(str(file))
    main(["review", str(file), "--sarif", "--only", "A01"])
    (result,) = _json(capsys.readouterr().out)["runs"][0]["results"]
    assert "region" not in result["locations"][0]["physicalLocation"]
