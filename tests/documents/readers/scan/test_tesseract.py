"""What tesseract is asked, when it is ended, and what is said where it is missing."""

import stat
import time

import numpy as np
import pytest

from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.scan import tesseract
from prongsai.documents.readers.scan.ink import Box
from prongsai.documents.readers.scan.tesseract import Letter, read_lines

LINE = np.full((30, 200), 255, dtype=np.uint8)


@pytest.fixture(autouse=True)
def _forget():
    tesseract._program.cache_clear()
    yield
    tesseract._program.cache_clear()


def stand_in(folder, monkeypatch, body):
    """A program of that name which knows both languages and does what ``body`` says."""
    program = folder / "tesseract"
    program.write_text(f'#!/bin/sh\nif [ "$1" = --list-langs ]; then echo eng; echo tha; exit; fi\n{body}\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", f"{folder}:/usr/bin:/bin")


ROW = "5\\t%s\\t1\\t1\\t1\\t1\\t10\\t5\\t12\\t18\\t93.5\\t%s\\n"


def test_letters_come_back_with_their_pictures(tmp_path, monkeypatch):
    body = f"printf '{ROW % (1, 'A')}{ROW % (2, 'B')}' > $2.tsv; printf 'A\\n\\fB\\n\\f' > $2.txt"
    stand_in(tmp_path, monkeypatch, body)
    assert read_lines([LINE, LINE], time.monotonic() + 20) == [
        (Letter("A", 0.935, Box(10, 5, 22, 23)),),
        (Letter("B", 0.935, Box(10, 5, 22, 23)),),
    ]


def test_one_that_hangs_is_ended_at_the_deadline_with_its_children(tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, f"sleep 60 & echo $! > {tmp_path}/child; wait")
    begun = time.monotonic()
    assert read_lines([LINE], begun + 1.5) == [None]
    assert time.monotonic() - begun < 30
    child = (tmp_path / "child").read_text().strip()
    state = f"/proc/{child}/stat"
    for _ in range(50):
        try:
            with open(state) as told:  # noqa: PTH123 - a file of the kernel
                if told.read().split()[2] == "Z":
                    break
        except FileNotFoundError:
            break
        time.sleep(0.1)
    else:
        pytest.fail("the child of the program still runs")


def test_after_the_deadline_nothing_is_started(tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, f"touch {tmp_path}/started")
    assert read_lines([LINE], time.monotonic() - 1) == [None]
    assert not (tmp_path / "started").exists()


def test_one_that_fails_leaves_its_lines_unread(tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, "exit 3")
    assert read_lines([LINE], time.monotonic() + 20) == [None]


def test_where_it_is_missing_the_packages_are_named(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refusal, match="tesseract-ocr tesseract-ocr-tha"):
        read_lines([LINE], time.monotonic() + 5)


def test_where_its_thai_is_missing_the_packages_are_named(tmp_path, monkeypatch):
    stand_in(tmp_path, monkeypatch, "")
    (tmp_path / "tesseract").write_text("#!/bin/sh\necho eng\n")
    with pytest.raises(Refusal, match="tesseract-ocr-tha"):
        read_lines([LINE], time.monotonic() + 5)


def letter(text, sure, left, right):
    return Letter(text, sure, Box(left, 0, right, 20))


def test_thai_takes_the_place_of_doubtful_latin():
    first = (letter("A.W.", 0.6, 0, 40), letter("ง", 0.95, 50, 60))
    second = (letter("ก", 0.9, 0, 10), letter("พ", 0.9, 20, 30), letter("ด", 0.9, 50, 60))
    assert "".join(one.text for one in tesseract._better(first, second)) == "กพง"


def test_english_stays_where_thai_is_less_sure():
    first = (letter("Policy", 0.8, 0, 60),)
    assert tesseract._better(first, (letter("ฟ", 0.3, 0, 20), letter("ๆ", 0.5, 30, 50))) == first


def test_english_is_not_taken_for_a_mixture_of_digits():
    first = (letter("E-Service", 0.6, 0, 60),)
    assert tesseract._better(first, (letter("๒", 0.9, 0, 20), letter("5", 0.9, 30, 50))) == first
