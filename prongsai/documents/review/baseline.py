"""Known findings that a person has accepted, each with a reason; and checks that are switched off, since when and why.

A file of YAML, read strictly: unknown and doubled entries are faults by file and line.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from prongsai.core.review.checks import CHECKS
from prongsai.documents.review.reviewed import Reviewed
from prongsai.strict_yaml import Marked, Reader

#: The version of the shape of these files.
SCHEMA = 1
_FINGERPRINT = re.compile("[0-9a-f]{16}")
_CODES = {check.CODE for check in CHECKS}


@dataclass(frozen=True, slots=True)
class Known:
    """A known finding. Without a reason it is not accepted yet; ``where`` and ``what`` are for the person who reads."""

    fingerprint: str
    code: str
    where: str
    what: str
    reason: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known: findings by fingerprint, and codes of checks that are switched off with their reasons."""

    findings: dict[str, Known]
    switched_off: dict[str, str]

    def accepts(self, fingerprint: str) -> bool:
        """Whether the finding is known and a person has said why it may stay."""
        return bool((known := self.findings.get(fingerprint)) and known.reason.strip())

    def stale(self, fingerprints: Collection[str]) -> list[Known]:
        """Entries of which no finding is left."""
        return [known for key, known in self.findings.items() if key not in fingerprints]


NOTHING = Baseline({}, {})


def read_baseline(path: Path) -> Baseline:
    """The baseline of a file. Raises Faulty with all faults, OSError where it cannot be opened."""
    reader = Reader(path)
    root = reader.read()
    kinds = {"schema": int, "switched_off": list, "findings": list}
    top = reader.take(root, kinds, frozenset({"switched_off"})) if root.values or not reader.faults else {}
    if top.get("schema", SCHEMA) != SCHEMA:
        reader.fault(root.lines["schema"], f"รองรับเฉพาะ schema {SCHEMA}", f"only schema {SCHEMA} is read")
    found: dict[str, Known] = {}
    for part in _mappings(reader, root, "findings", top):
        _finding(reader, part, found)
    off: dict[str, str] = {}
    for part in _mappings(reader, root, "switched_off", top):
        _switched_off(reader, part, off)
    reader.done()
    return Baseline(found, off)


def _mappings(reader: Reader, root: Marked, key: str, top: dict[str, list[object]]) -> Iterable[Marked]:
    for part in top.get(key, []):
        if isinstance(part, Marked):
            yield part
        else:
            reader.fault(root.lines[key], f"แต่ละรายการของ “{key}” ต้องเป็น “ชื่อ: ค่า”", f"each of {key!r} is a mapping")


def _finding(reader: Reader, part: Marked, found: dict[str, Known]) -> None:
    got = reader.take(part, dict.fromkeys(("fingerprint", "code", "where", "what", "reason"), str))
    _known_code(reader, part, got.get("code"))
    mark = got.get("fingerprint", "")
    if mark and not _FINGERPRINT.fullmatch(mark):
        reader.fault(part.lines["fingerprint"], "ต้องเป็นเลขฐานสิบหก ๑๖ ตัว", "a fingerprint is 16 hexadecimal digits")
    elif mark in found:
        reader.fault(part.lines["fingerprint"], f"“{mark}” มีอยู่แล้ว", f"{mark!r} stands already")
    elif len(got) == 5:
        found[mark] = Known(**got)


def _switched_off(reader: Reader, part: Marked, off: dict[str, str]) -> None:
    got = reader.take(part, {"code": str, "since": date, "reason": str})
    _known_code(reader, part, got.get("code"))
    if "reason" in got and not got["reason"].strip():
        reader.fault(part.lines["reason"], "โปรดเขียนเหตุผล", "please say why")
    if got.get("code") in off:
        reader.fault(part.lines["code"], f"“{got['code']}” ปิดไว้แล้ว", f"{got['code']!r} is switched off already")
    elif len(got) == 3:
        off[got["code"]] = got["reason"]


def _known_code(reader: Reader, part: Marked, code: str | None) -> None:
    if code is not None and code not in _CODES:
        reader.fault(part.lines["code"], f"ไม่มีข้อตรวจ “{code}”", f"there is no check {code!r}")


def written(files: Iterable[Reviewed], before: Baseline, language: str) -> str:
    """The baseline of these findings as YAML. Reasons that were given before stay; new ones wait for a person."""
    lines = [
        "# ข้อทักท้วงที่รับทราบแล้ว โปรดเขียนเหตุผลในแต่ละข้อ ข้อที่ไม่มีเหตุผลยังแสดงอยู่",
        "# Known findings. Write a reason for each: one without a reason is still told.",
        f"schema: {SCHEMA}",
        "findings:",
    ]
    told: set[str] = set()
    for file in files:
        for finding, mark in zip(file.findings, file.fingerprints, strict=True):
            if mark in told:
                continue
            told.add(mark)
            known = before.findings.get(mark)
            values = {
                "fingerprint": mark,
                "code": finding.code,
                "where": f"{file.name}: {getattr(finding.where, language)}",
                "what": getattr(finding.what, language),
                "reason": known.reason if known else "",
            }
            entry = [f"    {key}: {json.dumps(value, ensure_ascii=False)}" for key, value in values.items()]
            lines += ["  - " + entry[0].lstrip(), *entry[1:]]
    return "\n".join(lines if told else [*lines[:-1], "findings: []"]) + "\n"
