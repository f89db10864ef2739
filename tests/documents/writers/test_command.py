"""``prongsai write`` makes the file, or says in both languages why not and changes nothing."""

import argparse
import io
import json
import math
import sys

import pytest

from prongsai.core.reports.reading_json import to_json
from prongsai.documents.write_command import add_to
from prongsai.documents.writers import FORMATS
from tests.documents.writers.sample import REPORT

STARTS = {"docx": b"PK", "xlsx": b"PK", "pdf": b"%PDF", "html": b"<!DOCTYPE html>", "txt": "บันทึกข้อความ".encode()}
MEMO = to_json(REPORT)["memo"]


def _changed(**values):
    return json.dumps({**to_json(REPORT), **values})


def run(*words):
    parser = argparse.ArgumentParser()
    add_to(parser.add_subparsers())
    arguments = parser.parse_args(words)
    return arguments.run(arguments)


@pytest.fixture
def reading(tmp_path):
    path = tmp_path / "reading.json"
    path.write_text(json.dumps(to_json(REPORT)), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize("kind", FORMATS)
def test_it_writes_every_format_by_the_name_of_the_file(kind, reading, tmp_path):
    target = tmp_path / f"รายงาน.{kind}"
    assert run("write", reading, "--form", "half-year-with-memo", "-o", str(target)) == 0
    assert target.read_bytes().startswith(STARTS[kind])


def test_it_reads_standard_input_and_takes_the_names_of_the_framework(reading, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.StringIO(json.dumps(to_json(REPORT))))
    target = tmp_path / "out"
    assert run("write", "-", "--form", "full-with-disclosures", "--format", "txt", "-o", str(target)) == 0
    assert "ตัวชี้วัดย่อยที่ ๙.๑ ข้อมูลพื้นฐาน" in target.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "prongsai read"),
        ('{"agency": 1}', "prongsai read"),
        ("[" * 100_000, "prongsai read"),
        ("\x00\xff", "prongsai read"),
        ('{"places": []}', "$: missing key"),
        (_changed(places=[1]), "$.places: expected an object"),
        (_changed(places={"title": 1}), "$.places.title: expected a list"),
        (_changed(scores={"indicators": {}, "total": math.nan}), "$.scores.total"),
        (_changed(scores={"indicators": {}, "total": 10**400}), "$.scores.total"),
        (_changed(scores={"indicators": {"หนึ่ง": 1}, "total": None}), "$.scores.indicators"),
        (_changed(fiscal_year=10**12), "$.fiscal_year"),
        (_changed(memo={**MEMO, "date": "8 ก.พ. 66"}), "$.memo.date"),
        (_changed(memo={**MEMO, "date": "20230208"}), "$.memo.date"),
    ],
)
def test_what_is_not_a_reading_is_refused(text, said, tmp_path, capsys):
    source, target = tmp_path / "bad.json", tmp_path / "out.txt"
    source.write_text(text, encoding="utf-8")
    assert run("write", str(source), "--form", "half-year-with-memo", "-o", str(target)) == 2
    assert said in capsys.readouterr().err
    assert not target.exists()


def test_binary_input_and_a_missing_file_are_refused(tmp_path, capsys):
    binary = tmp_path / "a.json"
    binary.write_bytes(b"\xff\xfe\x00\x80")
    for source in (binary, tmp_path / "none.json", tmp_path):
        assert run("write", str(source), "--form", "half-year-with-memo", "-o", str(tmp_path / "o.txt")) == 2
        assert source.name in capsys.readouterr().err


def test_an_unknown_form_or_format_names_those_that_there_are(reading, tmp_path, capsys):
    assert run("write", reading, "--form", "none", "-o", str(tmp_path / "o.txt")) == 2
    assert "half-year-with-memo" in capsys.readouterr().err
    assert run("write", reading, "--form", "half-year-with-memo", "-o", str(tmp_path / "o.odt")) == 2
    assert "docx, pdf, xlsx, html, txt" in capsys.readouterr().err


def test_a_place_that_cannot_be_written_is_told(reading, tmp_path, capsys):
    assert run("write", reading, "--form", "half-year-with-memo", "-o", str(tmp_path / "none" / "o.txt")) == 2
    assert "เขียนไฟล์" in capsys.readouterr().err


def test_forms_are_listed(capsys):
    assert run("forms") == 0
    lines = capsys.readouterr().out.splitlines()
    assert "half-year-with-memo\tรายงานรอบ ๖ เดือน พร้อมบันทึกข้อความ\tSix-month report with memo" in lines
