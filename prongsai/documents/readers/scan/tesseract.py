"""Lines of text as pictures → letters, by the program tesseract in processes of its own, each with a time limit."""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import cv2

from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.readers.scan.ink import Box, Picture

#: Processes at once. Tesseract's own threads are off: with two of them a page took 95 seconds instead of three.
_AT_ONCE = 2
#: So many pixels of width go to one process: starting one costs 0.15 s, a line of a page about 0.03 s.
_WIDTH = 8_000
#: Seconds that one process may take, by its share of lines: a usual one takes 0.5 s.
_LONGEST = 20.0
_BOTH, _THAI = "tha+eng", "tha"
#: Of true English words it is surer than this: 0.93 and more.
_SURE_LATIN = 0.85
_LATIN = re.compile("[A-Za-z0-9]")
#: English read as Thai is a mixture of digits and signs.
_THAI_WORD = re.compile("[ก-ฺเ-ๅ็-๎.,=~+–-]+")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter, mark or Latin word as tesseract saw it: about where in its picture, and how sure of it, 0 to 1.

    ``spaced``: tesseract has a space before it. ``numeral``: our own reader of digits has read it.
    """

    text: str
    confidence: float
    box: Box
    spaced: bool = False
    numeral: bool = False


Read = tuple[Letter, ...] | None


def read_lines(pictures: Iterable[Picture], deadline: float) -> list[Read]:
    """The letters of each picture of one line, in order. None where there was no time left to look at it.

    Pictures may be made while earlier ones are read. ``deadline`` is a moment of ``time.monotonic()``: after it no
    process is started, and those that run are ended. Raises Refusal where tesseract or its Thai is not installed.
    """
    program = _program()
    with TemporaryDirectory(prefix="prongsai-scan-") as folder, ThreadPoolExecutor(_AT_ONCE) as pool:
        kept: list[Picture] = []
        jobs = [
            pool.submit(_batch, program, Path(folder) / str(at), batch, deadline, _BOTH)
            for at, batch in enumerate(_batches(pictures, kept))
        ]
        found = [read for job in jobs for read in job.result()]
        again = [at for at, read in enumerate(found) if read is not None and _is_thai_in_disguise(read)]
        job = pool.submit(_batch, program, Path(folder) / "thai", [kept[at] for at in again], deadline, _THAI)
        for at, read in zip(again, job.result(), strict=True):
            found[at] = _better(found[at], read)
    return found


def _is_thai_in_disguise(read: Sequence[Letter]) -> bool:
    """Whether tesseract is not sure of Latin letters or digits: ``A.W.`` is what it makes of ``ก.พ.``."""
    return any(_LATIN.search(letter.text) and letter.confidence < _SURE_LATIN for letter in read)


def _better(first: Read, second: Read) -> Read:
    """The first reading, with what the second has in Thai in place of each doubtful Latin word where it is surer."""
    if not first or not second:
        return first
    made: list[Letter] = []
    for letter in first:
        thai = [other for other in second if letter.box.left <= other.box.middle[0] < letter.box.right]
        doubtful = _LATIN.search(letter.text) and letter.confidence < _SURE_LATIN
        likely = thai and _THAI_WORD.fullmatch("".join(other.text for other in thai))
        made += thai if doubtful and likely and _mean(thai) > letter.confidence - 0.1 else [letter]
    return tuple(made)


def _mean(read: Sequence[Letter]) -> float:
    return sum(letter.confidence for letter in read) / len(read)


def _batches(pictures: Iterable[Picture], kept: list[Picture]) -> Iterator[list[Picture]]:
    """The pictures in shares of about one width, as they come; all of them are added to ``kept``."""
    batch: list[Picture] = []
    for picture in pictures:
        kept.append(picture)
        batch.append(picture)
        if sum(one.shape[1] for one in batch) >= _WIDTH:
            yield batch
            batch = []
    if batch:
        yield batch


def _batch(program: str, folder: Path, pictures: list[Picture], deadline: float, languages: str) -> list[Read]:
    left = min(_LONGEST, deadline - time.monotonic())
    if left <= 0 or not pictures:
        return [None] * len(pictures)
    folder.mkdir()
    names = []
    for at, picture in enumerate(pictures):
        names.append(folder / f"{at}.pgm")
        cv2.imwrite(str(names[-1]), picture)
    listed = folder / "list.txt"
    listed.write_text("".join(f"{name}\n" for name in names), encoding="utf-8")
    made = str(folder / "read")
    command = [program, str(listed), made, "-l", languages, "--psm", "7", "txt", "tsv"]
    if _run(command, left) is None:
        return [None] * len(pictures)
    texts = Path(f"{made}.txt").read_text(encoding="utf-8").split("\f")
    found = _letters(Path(f"{made}.tsv").read_text(encoding="utf-8"), len(pictures))
    return [_spaced(letters, text) for letters, text in zip(found, texts, strict=False)]


def _run(command: list[str], seconds: float) -> str | None:
    """What the command prints; None where it takes longer, after it was ended with all that it started."""
    process = subprocess.Popen(  # noqa: S603 - our own command, its path looked up, no shell
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        start_new_session=True,
    )
    try:
        output, _ = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.communicate()
        return None
    return output.decode("utf-8", errors="replace") if process.returncode == 0 else None


def _letters(table: str, count: int) -> list[list[Letter]]:
    """The letters of each picture out of tesseract's table, of which each Thai letter is a "word"."""
    made: list[list[Letter]] = [[] for _ in range(count)]
    for row in table.splitlines():
        parts = row.split("\t")
        if len(parts) == 12 and parts[0] == "5" and parts[11].strip():
            page, (left, top, width, height), sure = int(parts[1]), map(int, parts[6:10]), float(parts[10])
            box = Box(left, top, left + width, top + height)
            made[page - 1].append(Letter(parts[11].strip(), max(0.0, sure) / 100, box))
    return made


def _spaced(letters: Sequence[Letter], text: str) -> tuple[Letter, ...]:
    """The letters, told which of them have a space before them in the text: the table does not say."""
    made, at = [], 0
    text = " ".join(text.split())
    for letter in letters:
        spaced = text.startswith(" ", at)
        at += spaced
        made.append(replace(letter, spaced=spaced) if spaced else letter)
        at += len(letter.text) if text.startswith(letter.text, at) else 0
    return tuple(made)


@cache
def _program() -> str:
    """The path of tesseract, which has Thai and English."""
    path = shutil.which("tesseract")
    if path is None:
        raise _missing()
    listed = _run([path, "--list-langs"], _LONGEST)
    if listed is None or not set(_BOTH.split("+")) <= set(listed.split()):
        raise _missing()
    return path


def _missing() -> Refusal:
    return Refusal(
        "เครื่องนี้ยังอ่านเอกสารสแกนไม่ได้ โปรดให้ผู้ดูแลระบบติดตั้งด้วยคำสั่ง sudo apt-get install tesseract-ocr tesseract-ocr-tha "
        "ระหว่างนี้นำเข้าไฟล์ Word, Excel หรือ PDF ที่มีตัวอักษรได้ตามปกติ",
        "Scanned pages cannot be read on this machine yet. Please have this run on it: "
        "sudo apt-get install tesseract-ocr tesseract-ocr-tha. "
        "Word, Excel and PDF files with text can be imported meanwhile.",
    )
