"""One report as every kind of paper: seconds, memory and how much of it is read right, beside other programs."""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PIL import Image
from rapidfuzz import fuzz

from prongsai.core.reports.project import project
from prongsai.core.reports.reading_json import to_json
from prongsai.core.reports.sheet import cells
from prongsai.documents.readers import read
from prongsai.documents.readers.isolated import PageRead, Whole, read_apart
from prongsai.documents.readers.kinds import kind_of
from prongsai.documents.writers import write
from prongsai.layouts import load_form
from tests.bench.documents import source
from tests.bench.watched import watched
from tests.factories.scans import drawn, scanned
from tests.factories.scoring import score, squeeze

FORM = "full-with-disclosures"
SCANNED_PAGES = 5
#: The others, and the kind of file that each can read here.
OTHERS = {"docx": "unstructured", "pdf": "camelot"}
_WHERE = Path("var") / "bench"


def main() -> None:
    """The table."""
    with TemporaryDirectory() as folder:
        _all(Path(folder))


def _all(folder: Path) -> None:
    form = load_form(FORM)
    report = project(read(source().read_bytes()).reading, form)
    expected = [cell.text for table in cells(report, form).tables for row in table.rows for cell in row]
    files = {"txt": source()}
    for format in ("docx", "xlsx", "pdf"):
        files[format] = folder / f"report.{format}"
        files[format].write_bytes(write(report, form, format))
    files["scan"] = folder / "report.tiff"
    pictures = [scanned(page, seed) for seed, page in enumerate(drawn(files["pdf"].read_bytes())[:SCANNED_PAGES])]
    first, *others = map(Image.fromarray, pictures)
    first.save(files["scan"], compression="jpeg", dpi=(200, 200), save_all=True, append_images=others)
    _head()
    for kind, path in files.items():
        _ours(kind, path, _first_pages(files["pdf"]) if kind == "scan" else expected, to_json(report), folder)
    _others(files, expected, folder)


def _head() -> None:
    print(f"{'file':<8} {'program':<14} {'seconds':>8} {'MB':>7} {'cells right':>14}  {'whole':>6}  note")


def _row(kind: str, program: str, seconds: float, megabytes: float, right: str, whole: str, note: str = "") -> None:
    print(f"{kind:<8} {program:<14} {seconds:>8.2f} {megabytes:>7.0f} {right:>14}  {whole:>6}  {note}", flush=True)


def _ours(kind: str, path: Path, expected: Sequence[str], truth: dict[str, Any], folder: Path) -> None:
    """``prongsai read`` as a person runs it, from start to end of the program."""
    done = watched([str(Path(sys.executable).parent / "prongsai"), "read", str(path), "--json"], folder=folder)
    if done.code:
        _row(kind, "prongsai", done.seconds, done.megabytes, "–", "–", f"exit code {done.code}")
        return
    found = _cells_of(path) if kind != "txt" else []
    right = _right(expected, found) if found else "–"
    whole = "–" if kind == "scan" else f"{score(truth, json.loads(done.out)):.3f}"
    note = ""
    if kind == "scan":
        note = f"{done.seconds / SCANNED_PAGES:.1f} s a page; cells alike {_alike(expected, found):.3f}"
    _row(kind, "prongsai", done.seconds, done.megabytes, right, whole, note)


def _cells_of(path: Path) -> list[str]:
    data = path.read_bytes()
    found = []
    for event in read_apart(kind_of(data), data, ""):
        if isinstance(event, (Whole, PageRead)):
            found += [cell.text for table in event.source.document.tables for row in table.rows for cell in row.cells]
    return found


def _right(expected: Sequence[str], found: Sequence[str]) -> str:
    """How many of the cells with text were found to the letter, white space aside."""
    wanted = Counter(_letters(text) for text in expected if text.strip())
    have = Counter(_letters(text) for text in found if text.strip())
    return f"{(wanted & have).total()} of {wanted.total()}"


def _first_pages(pdf: Path) -> list[str]:
    """The cells of the pages that are scanned, as their text layer has them."""
    data = pdf.read_bytes()
    pages = read_apart(kind_of(data), data, "", only=range(1, SCANNED_PAGES + 1))
    tables = [table for event in pages if isinstance(event, PageRead) for table in event.source.document.tables]
    return [cell.text for table in tables for row in table.rows for cell in row.cells]


def _alike(expected: Sequence[str], found: Sequence[str]) -> float:
    """The mean likeness (0 to 1) of each cell with text and the likest one that was found."""
    wanted = [_letters(text) for text in expected if text.strip()]
    have = [_letters(text) for text in found]
    return statistics.mean(max(fuzz.ratio(text, other) for other in have) for text in wanted) / 100


def _letters(text: str) -> str:
    """As it is compared: without white space, and ำ as one letter."""
    return re.sub("ํ([่-๋]?)า", r"\1ำ", squeeze(text))


def _others(files: dict[str, Path], expected: Sequence[str], folder: Path) -> None:
    python = _environment()
    for kind, program in OTHERS.items():
        if python is None:
            print(f"{kind:<8} {program:<14} could not be installed here")
            continue
        script = str(Path(__file__).with_name("others.py"))
        done = watched([str(python), script, program, str(files[kind])], folder=folder)
        if done.code:
            _row(kind, program, done.seconds, done.megabytes, "–", "–", f"exit code {done.code}")
        else:
            found = json.loads(done.out[done.out.index(b"[") :])
            _row(kind, program, done.seconds, done.megabytes, _right(expected, found), "–")


def _environment() -> Path | None:
    """The Python of an environment with the other programs, made at the first run; None where it cannot be."""
    python = _WHERE / "bin" / "python"
    words = [
        [sys.executable, "-m", "venv", str(_WHERE)],
        [str(python), "-m", "pip", "install", "--quiet", "camelot-py", "unstructured[docx]"],
    ]
    if not (_WHERE / "done").exists():
        for command in words:
            if subprocess.run(command, check=False, env=dict(os.environ), capture_output=True).returncode:
                return None
        (_WHERE / "done").touch()
    return python.absolute()
