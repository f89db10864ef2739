"""What agencies of this installation have entered as their official results, beside the published tables.

A published table goes before an agency's own entry, and only results with all ten indicators are shown.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from django.db import transaction

from prongsai.core.country.hundredths import hundredths
from prongsai.core.country.table import TableRow
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.score import level_of, score
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.queries import history, known
from prongsai.web.country.actions.keeping import keep_rows, wait_for_others
from prongsai.web.country.actions.reckoning import provinces_of, reckon, years_missing
from prongsai.web.country.actions.telling import tell
from prongsai.web.country.models import Body, BodyResult
from prongsai.web.frameworks.queries import framework_for

_INDICATORS = range(1, 11)


@dataclass(frozen=True, slots=True)
class _Entered:
    """The result of an agency, and its body (None: the register does not have it yet)."""

    agency: Agency
    body: Body | None
    row: TableRow


@transaction.atomic
def take_in_result(*, by: Person | None, agency: Agency, fiscal_year: int) -> None:
    """Bring the country to what the agency's official result of that year now is: new, changed or gone."""
    wait_for_others()
    found = known(agency, fiscal_year)
    one = _entered(agency, found) if found else None
    changed = _take_year([one], fiscal_year) if one else _let_go(agency, fiscal_year)
    if changed:
        tell(by, EventKind.RESULTS_LOADED, agency.name, fiscal_year=fiscal_year, rows=1 if one else 0)


@transaction.atomic
def take_in_agencies(*, by: Person | None) -> int:
    """Bring everything that agencies had entered before each entry came by itself; says how many are new or changed."""
    wait_for_others()
    years: dict[int, list[_Entered]] = {}
    for agency in Agency.objects.filter(merged_into=None):
        for found in history(agency):
            if one := _entered(agency, found):
                years.setdefault(found.fiscal_year, []).append(one)
    taken = sum(_take_year(years[year], year) for year in sorted(years))
    if taken:
        tell(by, EventKind.RESULTS_LOADED, "ผลที่หน่วยงานในระบบบันทึกไว้", rows=taken)
    return taken


def _entered(agency: Agency, found: KnownResult) -> _Entered | None:
    """None where an indicator lacks, where the agency went into another, and where another agency's body is called so.

    The agency's own body keeps its name where another body has the agency's.
    """
    if agency.merged_into_id or any(number not in found.indicators for number in _INDICATORS):
        return None
    row = _row(agency, found)
    own = Body.objects.filter(agency=agency).first()
    named = Body.objects.filter(name=row.name, province=row.province).first()
    if own is None:
        return None if named and named.agency_id else _Entered(agency, named, row)
    return _Entered(agency, own, replace(row, name=own.name, province=own.province) if named else row)


def _row(agency: Agency, found: KnownResult) -> TableRow:
    """The result as a row of a table: total and level as published, else by the framework of the agency."""
    framework, _provisional = framework_for(agency, found.fiscal_year)
    reckoned = score(framework, found.indicators, kind=agency.kind)
    assert reckoned is not None  # noqa: S101  # all ten indicators are there
    total = reckoned.total if found.total is None else found.total
    return TableRow(
        number=agency.pk,
        code="",
        name=agency.name,
        kind=agency.kind,
        size="",
        province=agency.province,
        indicators=tuple(hundredths(found.indicators[number]) for number in _INDICATORS),
        total=hundredths(total),
        level=found.level or level_of(framework, total, reckoned.instruments).name,
    )


def _take_year(entered: list[_Entered], year: int) -> int:
    """How many are new, or say another thing than before; where a published table has the body, the table stands."""
    bodies = [one.body for one in entered if one.body]
    kept = {one.body_id: one for one in BodyResult.objects.filter(fiscal_year=year, body__in=bodies)}
    wanted = [one for one in entered if one.body is None or _says_more(one.row, kept.get(one.body.pk))]
    if wanted:
        found = {one.row.number: one.body for one in wanted}
        for one, body in zip(wanted, keep_rows([one.row for one in wanted], found, year, table=None), strict=True):
            Body.objects.filter(pk=body.pk, agency=None).update(agency=one.agency)
    return len(wanted)


def _says_more(row: TableRow, kept: BodyResult | None) -> bool:
    if kept is None:
        return True
    return kept.table_id is None and (kept.indicators, kept.total, kept.level) != (row.indicators, row.total, row.level)


def _let_go(agency: Agency, year: int) -> bool:
    """The agency's own entry of that year is no more; a body of which nothing else is known goes with it."""
    result = BodyResult.objects.filter(body__agency=agency, fiscal_year=year, table=None).select_related("body").first()
    if result is None:
        return False
    body, provinces = result.body, provinces_of([result.body])
    result.delete()
    touched = years_missing([body])
    if body.code is None and not BodyResult.objects.filter(body=body).exists():
        body.delete()
    reckon(touched | {year}, provinces)
    return True
