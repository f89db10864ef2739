"""``prongsai score``: figures in, result out; bad input is a sentence and nothing else."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from prongsai import cli, frameworks

CASE_A = "100,97.89,99.83,98.77,99.56,98.32,97.65,98.25,100,100"
Capture = pytest.CaptureFixture[str]


def run(capsys: Capture, *words: str) -> tuple[int, str, str]:
    """Exit code, and what was printed and complained."""
    code = cli.main(["score", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def of_2566(capsys: Capture, figures: str, *words: str) -> tuple[int, str, str]:
    """The same for ten figures of FY2566."""
    return run(capsys, "--framework", "ita/2566", "--indicators", figures, *words)


def test_it_prints_instruments_total_and_level(capsys: Capture) -> None:
    code, out, err = of_2566(capsys, CASE_A)
    assert (code, err) == (0, "")
    assert "IIT   99.21 × 0.3  =  29.76" in out
    assert "คะแนนรวม 99.18 (total)" in out
    assert "ระดับ ผ่านดีเยี่ยม (Excellent pass)" in out


def test_the_manual_shows_what_it_prints(capsys: Capture) -> None:
    manual = Path(__file__).parents[3] / "docs" / "how-to" / "score.md"
    assert of_2566(capsys, CASE_A)[1] in manual.read_text(encoding="utf-8")


def test_json_has_five_keys_and_two_decimals(capsys: Capture) -> None:
    _code, out, _err = of_2566(capsys, CASE_A, "--json")
    assert out == '{"iit": 99.21, "eit": 98.07, "oit": 100.00, "total": 99.18, "level": "ผ่านดีเยี่ยม"}\n'
    assert list(json.loads(out)) == ["iit", "eit", "oit", "total", "level"]


def test_thai_digits_spaces_and_percent_signs_are_read(capsys: Capture) -> None:
    thai = "๑๐๐, ๙๗.๘๙, ๙๙.๘๓, ๙๘.๗๗, ๙๙.๕๖, ๙๘.๓๒, ๙๗.๖๕%, ๙๘.๒๕, ๑๐๐, ๑๐๐"
    assert run(capsys, "--framework", "ita/๒๕๖๖", "--indicators", thai, "--json") == of_2566(capsys, CASE_A, "--json")


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        (CASE_A.replace("97.65", "100.01"), "indicator 7: the score 100.01 is outside 0 to 100"),
        (CASE_A.replace("97.65", "-1"), "indicator 7: the score -1 is outside"),
        (CASE_A.removesuffix(",100"), "has 9 figures and needs 10"),
        (CASE_A + ",1", "has 11 figures and needs 10"),
        (CASE_A.replace("97.65", "ดี"), "indicator 7: “ดี” is no number"),
        (CASE_A.replace("97.65", "NaN"), "“NaN” is no number"),
        (CASE_A.replace("97.65", "1e2"), "“1e2” is no number"),
        (CASE_A.replace("97.65", ""), "nothing is known of indicator 7"),
    ],
)
def test_bad_figures_are_told_and_nothing_is_printed(capsys: Capture, figures: str, sentence: str) -> None:
    code, out, err = of_2566(capsys, figures)
    assert (code, out) == (2, "")
    assert sentence in err
    assert "โปรด" in err or "ต้องมี" in err, "Thai comes first, with the way out"


def test_every_bad_figure_is_told_at_once(capsys: Capture) -> None:
    _code, _out, err = of_2566(capsys, CASE_A.replace("97.65", "x").replace("98.25", "101"))
    assert "indicator 7" in err and "indicator 8" in err


def test_an_unknown_framework_is_told_with_those_there_are(capsys: Capture) -> None:
    code, out, err = run(capsys, "--framework", "ita/2599", "--indicators", CASE_A)
    assert (code, out) == (2, "")
    assert "ita/2566" in err and "framework.yaml" in err


def test_a_framework_may_be_a_file_or_its_folder(capsys: Capture, tmp_path: Path) -> None:
    shutil.copy(Path(frameworks.__file__).parent / "ita" / "2566" / "framework.yaml", tmp_path)
    for path in (tmp_path, tmp_path / "framework.yaml"):
        assert run(capsys, "--framework", str(path), "--indicators", CASE_A, "--json")[0] == 0


def test_a_file_that_says_only_what_is_different_is_laid_over_its_year(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "ours.yaml"
    head = "schema: 2\nkind: ita\nyear: 2566\nextends: ita/2566\n"
    rules = "rules:\n  method: total\n  places: 2\n  half: up\n  levels_compare: rounded\n"
    rest = "  disclosure_mean: sub_indicators\n  source: ours\n  confidence: likely\n"
    file.write_text(head + rules + rest, encoding="utf-8")
    code, out, err = run(capsys, "--framework", str(file), "--indicators", CASE_A, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out)["total"] == 99.19


def test_faults_of_a_framework_are_told_by_file_and_line(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "framework.yaml"
    file.write_text("schema: 2\nkind: ita\nodd: 1\n", encoding="utf-8")
    code, out, err = run(capsys, "--framework", str(file), "--indicators", CASE_A)
    assert (code, out) == (2, "")
    assert f"{file}:3" in err


def test_it_asks_for_something_to_score(capsys: Capture) -> None:
    code, _out, err = run(capsys, "--framework", "ita/2566")
    assert code == 2 and "--indicators" in err and "--answers" in err


def test_parts_of_the_eit_make_its_indicators(capsys: Capture) -> None:
    figures = CASE_A.replace("98.32,97.65,98.25", ",,")
    words = ("--framework", "ita/2568", "--indicators", figures, "--eit1", "90,90,90", "--eit2", "100,๑๐๐,100")
    assert json.loads(run(capsys, *words, "--json")[1])["eit"] == 95
    code, _out, err = run(capsys, *words[:-2])
    assert code == 2 and "EIT2-6, EIT2-7, EIT2-8" in err


def test_parts_are_refused_in_a_year_that_has_none(capsys: Capture) -> None:
    code, out, err = of_2566(capsys, CASE_A, "--eit1", "90,90,90")
    assert (code, out) == (2, "")
    assert "ไม่ได้แบ่ง EIT เป็นส่วน" in err


def test_an_unknown_kind_of_agency_is_told(capsys: Capture) -> None:
    code, out, err = of_2566(capsys, CASE_A, "--kind", "village")
    assert (code, out) == (2, "")
    assert "subdistrict_municipality" in err
    assert of_2566(capsys, CASE_A, "--kind", "subdistrict_municipality")[0] == 0


def test_it_unfolds_the_whole_result(capsys: Capture) -> None:
    _code, out, _err = of_2566(capsys, CASE_A, "--explain")
    assert "29.76 + 29.42 + 40.00 (ก่อนปัดเศษ 99.185 before rounding)" in out
    assert "98.073333 × 0.3 (ก่อนปัดเศษ 29.422 before rounding)" in out
    assert "(98.32 + 97.65 + 98.25) ÷ 3" in out
    assert "ตัวชี้วัดที่ 7  97.65  ประสิทธิภาพการสื่อสาร" in out


def test_it_unfolds_one_figure_alone(capsys: Capture) -> None:
    _code, out, _err = of_2566(capsys, CASE_A, "--explain", "eit")
    assert out.startswith("EIT  98.07  ")
    assert "99.21" not in out


def test_it_says_where_a_code_is_not_in_the_result(capsys: Capture) -> None:
    code, out, err = of_2566(capsys, CASE_A, "--explain", "O12")
    assert (code, out) == (2, "")
    assert "nothing is known of “O12”" in err
