"""Every framework ships examples that an official can check by hand; they are run here."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from prongsai import frameworks
from prongsai.core.scoring.score import score

FOLDER = Path(frameworks.__file__).parent


def examples() -> list[tuple[int, dict[str, Any]]]:
    """(year, example) of all frameworks."""
    found = []
    for kind, year in frameworks.available():
        text = (FOLDER / kind / str(year) / "examples.yaml").read_text(encoding="utf-8")
        found += [(year, example) for example in yaml.safe_load(text)["examples"]]
    return found


@pytest.mark.parametrize(("year", "example"), examples())
def test_it_gives_total_and_level_of_the_example(year: int, example: dict[str, Any]) -> None:
    indicators = {number: Decimal(text) for number, text in enumerate(example["indicators"], start=1)}
    result = score(frameworks.load("ita", year), indicators)
    assert result is not None
    assert (str(result.total), result.level.name) == (example["total"], example["level"])


def test_it_gives_nothing_where_an_indicator_is_missing() -> None:
    assert score(frameworks.load("ita", 2566), {1: Decimal(100)}) is None
