"""``prongsai review --plan``: a plan of the database looked over like a file."""

from __future__ import annotations

import json

import pytest

from prongsai import cli
from prongsai.core.reports.reading_json import to_json
from prongsai.web.imports import actions as imports
from prongsai.web.reviews.models import AcceptedFinding
from tests.cast import Cast
from tests.web.imports.conftest import bring
from tests.web.reviews.test_reviews import FAULTY


@pytest.fixture
def plan(cast: Cast) -> str:
    imports.accept(by=cast.somying, report_import=bring(cast, reading=to_json(FAULTY), places={}))
    return "tha-khong/2566"


def test_a_plan_is_looked_over(plan: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", "--plan", plan]) == 1
    assert "A01" in capfd.readouterr().out


def test_what_was_left_as_it_is_is_not_told(cast: Cast, plan: str, capfd: pytest.CaptureFixture[str]) -> None:
    cli.main(["review", "--plan", plan, "--json"])
    found = json.loads(capfd.readouterr().out)
    assert {one["file"] for one in found} == {plan}
    for one in found:
        AcceptedFinding.objects.add(
            agency=cast.agency, fiscal_year=2566, fingerprint=one["fingerprint"], reason="x", by=cast.somying
        )
    assert cli.main(["review", "--plan", plan]) == 0


@pytest.mark.parametrize("name", ["tha-khong/2500", "tha-khong/x", "tha-khong", "nobody/2566", "/", "tha-khong/²"])
@pytest.mark.usefixtures("plan")
def test_a_plan_that_is_not_there_is_refused(name: str, capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review", "--plan", name]) == 2
    assert "ไม่พบแผน" in capfd.readouterr().err


def test_nothing_to_look_over_is_refused(capfd: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["review"]) == 2
    assert "--plan" in capfd.readouterr().err
