"""``prongsai read``: a report as a short summary in Thai, or as the JSON of its Reading."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from prongsai.core.reports.reading import Reading
from prongsai.core.reports.reading_json import to_json
from prongsai.core.thai.digits import to_thai
from prongsai.documents.readers import ReadReport, Refusal
from prongsai.documents.readers.kinds import LARGEST, check_size
from prongsai.documents.readers.report import DoubtfulValue

_MOST_NOTES = 20


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the command."""
    reading = subparsers.add_parser("read", help="อ่านรายงาน (read a report)")
    reading.add_argument("file", metavar="FILE", help="ไฟล์รายงาน หรือ - (the report, or - for stdin)")
    reading.add_argument("--json", action="store_true", help="แสดงเป็น JSON (print the Reading as JSON)")
    reading.add_argument(
        "--places", action="store_true", help="JSON พร้อมตำแหน่งของทุกค่า (JSON with the place of every value)"
    )
    reading.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what was read; 0, or 2 with a sentence that says what is wrong with the file and what to do."""
    try:
        report = read_file(arguments.file)
    except Refusal as refusal:
        sys.stderr.write(f"{refusal.sentence.th}\n{refusal.sentence.en}\n")
        return 2
    if arguments.json or arguments.places:
        value = to_json(report.reading, report.places if arguments.places else None)
        if arguments.places:
            value["doubtful"] = [_doubtful(one) for one in report.doubtful]
        text = json.dumps(value, ensure_ascii=False, indent=1)
    else:
        text = "\n".join(_summary(report))
    sys.stdout.buffer.write(f"{text}\n".encode())
    return 0


def read_file(name: str) -> ReadReport:
    """The report in a file, or from the input where the name is "-". Raises Refusal."""
    from prongsai.documents.readers import read  # other commands do without it

    return read(_bytes(name), "" if name == "-" else Path(name).name, progress=_page_done)


def _page_done(number: int, of: int) -> None:
    """Tell a person at a terminal how far a long file is."""
    if of > 1 and sys.stderr.isatty():
        sys.stderr.write(f"\rอ่านแล้ว {number}/{of} หน้า" + ("\n" if number == of else ""))
        sys.stderr.flush()


def _doubtful(value: DoubtfulValue) -> dict[str, object]:
    """A doubtful word as JSON: the path of its value, how sure its reading is, and where it stands on its page."""
    region = value.word.region
    return {
        "path": value.path,
        "text": value.word.text,
        "confidence": round(value.word.confidence, 2),
        "page": region.page,
        "region": [round(edge, 4) for edge in (region.left, region.top, region.right, region.bottom)],
    }


def _bytes(name: str) -> bytes:
    """The bytes of a file; its size is asked before it is read, and no more than the limit is taken from a pipe."""
    try:
        if name == "-":
            return sys.stdin.buffer.read(LARGEST + 1)
        path = Path(name)
        if path.is_file():
            check_size(path.stat().st_size, path.name)
        with path.open("rb") as file:
            return file.read(LARGEST + 1)
    except OSError as fault:
        raise Refusal(
            f"เปิดไฟล์ {name} ไม่ได้: {fault.strerror} โปรดตรวจชื่อไฟล์",
            f"{name} cannot be opened: {fault.strerror}. Please check its name.",
        ) from fault


def _summary(report: ReadReport) -> Iterator[str]:
    """A few lines that a person reads."""
    reading = report.reading
    yield f"รายงาน: {reading.title or 'ไม่พบชื่อรายงาน'}"
    yield f"หน่วยงาน: {_agency(reading)}"
    yield f"ปีงบประมาณ: {to_thai(reading.fiscal_year) if reading.fiscal_year else 'ไม่พบ'}"
    if reading.memo:
        yield f"บันทึกข้อความ: {reading.memo.subject or '-'} (ผู้ลงนาม {to_thai(len(reading.memo.signatories))} คน)"
    yield f"มาตรการ: {to_thai(len(reading.measures))}"
    yield f"รายการเปิดเผยข้อมูล: {to_thai(len(reading.disclosures))}"
    if reading.scores:
        total = f"{reading.scores.total:.2f}" if reading.scores.total is not None else "ไม่ระบุ"
        yield f"คะแนน: {to_thai(len(reading.scores.indicators))} ตัวชี้วัด รวม {to_thai(total)}"
    if report.doubtful:
        yield f"คำที่อ่านไม่ชัด: {to_thai(len(report.doubtful))}"
    yield f"ข้อสังเกต: {to_thai(len(reading.notes))}"
    yield from (f"  - {note.where}: {note.what}" for note in reading.notes[:_MOST_NOTES])
    if len(reading.notes) > _MOST_NOTES:
        yield f"  … อีก {to_thai(len(reading.notes) - _MOST_NOTES)} ข้อ ดูทั้งหมดด้วย --json"


def _agency(reading: Reading) -> str:
    place = [f"{kind}{name}" for kind, name in (("อำเภอ", reading.district), ("จังหวัด", reading.province)) if name]
    return " ".join([reading.agency or "ไม่พบชื่อหน่วยงาน", *place])
