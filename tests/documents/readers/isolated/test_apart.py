"""A file is read in a process that may hang, burst or lie: the application goes on, and the other pages are read."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

import pytest

from prongsai.documents.readers import Refusal
from prongsai.documents.readers.isolated import Lost, Opened, PageRead, process, read_apart
from prongsai.documents.readers.isolated.limits import MOST_LOST_IN_ROW, PARSING
from prongsai.documents.readers.isolated.parent import Event
from prongsai.documents.readers.kinds import FileKind


@pytest.fixture(autouse=True)
def _misbehaving(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another program in place of the reader, and less patience than with real files."""
    monkeypatch.setattr(process, "_WORKER", "tests.documents.readers.isolated.worker")
    monkeypatch.setitem(process._LIMITS, "begins", 1.5)


def read(words: str, *only: int) -> list[Event]:
    return list(read_apart(FileKind.PDF, words.encode(), "แบบ ก.pdf", only=only))


def pages(events: list[Event]) -> list[int | str]:
    """The numbers of the pages that were read, and the reasons of those that were not."""
    return [event.number if isinstance(event, PageRead) else event.why.th for event in events[1:]]  # type: ignore[union-attr]


def test_every_page_comes_in_order() -> None:
    events = read("well well well well")
    assert events[0] == Opened(3)
    assert pages(events) == [1, 2, 3]


def test_only_the_pages_that_are_wanted_are_read() -> None:
    assert pages(read("well well well well", 2)) == [2]


@pytest.mark.parametrize("deed", ["breaks", "bursts", "babbles", "floods", "lies"])
def test_a_page_that_breaks_the_process_never_costs_the_others(deed: str) -> None:
    first, lost, last = pages(read(f"well well {deed} well"))
    assert (first, last) == (1, 3)
    # On a busy machine the time is over before the flood has reached its limit.
    assert str(lost).startswith(("หน้า 2 อ่านไม่ได้จึงข้ามไป", "หน้า 2 ใช้เวลานานเกินไปจึงข้ามไป"))


def test_a_page_that_hangs_is_left_out_and_what_it_started_ends_with_it() -> None:
    events = read("well hangs well")
    assert pages(events) == ["หน้า 1 ใช้เวลานานเกินไปจึงข้ามไป โปรดสแกนหน้านี้ใหม่ หรือกรอกเอง", 2]
    assert not _hanging()


def _hanging() -> bool:
    for words in Path("/proc").glob("[0-9]*/cmdline"):
        with contextlib.suppress(OSError):
            if b"prongsai-hangs-on" in words.read_bytes():
                return True
    return False


def test_after_several_broken_pages_in_a_row_the_rest_is_given_up() -> None:
    events = read("well " + "breaks " * (MOST_LOST_IN_ROW + 2))
    told = pages(events)
    assert len(told) == MOST_LOST_IN_ROW + 2
    assert all("ไม่ได้อ่านหน้านี้" in str(why) for why in told[MOST_LOST_IN_ROW:])


def test_pages_that_hang_in_a_row_are_over_within_half_a_minute() -> None:
    starting = 2  # seconds that a process takes to begin and open the file, on a busy machine
    assert starting + MOST_LOST_IN_ROW * (PARSING + starting) <= 30


def test_broken_pages_between_sound_ones_do_not_give_up_the_rest() -> None:
    told = pages(read("well" + " breaks well" * (MOST_LOST_IN_ROW + 1)))
    assert [number for number in told if isinstance(number, int)] == [2, 4, 6, 8]


@pytest.mark.parametrize("deed", ["breaks", "bursts", "babbles"])
def test_a_file_that_breaks_the_process_at_once_is_refused(deed: str) -> None:
    with pytest.raises(Refusal, match="โปรดบันทึกไฟล์ใหม่"):
        read(f"{deed} well")


def test_a_file_that_hangs_while_it_is_opened_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "OPENING", 1.5)
    with pytest.raises(Refusal, match="นานเกินไป"):
        read("hangs well")


def test_a_page_refused_by_its_reader_says_its_reason() -> None:
    assert pages(read("well refuses")) == ["ไม่มีโปรแกรมอ่านภาพ"]


def test_closing_ends_the_process() -> None:
    events = read_apart(FileKind.PDF, b"well well hangs", "")
    assert isinstance(next(events), Opened)
    assert isinstance(next(events), PageRead)
    events.close()
    for _ in range(50):
        if not _hanging():
            return
        time.sleep(0.1)
    raise AssertionError("the process goes on")


def test_the_name_of_a_picture_leads_nowhere_else() -> None:
    (_, page) = read("well climbs")
    assert isinstance(page, PageRead)
    assert page.picture is None


def test_a_name_may_hold_anything() -> None:
    events = list(read_apart(FileKind.PDF, b"well well", "a\0b\udcff" + "ก" * 5000))
    assert not any(isinstance(event, Lost) for event in events)
