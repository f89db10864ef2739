"""A made-up country of two provinces, and the people who oversee all of it, one region, or one province."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from django.test import Client

from prongsai.core.country.scope import COUNTRY, Scope, scope_at
from prongsai.web.accounts.models import Person
from prongsai.web.country import actions
from prongsai.web.country.checking import check_table
from prongsai.web.country.models import Body

SINCE = date(2024, 10, 1)
HEAD = "รหัส,ชื่อหน่วยงาน,ประเภท,จังหวัด," + ",".join(f"ตัวชี้วัดที่ {at}" for at in range(1, 11))
#: Code, name, kind, province, and the score of all ten indicators in 2566 and 2567; None: no result.
BODIES = (
    ("001", "ทต.หนึ่ง", "เทศบาลตำบล", "ลพบุรี", 80, 90),
    ("002", "ทต.สอง", "เทศบาลตำบล", "ลพบุรี", 96, 95),
    ("003", "อบต.สาม", "อบต.", "ลพบุรี", 70, None),
    ("004", "ทต.ขอนหนึ่ง", "เทศบาลตำบล", "ขอนแก่น", 61, 62),
    ("005", "อบต.ขอนสอง", "อบต.", "ขอนแก่น", 50, 77),
    ("006", "กรมกลาง", "กรม", "", 88, 89),
)
YEARS = (2566, 2567)


def table(year: int) -> str:
    """The published table of a year, as CSV."""
    lines = [HEAD]
    for *names, before, after in BODIES:
        score = before if year == YEARS[0] else after
        lines.append(",".join([*map(str, names), *("" if score is None else f"{score}.00" for _ in range(10))]))
    return "\n".join(lines) + "\n"


def bring(year: int, text: str | None = None) -> None:
    """A table of that year, kept."""
    data = (table(year) if text is None else text).encode()
    checked = check_table(data, "ผล.csv", year)
    assert not checked.faults, checked.faults
    made = actions.bring_table(by=None, fiscal_year=year, name="ผล.csv", data=data, checked=checked)
    actions.keep_table(by=None, table=made)


@dataclass
class Country:
    """Who oversees what; ``bodies`` by their codes."""

    national: Person
    central: Person
    lopburi: Person
    bodies: dict[str, Body]


def _overseer(username: str, scope: Scope) -> Person:
    person = Person.objects.create_user(username=username, password="x", full_name=f"ผู้กำกับดูแล {username}")
    actions.grant_oversight(by=None, person=person, scope=scope, since=SINCE)
    return person


@pytest.fixture
def country(db: None) -> Country:
    """Both years in the database."""
    for year in YEARS:
        bring(year)
    central, lopburi = scope_at("central"), scope_at("ลพบุรี")
    assert central and lopburi
    return Country(
        _overseer("kamol", COUNTRY),
        _overseer("klang", central),
        _overseer("ratri", lopburi),
        {one.code or "": one for one in Body.objects.all()},
    )


@pytest.fixture
def national(country: Country, signed_in: Callable[[Person], Client]) -> Client:
    """Signed in, sees everything."""
    return signed_in(country.national)


@pytest.fixture
def lopburi(country: Country, signed_in: Callable[[Person], Client]) -> Client:
    """Signed in, sees one province."""
    return signed_in(country.lopburi)
