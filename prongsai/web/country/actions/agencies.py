"""What agencies of this installation have entered as their official results, beside the published tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from prongsai.core.country.hundredths import hundredths
from prongsai.core.country.table import TableRow
from prongsai.core.events.vocabulary import EventKind
from prongsai.core.scoring.known import KnownResult
from prongsai.core.scoring.score import level_of, score
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.queries import history
from prongsai.web.country.actions.keeping import keep_rows
from prongsai.web.country.actions.telling import tell
from prongsai.web.country.models import Body, BodyResult, ResultsTable
from prongsai.web.frameworks.queries import framework_for

_INDICATORS = range(1, 11)


@dataclass(frozen=True, slots=True)
class _Entered:
    agency: Agency
    row: TableRow
    year: int


@transaction.atomic
def take_in_agencies(*, by: Person | None) -> int:
    """Bring the official results that agencies have entered themselves; says how many are new or changed.

    An act, as publishing is: what an agency enters is seen by its overseer only from then on. A published table goes
    before an agency's own entry, and only results with all ten indicators are taken.
    """
    ResultsTable.objects.select_for_update().order_by("pk").first()
    entered = [one for agency in Agency.objects.filter(merged_into=None) for one in _entered_by(agency)]
    taken = 0
    for year in sorted({one.year for one in entered}):
        taken += _take_year([one for one in entered if one.year == year], year)
    if taken:
        tell(by, EventKind.RESULTS_LOADED, "ผลที่หน่วยงานในระบบบันทึกไว้", rows=taken)
    return taken


def _entered_by(agency: Agency) -> Iterator[_Entered]:
    for known in history(agency):
        if all(number in known.indicators for number in _INDICATORS):
            yield _Entered(agency, _row(agency, known), known.fiscal_year)


def _row(agency: Agency, known: KnownResult) -> TableRow:
    """The result as a row of a table: total and level as published, else by the framework of the agency."""
    framework, _provisional = framework_for(agency, known.fiscal_year)
    found = score(framework, known.indicators, kind=agency.kind)
    assert found is not None  # noqa: S101  # all ten indicators are there
    total = found.total if known.total is None else known.total
    return TableRow(
        number=agency.pk,
        code="",
        name=agency.name,
        kind=agency.kind,
        size="",
        province=agency.province,
        indicators=tuple(hundredths(known.indicators[number]) for number in _INDICATORS),
        total=hundredths(total),
        level=known.level or level_of(framework, total, found.instruments).name,
    )


def _take_year(entered: list[_Entered], year: int) -> int:
    bodies = {one.agency.pk: _body_of(one.agency) for one in entered}
    known = [body for body in bodies.values() if body is not None]
    published = {one.body: one for one in BodyResult.objects.filter(fiscal_year=year, body__in=known)}
    wanted = [
        one for one in entered if (body := bodies[one.agency.pk]) is None or _says_more(one.row, published.get(body))
    ]
    if not wanted:
        return 0
    kept = keep_rows([one.row for one in wanted], bodies, year, table=None)
    for one, body in zip(wanted, kept, strict=True):
        Body.objects.filter(pk=body.pk, agency=None).update(agency=one.agency)
    return len(wanted)


def _body_of(agency: Agency) -> Body | None:
    own = Body.objects.filter(agency=agency).first()
    return own or Body.objects.filter(name=agency.name, province=agency.province).first()


def _says_more(row: TableRow, kept: BodyResult | None) -> bool:
    """Whether the agency's entry is new, or another than the one taken before; a published table stands."""
    if kept is None:
        return True
    return kept.table_id is None and (kept.indicators, kept.total, kept.level) != (row.indicators, row.total, row.level)
