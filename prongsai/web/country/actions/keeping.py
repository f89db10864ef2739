"""Rows of a table into the register and the results, in few statements however many they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from prongsai.core.country.regions import region_of
from prongsai.core.country.table import TableRow
from prongsai.web.agencies.models import Agency
from prongsai.web.country.actions.reckoning import provinces_of, reckon, years_missing
from prongsai.web.country.models import Body, BodyResult, ResultsTable

_BATCH = 500
_SCORES = tuple(f"i{number}" for number in range(1, 11))
_WRITTEN = ("kind", "province", "region", *_SCORES, "total", "level", "table")


def wait_for_others() -> None:
    """Who keeps results waits for whoever else does: two at once would each sum up without what the other adds.

    There is a row to wait at for both: an entry has an agency, a table at least itself.
    """
    Agency.objects.select_for_update(no_key=True).order_by("pk").first()
    ResultsTable.objects.select_for_update().order_by("pk").first()


def keep_rows(
    rows: Sequence[TableRow], found: Mapping[int, Body | None], year: int, table: ResultsTable | None
) -> list[Body]:
    """The bodies of the rows, new and changed, with their results of the year; and every summary that this touches."""
    newest = not BodyResult.objects.filter(fiscal_year__gt=year).exists()
    pairs = [(body, row) for row in rows if (body := found[row.number]) is not None]
    provinces = {row.province for row in rows} | provinces_of(body for body, _row in pairs)
    moved = [body for body, row in pairs if _renew(body, row, year, newest=newest)]
    Body.objects.bulk_update(moved, ["code", "name", "kind", "size", "province", "region", "since_year"], _BATCH)
    new = {row.number: _new(row, year) for row in rows if found[row.number] is None}
    Body.objects.bulk_create(new.values(), _BATCH)
    bodies = [found[row.number] or new[row.number] for row in rows]
    _results(zip(rows, bodies, strict=True), year, table)
    touched = {year} if not new else {one for one in years_missing(new.values()) if one >= year} | {year}
    reckon(touched | years_missing(moved), provinces)
    return bodies


def _new(row: TableRow, year: int) -> Body:
    return Body(
        code=row.code or None,
        name=row.name,
        kind=row.kind,
        size=row.size,
        province=row.province,
        region=region_of(row.province),
        since_year=year,
    )


def _renew(body: Body, row: TableRow, year: int, *, newest: bool) -> bool:
    """The register says what the newest table says; what that leaves empty stays. Whether anything changed."""
    before = (body.code, body.name, body.kind, body.size, body.province, body.since_year)
    if newest:
        body.name, body.kind, body.size, body.province = row.name, row.kind, row.size or body.size, row.province
        body.region = region_of(row.province)
    body.code, body.since_year = body.code or row.code or None, min(body.since_year, year)
    return before != (body.code, body.name, body.kind, body.size, body.province, body.since_year)


def _results(pairs: Iterable[tuple[TableRow, Body]], year: int, table: ResultsTable | None) -> None:
    """Results of the rows that have one; a row that says that there is none takes an earlier one away."""
    made, without = [], []
    for row, body in pairs:
        if row.indicators is None or row.total is None:
            without.append(body.pk)
            continue
        made.append(
            BodyResult(
                body=body,
                fiscal_year=year,
                kind=row.kind,
                province=row.province,
                region=region_of(row.province),
                **dict(zip(_SCORES, row.indicators, strict=True)),
                total=row.total,
                level=row.level,
                table=table,
            )
        )
    BodyResult.objects.filter(fiscal_year=year, body__in=without).delete()
    BodyResult.objects.bulk_create(
        made, _BATCH, update_conflicts=True, unique_fields=["body", "fiscal_year"], update_fields=list(_WRITTEN)
    )
