"""What a reader gave, into the row of an import."""

from __future__ import annotations

from typing import Any

from prongsai.core.reports.reading_json import to_json
from prongsai.documents.readers import ReadReport
from prongsai.documents.readers.document import Region, Spot
from prongsai.web.imports.models import ReportImport


def fill(made: ReportImport, report: ReadReport) -> None:
    """Put the Reading, its places, its doubtful words and its source into the row, which is not saved here."""
    values = to_json(report.reading, report.places)
    made.places = values.pop("places")
    made.reading = values
    made.source_lines = list(report.source_lines)
    made.regions = [[*_spot(spot), *_region(region)] for spot, region in report.source.regions.items()]
    made.doubtful = [
        [one.path, one.word.text, round(one.word.confidence, 2), *_spot(one.word.spot), *_region(one.word.region)]
        for one in report.doubtful
    ]


def _spot(spot: Spot) -> list[int]:
    return [spot.line, spot.column or 0]


def _region(region: Region) -> list[Any]:
    return [region.page, *(round(edge, 5) for edge in (region.left, region.top, region.right, region.bottom))]
