"""Raw answers and results of items as files: read in every form, or told cell by cell."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
import xlsxwriter

from prongsai import cli, frameworks
from prongsai.documents.answers import read_answers
from prongsai.documents.readers.refusal import Refusal

EXAMPLES = Path(__file__).parents[3] / "example-data"
FILES = [str(EXAMPLES / name) for name in ("answers-iit-2566.csv", "answers-eit-2566.csv", "items-2566.csv")]
ALL = [word for file in FILES for word in ("--answers", file)]
Capture = pytest.CaptureFixture[str]
OF_2566 = frameworks.load("ita", 2566)


def run(capsys: Capture, *words: str) -> tuple[int, str, str]:
    """Exit code, and what was printed and complained."""
    code = cli.main(["score", "--framework", "ita/2566", *words])
    told = capsys.readouterr()
    return code, told.out, told.err


def read(text: str, encoding: str = "utf-8") -> list[str]:
    """The English sentences about a CSV file."""
    return [one.told.en for one in read_answers([("a.csv", text.encode(encoding))], OF_2566).problems]


def rows_of(file: str) -> list[list[str]]:
    """The cells of an example."""
    return list(csv.reader(io.StringIO(Path(file).read_text(encoding="utf-8-sig"))))


def workbook(rows: list[list[str]]) -> bytes:
    """The rows as a sheet: figures as numbers, as a spreadsheet keeps them."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
    return out.getvalue()


def test_the_examples_score(capsys: Capture) -> None:
    code, out, err = run(capsys, *ALL, "--json")
    assert (code, err) == (0, "")
    assert json.loads(out) == {"iit": 91.25, "eit": 90.29, "oit": 93.13, "total": 91.72, "level": "ผ่านดี"}


def test_a_figure_is_unfolded_down_to_the_answers(capsys: Capture) -> None:
    _code, out, _err = run(capsys, *ALL, "--explain", "1")
    rows = rows_of(FILES[0])
    column = rows[0].index("i1a")
    most = sum(row[column] == "4" for row in rows[1:])
    assert f"- มากที่สุด (Most): {most} คน × 100" in out
    assert "ผู้ตอบ 30 คน (respondents)" in out


def test_one_figure_is_told_though_others_are_missing(capsys: Capture) -> None:
    code, out, _err = run(capsys, "--answers", FILES[2], "--explain", "9.2")
    assert (code, out.splitlines()[0]) == (0, "9.2  87.50  การบริหารงาน")
    assert "O12  0.00" in out


def test_the_total_waits_for_what_is_missing(capsys: Capture) -> None:
    code, out, err = run(capsys, "--answers", FILES[2], "--answers", FILES[1])
    assert (code, out) == (2, "")
    assert "nothing is known of indicator 1, 2, 3, 4, 5" in err


def test_published_figures_complete_what_answers_do_not_tell(capsys: Capture) -> None:
    words = ("--indicators", "100,100,100,100,100,100,100,100,,", "--answers", FILES[2], "--json")
    assert json.loads(run(capsys, *words)[1])["oit"] == 93.13


def test_what_is_from_memory_is_told(capsys: Capture) -> None:
    assert "จากความจำ" in run(capsys, *ALL)[1]


def test_every_form_of_a_file_says_the_same() -> None:
    rows = rows_of(FILES[0])
    thai = "๐๑๒๓๔๕๖๗๘๙"
    words = {"0": "ไม่มี", "1": "มี"}
    yes_or_no = {rows[0].index(key) for key in ("i4a", "i26b", "i5c")}
    in_words = [
        [words.get(cell, cell) if at and column in yes_or_no else cell for column, cell in enumerate(row)]
        for at, row in enumerate(rows)
    ]
    as_text = {
        "utf-8": ",".join,
        "utf-8-sig": ";".join,
        "cp874": "\t".join,
    }
    wanted = read_answers([("a.csv", Path(FILES[0]).read_bytes())], OF_2566).answers
    for encoding, join in as_text.items():
        text = "\r\n".join(join(row) for row in in_words)
        assert read_answers([("b.csv", text.encode(encoding))], OF_2566).answers == wanted
    digits = [["".join(thai[int(one)] if one in "0123456789" else one for one in cell) for cell in row] for row in rows]
    text = "\n".join(",".join(row) for row in [rows[0], *digits[1:]])
    assert read_answers([("c.csv", text.encode())], OF_2566).answers == wanted
    assert read_answers([("d.xlsx", workbook(rows))], OF_2566).answers == wanted
    responses = [
        {key: int(cell) for key, cell in zip(rows[0], row, strict=True) if cell and key != "ลำดับ"} for row in rows[1:]
    ]
    assert read_answers([("e.json", json.dumps(responses).encode())], OF_2566).answers == wanted


def test_choices_may_be_written_in_words() -> None:
    text = "i2,i9,i26a\nมากที่สุด,น้อยที่สุดหรือไม่มีเลย,มี\nน้อย,ไม่มีเลย,ไม่มี\n๓,  มาก ,1\n"
    found = read_answers([("a.csv", text.encode())], OF_2566).answers
    assert found.counts == {"i2": {4: 1, 2: 1, 3: 1}, "i9": {1: 2, 3: 1}, "i26a": {1: 2, 0: 1}}


