"""What stands far from its kind is the same on the overseer's page and from the command on the published tables."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from prongsai.cli import main
from prongsai.core.country.hundredths import shown
from prongsai.core.country.scope import COUNTRY
from prongsai.web.country.models import Body
from prongsai.web.country.queries.summaries import outliers_of
from tests.web.country.conftest import HEAD, bring

YEARS = (2568, 2569)


def tables() -> dict[int, str]:
    """Two years of forty agencies of two kinds, alike but for one that fell and one with a single low indicator."""
    made = {}
    for year in YEARS:
        lines = [HEAD]
        for at in range(40):
            tens = [8600 + (at * 37 + number * 91 + year * 13) % 400 for number in range(10)]
            if (year, at) == (2569, 3):
                tens = [one - 3000 for one in tens]
            if at == 21:
                tens[8] = 1200
            kind, province = ("เทศบาลตำบล", "ลพบุรี") if at % 2 else ("อบต.", "ขอนแก่น")
            lines.append(",".join([f"{at:03d}", f"หน่วย {at}", kind, province, *(shown(one) for one in tens)]))
        made[year] = "\n".join(lines) + "\n"
    return made


def test_the_page_and_the_command_name_the_same(
    national: Client, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("ibis", reason="the command needs the extra analysis")
    Body.objects.filter(since_year__lte=2567).update(until_year=2567)
    made = tables()
    for year, text in made.items():
        bring(year, text)
    lines = [f"ปี,{HEAD}", *(f"{year},{line}" for year, text in made.items() for line in text.splitlines()[1:])]
    file = tmp_path / "results.csv"
    file.write_text("\n".join(lines), "utf-8")
    codes = dict(Body.objects.values_list("pk", "code"))
    for year in YEARS:
        own = [
            (codes[one.body], str(one.rule), one.indicator or None, one.value / 100, one.middle / 100, one.times)
            for one in outliers_of(COUNTRY, year)
        ]
        assert main(["analyse", str(file), "--show", "outliers", "--year", str(year), "--format", "json"]) == 0
        keys = ("code", "rule", "indicator", "score", "middle", "times")
        told = [tuple(one[key] for key in keys) for one in json.loads(capsys.readouterr().out)]
        assert sorted(told, key=str) == sorted(own, key=str)
        assert ("021", "indicator", 9) in [one[:3] for one in told]
        assert (("003", "change", None) in [one[:3] for one in told]) == (year == 2569)
    page = national.get(reverse("country:outliers", args=[2569, "all"])).content.decode()
    assert "หน่วย 3" in page and "หน่วย 21" in page
