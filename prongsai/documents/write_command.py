"""``prongsai write``: a Reading as an official document; ``prongsai forms``: what there is to write it in."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

from prongsai.core.reports.layout import FormLayout
from prongsai.core.reports.reading import Reading
from prongsai.core.reports.reading_json import NotAReading, from_json
from prongsai.core.sentence import Sentence
from prongsai.documents.writers import FORMATS, Names, WriterUnavailable, write
from prongsai.frameworks import newest_for
from prongsai.layouts import load_forms

#: Later than any framework: a report without a year takes the newest names.
_NO_YEAR = 9999


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Register the two commands."""
    writing = subparsers.add_parser("write", help="เขียนรายงานจาก Reading (write a report from a Reading)")
    writing.add_argument("reading", metavar="READING.json", help="ไฟล์ JSON หรือ - (a JSON file, or - for stdin)")
    writing.add_argument("--form", required=True, help="แบบรายงาน ดู prongsai forms (the form; see prongsai forms)")
    writing.add_argument("--format", choices=FORMATS, help="ถ้าไม่ระบุ ใช้นามสกุลของ -o (else from the name after -o)")
    writing.add_argument("-o", "--output", required=True, type=Path, help="ไฟล์ที่จะเขียน (the file to write)")
    writing.set_defaults(run=run_write)
    forms = subparsers.add_parser("forms", help="แสดงแบบรายงานที่มี (list the forms)")
    forms.set_defaults(run=run_forms)


def run_write(arguments: argparse.Namespace) -> int:
    """Write the document; 0, or 2 with a sentence that says what is wrong and what to do."""
    try:
        reading, form = _reading(arguments.reading), _form(arguments.form)
        kind = arguments.format or arguments.output.suffix.lstrip(".").lower()
        if kind not in FORMATS:
            raise _Refused(_unknown("รูปแบบ", "format", kind, FORMATS))
        made = write(reading, form, kind, names=_names(reading))
        _save(arguments.output, made)
    except _Refused as refused:
        return _tell(refused.sentence)
    except WriterUnavailable as missing:
        return _tell(missing.sentence)
    return 0


def run_forms(arguments: argparse.Namespace) -> int:
    """One line a form: its id, its Thai and its English name."""
    for form in load_forms():
        sys.stdout.write(f"{form.id}\t{form.name_th}\t{form.name_en}\n")
    return 0


class _Refused(Exception):
    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


def _tell(sentence: Sentence) -> int:
    sys.stderr.write(f"{sentence.th}\n{sentence.en}\n")
    return 2


def _reading(name: str) -> Reading:
    try:
        text = sys.stdin.read() if name == "-" else Path(name).read_text(encoding="utf-8")
        return from_json(json.loads(text))[0]
    except OSError as fault:
        raise _Refused(
            Sentence(f"เปิดไฟล์ {name} ไม่ได้: {fault.strerror}", f"{name} cannot be opened: {fault.strerror}")
        ) from fault
    except (NotAReading, ValueError, RecursionError) as fault:
        raise _Refused(
            Sentence(
                f"{name} ไม่ใช่ผลการอ่านของ Prongsai ({fault}) สร้างใหม่ได้ด้วย prongsai read ไฟล์ --json",
                f"{name} is not a Reading of Prongsai ({fault}); make one with: prongsai read FILE --json",
            )
        ) from fault


def _form(wanted: str) -> FormLayout:
    forms = {form.id: form for form in load_forms()}
    if wanted not in forms:
        raise _Refused(_unknown("แบบรายงาน", "form", wanted, sorted(forms)))
    return forms[wanted]


def _unknown(th: str, en: str, found: str, known: Iterable[str]) -> Sentence:
    names = ", ".join(known)
    return Sentence(f'ไม่รู้จัก{th} "{found}" เลือกจาก: {names}', f'Unknown {en} "{found}"; choose one of: {names}')


def _names(reading: Reading) -> Names:
    """Names of the framework of the report's year, or of the newest there is."""
    framework, _provisional = newest_for(reading.fiscal_year or _NO_YEAR)
    return Names(
        {str(indicator.number): indicator.name for indicator in framework.indicators},
        {part.code: part.name for part in framework.sub_indicators},
    )


def _save(target: Path, made: bytes) -> None:
    try:
        target.write_bytes(made)
    except OSError as fault:
        raise _Refused(
            Sentence(f"เขียนไฟล์ {target} ไม่ได้: {fault.strerror}", f"{target} cannot be written: {fault.strerror}")
        ) from fault