def test_headings_for_people_may_stand_above_the_keys() -> None:
    # The answers of a survey of our own are exported so.
    text = "รุ่นของแบบสอบถาม,ท่านได้รับมอบหมายงานอย่างเป็นธรรม\nversion,i13\n1,4\n1,3\n"
    assert read_answers([("a.csv", text.encode("utf-8-sig"))], OF_2566).answers.counts == {"i13": {4: 1, 3: 1}}


def test_what_was_not_answered_is_counted_nowhere() -> None:
    found = read_answers([("a.csv", b"no,i2,i9\n1,,4\n2,-,\n3\n")], OF_2566)
    assert (found.answers.counts, found.problems, len(found.responses)) == ({"i9": {4: 1}}, [], 1)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("i2,i9\n4,4\n5,4\n", "a.csv, row 3, column A: “5” is no choice of this question. Please use 1, 2, 3, 4"),
        ("i2,i4a\n4,2\n", "a.csv, row 2, column B: “2” is no choice of this question. Please use 0, 1"),
        ("i2,i99\n4,4\n", "a.csv, row 1, column B: ita/2566 has no question “i99”"),
        ("i1,i2\n4,4\n", "a.csv, row 1, column A: “i1” is no part of i1. Please use i1a, i1b."),
        ("i1a,I1A\n4,4\n", "a.csv, row 1, column B: i1a stands there already (column A)"),
        ("code,score\nO1,100\nO99,0\n", "a.csv, row 3, column A: ita/2566 has no code “O99”"),
        ("code,score\nO1,101\n", "a.csv, row 2, column B: The score “101” is outside 0 to 100"),
        ("รหัส,คะแนน\nO1,ครบ\n", "a.csv, row 2, column B: “ครบ” is no score"),
        ("code,score\nO1,100\nO๑,0\n", "a.csv, row 3, column A: O1 stands there already"),
    ],
)
def test_a_bad_cell_is_told_by_file_row_and_column(text: str, sentence: str) -> None:
    (told,) = read(text)
    assert told.startswith(sentence)


def test_every_bad_cell_is_told_and_nothing_is_printed(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "คำตอบ.csv"
    file.write_text("i2,i9\nดี,4\n4,7\n", encoding="cp874")
    code, out, err = run(capsys, "--answers", str(file))
    assert (code, out) == (2, "")
    assert "คำตอบ.csv แถว 2 คอลัมน์ A: “ดี” ไม่ใช่ตัวเลือกของข้อนี้" in err
    assert "คำตอบ.csv แถว 3 คอลัมน์ B" in err


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"name,age\nx,3\n", "has no headings that are known"),
        ("รหัส,คะแนน ปี 2567\nO1,100\n".encode(), "is of 2567, the framework of 2566"),
        (b'i2,i9\n"' + b"4," * 200_000, "cannot be read as a table"),
        (b"{", "is no valid JSON"),
        (b'{"a": 1}', "needs the shape"),
        (b"[1, 2]", "needs the shape"),
        (b"%PDF-1.7 not a table", "is no table of answers"),
        (b"", "is empty"),
        (b"\x00\x01\x02", "is not text"),
    ],
)
def test_a_file_of_another_kind_is_refused(data: bytes, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        read_answers([("a.csv", data)], OF_2566)


def test_bad_values_of_json_are_told_by_their_place() -> None:
    data = json.dumps({"responses": [{"i2": 4}, {"i2": 9, "i77": 1}], "items": {"O1": 100, "O2": 300, "O3": None}})
    found = read_answers([("a.json", data.encode())], OF_2566)
    assert [one.where.en for one in found.problems] == [
        "a.json responses 2 i2",
        "a.json responses 2 i77",
        "a.json items O2",
    ]
    assert found.scores["O3"] is None


def test_items_that_do_not_apply_are_out_of_the_score() -> None:
    found = read_answers([("a.csv", "รหัส,คะแนน\nO1,๑๐๐\nO2,-\n".encode())], OF_2566)
    assert [(code, one.score) for code, one in found.known().items.items()] == [("O1", 100), ("O2", None)]


def test_a_figure_is_given_only_once(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text("code,score\n1,50\n", encoding="utf-8")
    code, out, err = run(capsys, "--indicators", "1,2,3,4,5,6,7,8,9,10", "--answers", str(file))
    assert (code, out) == (2, "")
    assert "indicator 1 is given by --indicators and in a file" in err


def test_a_file_that_is_not_there_is_told(capsys: Capture, tmp_path: Path) -> None:
    code, out, err = run(capsys, "--answers", str(tmp_path / "none.csv"))
    assert (code, out) == (2, "")
    assert "none.csv" in err


def test_a_filled_template_of_results_scores_too(capsys: Capture, tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    rows = ["รหัส,ชื่อ,คะแนน ปี 2566,หมายเหตุ", *(f"{number},,90," for number in range(1, 11)), "รวม,,90.5,", "ระดับ,,ผ่านดี,"]
    file.write_text("\n".join(rows), encoding="utf-8-sig")
    _code, out, _err = run(capsys, "--answers", str(file))
    assert "คะแนนรวม 90.50" in out
    assert "total ประกาศไว้ 90.50 แต่ส่วนย่อยคำนวณได้ 90.00" in out
