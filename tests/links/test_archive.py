"""What links showed is kept so that other programmes read it, and no kill loses or mixes it."""

from __future__ import annotations

import dataclasses
import multiprocessing
import signal
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from prongsai.core.links.link import Failure, Fetched, Hop
from prongsai.core.links.receipt import Receipt
from prongsai.links.archive import Answer, Unsound, file_of, keep, read_kept
from prongsai.links.checking import Kept

AT = datetime(2026, 4, 2, 1, 2, 3, 456789, tzinfo=UTC)
URL = "https://www.nongphailai.go.th/o12?ปี=2566"
SLUG = "nongphailai"
BODY = "<html><title>แผนดำเนินงาน</title>".encode() * 50


def answer(body: bytes = BODY, at: datetime = AT, **more: object) -> Fetched:
    headers = {
        "content-type": "text/html",
        "content-encoding": "gzip",
        "content-disposition": "inline; filename=แผน.html",
    }
    whole = Fetched(URL, at, final_url=URL, status=200, headers=headers, body=body, size=len(body))
    return dataclasses.replace(whole, **more)  # type: ignore[arg-type]  # each test knows its fields


def receipt(kept: Kept, fetched: Fetched) -> Receipt:
    return Receipt(1, fetched.url, fetched.at, 200, kept.sha256, len(fetched.body), kept.file, kept.offset, kept.length)


def records(path: Path) -> list[tuple[str, bytes]]:
    """Type and payload of every record; raises where a digest is wrong or the file is torn."""
    with path.open("rb") as file:
        return [(one.rec_type, one.content_stream().read()) for one in ArchiveIterator(file, check_digests="raise")]


def test_an_answer_is_read_back_as_it_came(tmp_path: Path) -> None:
    (kept,) = keep(tmp_path, SLUG, [Answer(answer())], agent="prongsai/1")
    assert (kept.file, kept.sha256) == ("nongphailai/2569-04.warc.gz", sha256(BODY).hexdigest())
    shown = read_kept(tmp_path, kept)
    assert (shown.url, shown.at, shown.status, shown.body) == (URL, AT, 200, BODY)
    assert dict(shown.headers)["content-length"] == str(len(BODY))
    assert dict(shown.headers)["x-archive-orig-content-encoding"] == "gzip"


def test_the_request_and_the_way_stand_beside_it(tmp_path: Path) -> None:
    led = answer(url="http://nongphailai.go.th/o12", hops=(Hop("http://nongphailai.go.th/o12", 301),), took=0.25)
    (kept,) = keep(tmp_path, SLUG, [Answer(led)], agent="prongsai/1")
    found = records(tmp_path / kept.file)
    assert [kind for kind, _ in found] == ["warcinfo", "response", "request", "metadata"]
    assert b"via: http://nongphailai.go.th/o12 301\r\nfetchTimeMs: 250" in found[3][1]


def test_the_month_is_that_of_bangkok() -> None:
    assert file_of(SLUG, datetime(2026, 3, 31, 18, tzinfo=UTC)) == "nongphailai/2569-04.warc.gz"


def test_a_batch_goes_to_the_file_of_each_month_and_comes_back_in_order(tmp_path: Path) -> None:
    days = [AT, AT + timedelta(days=40), AT + timedelta(seconds=1)]
    kept = keep(tmp_path, SLUG, [Answer(answer(str(day).encode(), day)) for day in days])
    assert [one.file[-15:] for one in kept] == ["2569-04.warc.gz", "2569-05.warc.gz", "2569-04.warc.gz"]
    assert [read_kept(tmp_path, one).body for one in kept] == [str(day).encode() for day in days]


def test_the_same_bytes_are_not_kept_twice(tmp_path: Path) -> None:
    noise = bytes(range(256)) * 40
    (first,) = keep(tmp_path, SLUG, [Answer(answer(noise))])
    former = receipt(first, answer(noise))
    later = AT + timedelta(days=7)
    same, silent = keep(
        tmp_path,
        SLUG,
        [Answer(answer(noise, later), former), Answer(answer(b"", later, status=304, unchanged=True), former)],
    )
    for kept in (same, silent):
        shown = read_kept(tmp_path, kept)
        assert (shown.body, shown.same_as, kept.sha256) == (None, AT, first.sha256)
    assert [kind for kind, _ in records(tmp_path / same.file)].count("revisit") == 2


def test_other_bytes_are_kept_whole_though_there_was_a_receipt(tmp_path: Path) -> None:
    (first,) = keep(tmp_path, SLUG, [Answer(answer())])
    (second,) = keep(tmp_path, SLUG, [Answer(answer(b"new"), receipt(first, answer()))])
    assert read_kept(tmp_path, second).body == b"new"


def test_where_nothing_came_nothing_is_kept(tmp_path: Path) -> None:
    for fetched in (answer(failure=Failure.TIME_OUT), answer(status=None)):
        with pytest.raises(ValueError, match="nothing came"):
            keep(tmp_path, SLUG, [Answer(fetched)])
    with pytest.raises(ValueError, match="needs the receipt"):
        keep(tmp_path, SLUG, [Answer(answer(unchanged=True))])
    with pytest.raises(ValueError, match="address"):
        keep(tmp_path, "../etc", [Answer(answer())])
    assert not list(tmp_path.iterdir())


def test_plain_tools_find_the_same_hash(tmp_path: Path) -> None:
    (kept,) = keep(tmp_path, SLUG, [Answer(answer())])
    run = "import sys; from warcio.cli import main; main(sys.argv[1:])"
    command = [sys.executable, "-c", run]
    where = str(tmp_path / kept.file)
    subprocess.run([*command, "check", where], check=True)  # noqa: S603  # our own arguments
    payload = subprocess.run(  # noqa: S603
        [*command, "extract", "--payload", where, str(kept.offset)], check=True, capture_output=True
    ).stdout
    assert sha256(payload).hexdigest() == kept.sha256


