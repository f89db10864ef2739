"""The real reports, where they are there, by the scorer that came with them."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from prongsai.core.reports.reading_json import to_json
from prongsai.documents.readers import read

REPORTS = Path(os.environ.get("PRONGSAI_REPORTS", Path(__file__).parents[4] / "shared" / "reports"))


@pytest.mark.skipif(not (REPORTS / "score_reading.py").exists(), reason="the real reports are not here")
@pytest.mark.parametrize("name", ["000", "001", "003"])
def test_a_real_report_is_read_as_its_truth_says(name, tmp_path):
    paper = REPORTS / f"{name}.txt"
    got = tmp_path / "got.json"
    got.write_text(json.dumps(to_json(read(paper.read_bytes(), paper.name).reading)), encoding="utf-8")
    words = [sys.executable, str(REPORTS / "score_reading.py"), str(REPORTS / "truth" / f"{name}.json"), str(got)]
    told = subprocess.run(words, check=True, capture_output=True, text=True).stdout  # noqa: S603  # that scorer
    figures = dict(line.split(": ", 1) for line in told.splitlines() if ": " in line)
    assert float(figures["overall"]) >= 0.97
    assert float(figures["lowest part"]) >= 0.95
