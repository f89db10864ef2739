"""An import of the cast's agency, made of a small paper."""

from __future__ import annotations

from typing import Any

import pytest

from prongsai.core.reports.reading_json import to_json
from prongsai.web.imports.models import ReportImport
from tests.cast import Cast
from tests.web.imports.paper import LINES, PLACES, READING


@pytest.fixture
def brought(cast: Cast) -> ReportImport:
    """The paper, read and waiting to be checked."""
    return bring(cast)


def bring(cast: Cast, **changed: Any) -> ReportImport:
    """One more import of the paper; ``changed`` are other values of the row."""
    values = to_json(READING, PLACES)
    row = {
        "agency": cast.agency,
        "file_name": "รายงาน.txt",
        "file": "imports/x.txt",
        "sha256": "0" * 64,
        "source_lines": list(LINES),
        "places": values.pop("places"),
        "reading": values,
        "by": cast.somying,
    }
    return ReportImport.objects.add(**{**row, **changed})
