"""Papers of made-up agencies in every layout, against truths written by hand."""

import json
from pathlib import Path

import pytest

from prongsai.core.reports.reading_json import from_json, to_json
from prongsai.documents.readers import read
from tests.factories.scoring import score

FOLDER = Path(__file__).parent / "fixtures"
PAPERS = [path for path in sorted(FOLDER.iterdir()) if path.suffix != ".json"]


def truth_of(paper):
    return json.loads(paper.with_suffix(".json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_it_reads_everything_that_stands_in_the_paper(paper):
    told = []
    value = score(truth_of(paper), to_json(read(paper.read_bytes(), paper.name).reading), told.append)
    assert (value, told) == (1.0, [])


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_every_value_has_its_places(paper):
    report = read(paper.read_bytes(), paper.name)
    missing = [path for path in values(to_json(report.reading)) if not report.places.get(path)]
    assert missing == []


@pytest.mark.parametrize("paper", PAPERS, ids=lambda path: path.stem)
def test_a_text_stands_in_the_lines_that_its_places_name(paper):
    report = read(paper.read_bytes(), paper.name)
    for at, measure in enumerate(report.reading.measures):
        for index, text in enumerate(measure.result):
            lines = [report.source_lines[place.line - 1] for place in report.places[f"measures[{at}].result[{index}]"]]
            assert any(text.split(" ")[0][:12] in line for line in lines)


@pytest.mark.parametrize("odd", ["\f", "\v", "\x85", "\u2028"])
def test_only_the_end_of_a_line_counts_lines(odd):
    paper = FOLDER / "half-year.md"
    text = paper.read_text(encoding="utf-8")
    report, sound = read(f"{odd}\n{odd}{text}".encode()), read(f"\n{text}".encode())
    assert len(report.source_lines) == len(sound.source_lines)
    assert report.places["measures[0].title"] == sound.places["measures[0].title"]


def test_the_places_survive_as_json():
    report = read(PAPERS[0].read_bytes())
    assert from_json(to_json(report.reading, report.places)) == (report.reading, report.places)


def values(reading):
    """The paths of everything that was read, except what has its place under another path."""
    yield from (
        name for name in ("agency", "province", "district", "fiscal_year", "title") if reading[name] is not None
    )
    for kind in ("measures", "disclosures"):
        for at, row in enumerate(reading[kind]):
            yield from cells(row, f"{kind}[{at}]")
    yield from (f"memo.{name}" for name, value in (reading["memo"] or {}).items() if isinstance(value, str))
    yield from (f"scores.indicators.{key}" for key in (reading["scores"] or {"indicators": {}})["indicators"])


def cells(row, path):
    for name, value in row.items():
        if isinstance(value, list):
            yield from (f"{path}.{name}[{index}]" for index in range(len(value)))
        elif value is not None:
            yield f"{path}.{name}"
