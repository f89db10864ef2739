"""What is no report is refused in words, quickly and in little memory; nothing else is ever raised."""

import random
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.documents.readers import Refusal, read

MEGABYTE = 1024 * 1024
HEADER = "มาตรการ\tวิธีดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา\tผลการดำเนินการ\n"


def noise(size):
    return random.Random(size).randbytes(size)  # noqa: S311  # the same noise at every run, not a secret


FILES = {
    "random": (lambda: noise(10 * MEGABYTE), "10.0 MB"),
    "random-but-small": (lambda: noise(4 * MEGABYTE), "ไม่ใช่ข้อความ"),
    "binary": (lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 400, "ไม่ใช่ข้อความ"),
    "pdf": (lambda: b"%PDF-1.7\n" + bytes(2000), "PDF"),
    "archive": (lambda: b"PK\x03\x04" + bytes(2000), "โปรดแตกไฟล์"),
    "old-word": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "บันทึกเป็น .docx"),
    "locked": (
        lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(2000),
        "เอารหัสผ่านออก",
    ),
    "rich-text": (lambda: rb"{\rtf1\ansi report}", "บันทึกเป็น .docx"),
    "camera": (lambda: b"\0\0\0\x18ftypheic" + bytes(2000), ".jpg"),
    "empty": (lambda: b"", "ไม่มีข้อความ"),
    "blank": (lambda: "\ufeff \n\t\n".encode(), "ไม่มีข้อความ"),
    "large-text": (lambda: ("รายงานผล " * 2_000_000).encode()[: 50 * MEGABYTE], "เกินขนาดที่รับได้ 5 MB"),
    "million-cells": (lambda: (HEADER + "ก\t" * 1_000_000).encode(), "50,000 ช่อง"),
    "million-cells-html": (lambda: ("<table>" + "<tr>" + "<td>" * 1_000_000).encode(), "50,000 ช่อง"),
    "million-cells-bars": (lambda: ("|ก" * 1_000_000).encode(), "50,000 ช่อง"),
}


#: The command with no more memory of its own than that: what it inherits of its parent does not count.
IN_LITTLE_MEMORY = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_DATA, (300 << 20, 300 << 20))
os.execv(sys.argv[1], sys.argv[1:])
"""


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_with_a_sentence_exit_code_2_and_little_memory(name, tmp_path):
    make, expected = FILES[name]
    path = tmp_path / f"{name}.txt"
    path.write_bytes(make())
    command = str(Path(sys.executable).parent / "prongsai")
    words = [sys.executable, "-c", IN_LITTLE_MEMORY, command, "read", str(path), "--json"]
    done = subprocess.run(words, capture_output=True, text=True, encoding="utf-8")  # noqa: S603  # our own program
    assert (done.returncode, done.stdout) == (2, "")
    assert expected in done.stderr
    assert f"{name}.txt" in done.stderr
    assert "Traceback" not in done.stderr


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=4000) | st.text(max_size=2000).map(str.encode))
def test_any_bytes_are_read_or_refused(data):
    try:
        read(data, "ไฟล์")
    except Refusal as refusal:
        assert refusal.sentence.th


PIECES = st.sampled_from(
    [
        *"\t\n|<>&-☐☑/๑๒1.()",
        "| --- | --- |\n",
        "<table>",
        "<tr>",
        "<td rowspan=3>",
        "<td colspan=99999>",
        "</td>",
        "</table>",
        "<p>",
        "<li>",
        "มาตรการ",
        "วิธีดำเนินการ",
        "ผู้รับผิดชอบ",
        "ระยะเวลา",
        "ผลการดำเนินการ",
        "ตัวชี้วัด",
        "คะแนน",
        "องค์ประกอบด้านข้อมูล",
        "ข้อ",
        "O12",
        "บันทึกข้อความ",
        "ส่วนราชการ",
        "ลงชื่อ",
        "(ต่อ)",
        "กองคลัง",
        "ต.ค. ๖๕ - ก.ย. ๖๖",
        "ปีงบประมาณ ๒๕๖๖",
        "เทศบาลตำบล",
        "จังหวัด",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=120).map("".join))
def test_any_heap_of_the_words_and_tags_of_reports_is_read_or_refused(text):
    try:
        read(text.encode())
    except Refusal as refusal:
        assert refusal.sentence.th
