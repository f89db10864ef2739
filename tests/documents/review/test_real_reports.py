"""The real reports, where they are there: what is truly wrong in them is found, and of errors and warnings no more.

Each entry was read beside its source and judged true; remarks are held by their checks' own tests.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from prongsai.core.review.finding import Finding, Severity
from prongsai.documents.readers import read
from prongsai.documents.review import review_reading

Key = tuple[str, str | int | None]

#: Code, and path or line, of every error and warning.
TRUE: dict[str, list[Key]] = {
    "000": [("S10", "measures[5]")],
    "001": [
        ("A01", "measures[2].title"),
        ("A01", "disclosures[8].progress[0]"),
        ("A01", 310),
        ("A01", 396),
        ("A02", "measures[9].result[1]"),
        ("A04", "district"),
        *(("N01", f"disclosures[{at}].code") for at in range(38, 43)),
        *(("N02", line) for line in (36, 58, 80, 92, 104, 115)),
        ("N10", "disclosures[36].components[0]"),
        ("N10", "disclosures[42].components[0]"),
        ("S01", "measures[7].status"),
        ("S03", "disclosures[37].progress"),
        ("S08", "disclosures[17].progress"),
        ("S08", "disclosures[40].progress"),
        ("S09", "disclosures[16].progress"),
        ("S09", "disclosures[17].progress"),
        ("T01", 220),
        ("T01", 276),
        ("T02", "disclosures[20].components[1]"),
        ("T03", "disclosures[30].components[2]"),
        ("T03", "disclosures[39].name"),
        ("T03", "disclosures[40].name"),
        *(("T04", line) for line in (177, 183, 205, 285, 318)),
        ("T11", "measures[0].procedure[0]"),
        ("Y01", "disclosures[12].components[3]"),
        ("Y01", "disclosures[16].components[1]"),
        ("Y01", "disclosures[25].components[2]"),
        ("Y01", "disclosures[37].components[2]"),
    ],
    "003": [],
}
#: Remarks that must be there: steps of which nothing is told, indicators that are missing, the year of the analysis.
REMARKS: dict[str, set[Key]] = {
    "000": {("N07", None)},
    "001": {("Y14", "disclosures[41].progress[0]")},
    "003": {("S06", "measures[6].result")},
}
#: More remarks than this, and a person stops reading them.
MOST_REMARKS = 15


@pytest.fixture(params=sorted(TRUE))
def paper(request: pytest.FixtureRequest, reports_folder: Path) -> tuple[str, tuple[Finding, ...]]:
    """A report's name and its findings."""
    report = read((reports_folder / f"{request.param}.txt").read_bytes())
    return request.param, review_reading(report.reading, report.places, report.source_lines)


def _keys(findings: tuple[Finding, ...], *severities: Severity) -> list[Key]:
    return [(one.code, one.path or one.line) for one in findings if one.severity in severities]


def test_errors_and_warnings_are_the_true_ones_and_no_others(paper: tuple[str, tuple[Finding, ...]]) -> None:
    name, found = paper
    assert sorted(_keys(found, Severity.ERROR, Severity.WARNING), key=str) == sorted(TRUE[name], key=str)


def test_remarks_are_few_and_hold_what_is_known(paper: tuple[str, tuple[Finding, ...]]) -> None:
    name, found = paper
    remarks = _keys(found, Severity.REMARK)
    assert REMARKS[name] <= set(remarks)
    assert len(remarks) <= MOST_REMARKS


def test_every_finding_has_its_place_and_its_words(paper: tuple[str, tuple[Finding, ...]]) -> None:
    _, found = paper
    for one in found:
        assert one.where.th and one.where.en
        assert one.what.th and one.what.en
        assert one.line is not None or one.path is None