@pytest.mark.parametrize("torn", [b"\x1f", b"\x1f\x8b\x08\x00", b"\0" * 4096, BODY])
def test_a_torn_end_is_cut_off_before_the_next_answer(tmp_path: Path, torn: bytes) -> None:
    (first,) = keep(tmp_path, SLUG, [Answer(answer())])
    path = tmp_path / first.file
    whole = path.read_bytes()
    path.write_bytes(whole + torn)
    (second,) = keep(tmp_path, SLUG, [Answer(answer(b"second"))])
    assert second.offset == len(whole)
    assert [payload for kind, payload in records(path) if kind == "response"] == [BODY, b"second"]


def test_half_a_record_is_cut_off_even_where_the_note_of_the_end_is_lost(tmp_path: Path) -> None:
    (first,) = keep(tmp_path, SLUG, [Answer(answer())])
    path = tmp_path / first.file
    whole = path.read_bytes()
    path.write_bytes(whole + whole[first.offset : first.offset + first.length // 2])
    path.with_name(path.name + ".lock").unlink()
    (second,) = keep(tmp_path, SLUG, [Answer(answer(b"second"))])
    assert second.offset == len(whole)
    assert read_kept(tmp_path, first).body == BODY


def test_damage_in_the_middle_costs_nothing_behind_it(tmp_path: Path) -> None:
    first, second = keep(tmp_path, SLUG, [Answer(answer(b"first")), Answer(answer(b"second"))])
    path = tmp_path / first.file
    data = bytearray(path.read_bytes())
    data[first.offset + 30] ^= 0xFF
    path.write_bytes(data)
    path.with_name(path.name + ".lock").unlink()
    (third,) = keep(tmp_path, SLUG, [Answer(answer(b"third"))])
    assert third.offset == len(data)
    assert read_kept(tmp_path, second).body == b"second"
    with pytest.raises(Unsound):
        read_kept(tmp_path, first)


def test_a_sound_end_that_was_not_noted_is_kept(tmp_path: Path) -> None:
    """Killed between the writing and the note."""
    (first,) = keep(tmp_path, SLUG, [Answer(answer())])
    lock = tmp_path / (first.file + ".lock")
    note = lock.read_bytes()
    (second,) = keep(tmp_path, SLUG, [Answer(answer(b"second"))])
    lock.write_bytes(note)
    keep(tmp_path, SLUG, [Answer(answer(b"third"))])
    assert read_kept(tmp_path, second).body == b"second"


def test_what_was_changed_on_disk_is_told(tmp_path: Path) -> None:
    first, second = keep(tmp_path, SLUG, [Answer(answer(b"first")), Answer(answer(b"other"))])
    with pytest.raises(Unsound, match="SHA-256"):
        read_kept(tmp_path, dataclasses.replace(second, sha256=first.sha256))
    with pytest.raises(Unsound, match="not whole"):
        read_kept(tmp_path, dataclasses.replace(first, length=first.length // 2))
    with pytest.raises(Unsound, match="missing"):
        read_kept(tmp_path, dataclasses.replace(first, file="nongphailai/2570-01.warc.gz"))
    with pytest.raises(ValueError, match="outside"):
        read_kept(tmp_path, dataclasses.replace(first, file="../../etc/passwd"))


def keep_many(root: Path, mark: bytes, times: int) -> None:
    """Appends answers one by one; a function of the module, so that another process can run it."""
    for at in range(times):
        keep(root, SLUG, [Answer(answer(mark * 2000 + str(at).encode()))])


def test_two_processes_do_not_mix(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    both = [context.Process(target=keep_many, args=(tmp_path, mark, 20)) for mark in (b"a", b"b")]
    for one in both:
        one.start()
    for one in both:
        one.join()
    found = [payload for kind, payload in records(tmp_path / file_of(SLUG, AT)) if kind == "response"]
    assert sorted(found) == sorted(mark * 2000 + str(at).encode() for mark in (b"a", b"b") for at in range(20))


def test_a_kill_in_the_middle_costs_what_was_being_written_and_nothing_else(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    path = tmp_path / file_of(SLUG, AT)
    for at in range(3):
        process = context.Process(target=keep_many, args=(tmp_path, bytes([65 + at]), 10_000))
        process.start()
        size = path.stat().st_size if path.exists() else 0
        while not path.exists() or path.stat().st_size < size + 4000:
            time.sleep(0.001)
        process.kill()
        process.join()
        assert process.exitcode == -signal.SIGKILL
    (kept,) = keep(tmp_path, SLUG, [Answer(answer(b"after"))])
    assert read_kept(tmp_path, kept).body == b"after"
    found = [payload for kind, payload in records(path) if kind == "response"]
    assert {one[:1] for one in found} == {b"A", b"B", b"C", b"a"}


NAMES = st.text("abcdefgh", min_size=1, max_size=8)


@settings(max_examples=30)  # each waits for the disk
@given(st.dictionaries(NAMES, st.text(max_size=30), max_size=4), st.binary(max_size=200), st.integers(100, 999))
def test_whatever_servers_say_is_read_back(headers: dict[str, str], body: bytes, status: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (kept,) = keep(root, SLUG, [Answer(answer(body, headers=headers, status=status))])
        shown = read_kept(root, kept)
        assert (shown.body, shown.status) == (body, status)
        assert [name for name, _ in shown.headers] == [*headers, "content-length"]
