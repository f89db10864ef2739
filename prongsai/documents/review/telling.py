"""Findings as lines, as JSON, and as a table of checks by files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from prongsai.core.review.checks import CHECKS
from prongsai.core.review.finding import SEVERITY_NAMES, Finding, Severity
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_thai
from prongsai.documents.review.reviewed import Reviewed


def as_lines(files: Sequence[Reviewed], language: str) -> Iterator[str]:
    """``ที่ไหน: รหัส ระดับ: ประโยค``, a finding a line, the file's name in front where there are several; then a sum."""
    for file in files:
        name = f"{file.name}: " if len(files) > 1 else ""
        for finding in file.findings:
            severity = getattr(SEVERITY_NAMES[finding.severity], language)
            where, what = getattr(finding.where, language), getattr(finding.what, language)
            yield f"{name}{where}: {finding.code} {severity}: {what}"
    yield getattr(_sum([finding for file in files for finding in file.findings]), language)


def _sum(findings: list[Finding]) -> Sentence:
    if not findings:
        return Sentence("ไม่พบข้อทักท้วง", "No findings.")
    counts = Counter(finding.severity for finding in findings)
    parts = [(SEVERITY_NAMES[severity], counts[severity]) for severity in Severity if counts[severity]]
    return Sentence(
        f"พบ {to_thai(len(findings))} ข้อ: " + " ".join(f"{name.th} {to_thai(count)}" for name, count in parts),
        f"{len(findings)} findings: " + ", ".join(f"{count} {name.en}" for name, count in parts),
    )


def as_json(files: Sequence[Reviewed]) -> list[dict[str, Any]]:
    """Every finding with both languages."""
    return [
        {
            "file": file.name,
            "code": finding.code,
            "severity": finding.severity.value,
            "path": finding.path,
            "line": finding.line,
            "page": finding.page,
            "where": {"th": finding.where.th, "en": finding.where.en},
            "what": {"th": finding.what.th, "en": finding.what.en},
            "quote": finding.quote,
            "fingerprint": mark,
        }
        for file in files
        for finding, mark in zip(file.findings, file.fingerprints, strict=True)
    ]


def as_table(files: Sequence[Reviewed], language: str) -> Iterator[str]:
    """Tab-separated: a check a line with its counts in each file, checks without findings left out; the sums last."""
    counts = [Counter(finding.code for finding in file.findings) for file in files]
    yield "\t".join(["", *(file.name for file in files), {"th": "รวม", "en": "all"}[language]])
    for check in CHECKS:
        row = [count[check.CODE] for count in counts]
        if any(row):
            title = getattr(check.TITLE, language)
            yield "\t".join([f"{check.CODE} {title}", *(str(value or "") for value in row), str(sum(row))])
    sums = [count.total() for count in counts]
    yield "\t".join([{"th": "รวม", "en": "all"}[language], *map(str, sums), str(sum(sums))])
