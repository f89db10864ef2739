"""Findings as SARIF 2.1.0, which code hosts and editors show beside the file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

from prongsai import __version__
from prongsai.core.review.checks import CHECKS
from prongsai.core.review.finding import Finding, Severity
from prongsai.documents.review.baseline import Baseline
from prongsai.documents.review.reviewed import Reviewed

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.REMARK: "note"}
_INDEX = {check.CODE: at for at, check in enumerate(CHECKS)}


def to_sarif(files: Iterable[Reviewed], known: Baseline, language: str) -> dict[str, Any]:
    """One run; findings that a person has accepted stand there as suppressed, with the reason."""
    files = list(files)
    driver = {"name": "prongsai review", "version": __version__, "language": language, "rules": _rules(language)}
    results = [
        _result(file, finding, mark, known, language)
        for file in files
        for finding, mark in zip(file.findings, file.fingerprints, strict=True)
    ]
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "artifacts": [{"location": {"uri": _uri(file.name)}} for file in files],
        "results": results,
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rules(language: str) -> list[dict[str, Any]]:
    return [
        {
            "id": check.CODE,
            "shortDescription": {"text": getattr(check.TITLE, language)},
            "fullDescription": {"text": getattr(check.WHY, language)},
            "help": {"text": f"{check.EXAMPLE.bad} → {check.EXAMPLE.good}"},
        }
        for check in CHECKS
    ]


def _result(file: Reviewed, finding: Finding, mark: str, known: Baseline, language: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(file.name)}}
    if file.is_text and finding.line is not None:
        physical["region"] = {"startLine": finding.line}
    location: dict[str, Any] = {"physicalLocation": physical}
    name = {"name": getattr(finding.where, language)}
    location["logicalLocations"] = [name | {"fullyQualifiedName": finding.path} if finding.path else name]
    made: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": _INDEX[finding.code],
        "level": _LEVELS[finding.severity],
        "message": {"text": getattr(finding.what, language)},
        "locations": [location],
        "partialFingerprints": {"prongsai/v1": mark},
    }
    if known.accepts(mark):
        made["suppressions"] = [{"kind": "external", "justification": known.findings[mark].reason}]
    return made


def _uri(name: str) -> str:
    """A relative reference, its special letters escaped as addresses ask."""
    return quote(name.replace("\\", "/"), safe="/.-_~")
