"""What ``prongsai review`` does when it is called: reading, looking over, telling."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from prongsai.core.review.checks import CHECKS
from prongsai.core.review.review import fingerprints
from prongsai.core.review.subject import About, AgencyFacts
from prongsai.core.sentence import Sentence
from prongsai.documents.read_command import read_file
from prongsai.documents.readers import Refusal
from prongsai.documents.readers.kinds import FileKind, kind_of
from prongsai.documents.review import review_reading
from prongsai.documents.review.baseline import NOTHING, Baseline, read_baseline, written
from prongsai.documents.review.reviewed import Reviewed
from prongsai.documents.review.sarif import to_sarif
from prongsai.documents.review.telling import as_json, as_lines, as_table
from prongsai.strict_yaml import Faulty

#: A paper that is no file: its findings without those of the codes that are switched off.
Papers = Callable[[Collection[str]], Reviewed]
CODES = {check.CODE for check in CHECKS}


def run(arguments: argparse.Namespace, more: Sequence[Papers] = ()) -> int:
    """Print the findings; 0 where there are none, 1 where there are some, 2 where a file is refused.

    ``more`` are papers that are no files: each is asked for its findings without the codes that are switched off.
    """
    if not arguments.files and not more:
        return _tell(
            "โปรดบอกไฟล์ที่จะตรวจ หรือ --plan หน่วยงาน/ปี\nPlease name the files to look over, or --plan AGENCY/YEAR."
        )
    try:
        known = read_baseline(arguments.baseline) if arguments.baseline else NOTHING
        skipped = arguments.skip | set(known.switched_off) | (CODES - arguments.only if arguments.only else set())
        files = [_reviewed(name, arguments, skipped) for name in arguments.files]
        files += [paper(skipped) for paper in more]
        if arguments.write_baseline:
            return _write_baseline(arguments, files)
    except Refusal as refusal:
        return _tell(f"{refusal.sentence.th}\n{refusal.sentence.en}")
    except Faulty as faulty:
        return _tell(str(faulty))
    except OSError as fault:
        return _tell(f"เปิดหรือเขียนไฟล์ {fault.filename} ไม่ได้: {fault.strerror}\n{fault.filename}: {fault.strerror}")
    left = [_without_accepted(file, known) for file in files]
    _print(files, left, known, arguments)
    _tell_stale(known, {mark for file in files for mark in file.fingerprints})
    return 1 if any(file.findings for file in left) else 0


def _tell(text: str) -> int:
    sys.stderr.write(f"{text}\n")
    return 2


def _reviewed(name: str, arguments: argparse.Namespace, skipped: Collection[str]) -> Reviewed:
    report = read_file(name)
    facts = AgencyFacts(arguments.agency_name, arguments.kind, arguments.province, arguments.district)
    found = review_reading(
        report.reading,
        report.places,
        report.source_lines,
        facts,
        pages=report.source.page_of_line,
        about=About.PLAN if arguments.as_plan else About.REPORT,
        switched_off=skipped,
    )
    is_text = name == "-" or kind_of(Path(name).read_bytes(), name) is FileKind.TEXT
    return Reviewed(name, found, fingerprints(found), is_text)


def _without_accepted(file: Reviewed, known: Baseline) -> Reviewed:
    pairs = zip(file.findings, file.fingerprints, strict=True)
    left = [(finding, mark) for finding, mark in pairs if not known.accepts(mark)]
    return replace(file, findings=tuple(one for one, _ in left), fingerprints=tuple(mark for _, mark in left))


def _print(files: list[Reviewed], left: list[Reviewed], known: Baseline, arguments: argparse.Namespace) -> None:
    if arguments.sarif:  # what is accepted stands there too, as suppressed
        lines: Iterable[str] = [json.dumps(to_sarif(files, known, arguments.lang), ensure_ascii=False, indent=1)]
    elif arguments.json:
        lines = [json.dumps(as_json(left), ensure_ascii=False, indent=1)]
    else:
        lines = as_table(left, arguments.lang) if arguments.table else as_lines(left, arguments.lang)
    sys.stdout.buffer.write(("\n".join(lines) + "\n").encode())


def _tell_stale(known: Baseline, found: set[str]) -> None:
    for entry in known.stale(found):
        told = Sentence(
            f"ไม่พบข้อทักท้วงนี้แล้ว ลบออกจากไฟล์ได้: {entry.fingerprint} {entry.code} {entry.where}",
            f"no longer found, it may be taken out: {entry.fingerprint} {entry.code} {entry.where}",
        )
        sys.stderr.write(f"{told.th}\n{told.en}\n")


def _write_baseline(arguments: argparse.Namespace, files: list[Reviewed]) -> int:
    target: Path = arguments.write_baseline
    before = read_baseline(target) if target.exists() else NOTHING
    target.write_text(written(files, before, arguments.lang), "utf-8")
    count = sum(len(file.findings) for file in files)
    sys.stderr.write(
        f"เขียน {target} แล้ว ({count} ข้อ) โปรดเขียนเหตุผลในแต่ละข้อ ข้อที่ไม่มีเหตุผลยังแสดงอยู่\n"
        f"{target} is written ({count} findings). Please write a reason for each: without one it is still told.\n"
    )
    return 0
