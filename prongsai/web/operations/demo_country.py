"""A made-up country for the demo, and a whole one for the bench: bodies with seven years of results."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from prongsai.core.country.columns import CODE, INDICATORS, KIND, LABELS, NAME, PROVINCE, TOTAL
from prongsai.core.country.scope import COUNTRY, Reach, Scope
from prongsai.core.country.table import SheetRow, read_table
from prongsai.core.thai.digits import to_thai
from prongsai.frameworks import newest_for
from prongsai.places import load
from prongsai.web.accounts import actions as accounts
from prongsai.web.country import actions as country
from prongsai.web.site import clock

#: User name, name, what they oversee.
OVERSEERS = (
    ("kamol", "นายกมล มองไกล", COUNTRY),
    ("ratri", "นางสาวราตรี ใกล้ชิด", Scope(Reach.PROVINCE, "ลพบุรี")),
)
_PROVINCES = ("ลพบุรี", "สระบุรี", "ขอนแก่น", "ระยอง")
_BODIES = 120
#: National means by the fiscal year, as published (ita.md §5), so that the made-up country grows as the real one did.
_MEANS = {2563: 67.9, 2564: 81.3, 2565: 87.6, 2566: 90.2, 2567: 93.1, 2568: 93.8}
_YEARS = 7
#: Of a hundred bodies.
_KINDS = (("อบต.", 63), ("เทศบาลตำบล", 26), ("เทศบาลเมือง", 3), ("เทศบาลนคร", 1), ("อบจ.", 2), ("จังหวัด", 2), ("กรม", 3))
_OWN = (("เทศบาลตำบลท่าโขง", "เทศบาลตำบล", "ลพบุรี"), ("องค์การบริหารส่วนตำบลบ้านหนองแสง", "อบต.", "ขอนแก่น"))
_HEADINGS = (CODE, NAME, KIND, PROVINCE, *INDICATORS, TOTAL)


def make_country(
    password: str, bodies: int = _BODIES, provinces: Sequence[str] = _PROVINCES, last_year: int | None = None
) -> None:
    """Seven years of results of so many bodies up to last year, and people who oversee them."""
    last = last_year or clock.this_fiscal_year() - 1
    for year in range(last - _YEARS + 1, last + 1):
        framework, _provisional = newest_for(year)
        checked = read_table(tuple(_table(year, bodies, provinces)), year, framework, load())
        table = country.bring_table(by=None, fiscal_year=year, name=f"ผล ITA {year}.csv", data=b"", checked=checked)
        country.keep_table(by=None, table=table)
    for username, name, scope in OVERSEERS:
        person = accounts.open_account(
            by=None, username=username, full_name=name, password=password, must_change_password=False
        )
        country.grant_oversight(by=None, person=person, scope=scope, since=clock.today() - timedelta(days=700))


def _table(year: int, bodies: int, provinces: Sequence[str]) -> Iterator[SheetRow]:
    """The table of a year, as it would be published."""
    yield SheetRow(1, {at: LABELS[key].th for at, key in enumerate(_HEADINGS, 1)})
    for at in range(bodies):
        cells = [f"{at + 1:05d}", *_named(at, provinces), *_scores(at, year), ""]
        yield SheetRow(at + 2, dict(enumerate(cells, 1)))


def _named(at: int, provinces: Sequence[str]) -> tuple[str, str, str]:
    """Name, kind and province; the agencies of the demo come first."""
    if at < len(_OWN):
        return _OWN[at]
    kinds = [kind for kind, percent in _KINDS for _ in range(percent)]
    kind = kinds[int(_chance(at, 0) * 99.99)]
    return f"{kind}สมมุติ {to_thai(at + 1)}", kind, "" if kind == "กรม" else provinces[at % len(provinces)]


def _scores(at: int, year: int) -> list[str]:
    """Ten scores around the year's mean; of a hundred bodies one has none, and one falls or rises far."""
    if _chance(at, year) < 0.012:
        return [""] * len(INDICATORS)
    own = (_chance(at, 1) - 0.5) * 12 + (_chance(at, year, 1) - 0.5) * 6
    leap = (_chance(at, year, 2) - 0.5) * 60 if _chance(at, year, 3) < 0.02 else 0.0
    mean = _MEANS.get(year, 94.5 if year > max(_MEANS) else 66.7) + own + leap
    spread = max(2.0, (100 - mean) * 1.2)
    slips = {9: 35.0} if _chance(at, year, 4) < 0.01 else {}
    values = (
        mean + (_chance(at, year, 10 + number) - 0.5) * spread - slips.get(number, 0.0) for number in range(1, 11)
    )
    return [f"{min(max(value, 0.0), 100.0):.2f}" for value in values]


def _chance(*seeds: int) -> float:
    """A number from 0 to 1 that is always the same for the same seeds."""
    mixed = 2_166_136_261
    for seed in seeds:
        mixed = (mixed ^ (seed + 0x9E3779B9)) * 16_777_619 & 0xFFFFFFFF
        mixed ^= mixed >> 15
        mixed = mixed * 0x85EBCA6B & 0xFFFFFFFF
        mixed ^= mixed >> 13
    return mixed / 0xFFFFFFFF
