"""Which body of the register a row of a table means, and what is waiting to be kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prongsai.core.country.columns import CODE, LABELS, NAME
from prongsai.core.country.table import Remark, TableRow
from prongsai.core.sentence import Sentence
from prongsai.web.country.models import Body, BodyResult, ResultsTable


@dataclass(frozen=True, slots=True)
class Matched:
    """``bodies``: number of the row to the body that it means (None: a new one). ``faults``: rows that mean two.

    ``renamed`` are rows whose body has another name, kind or province until now.
    """

    bodies: Mapping[int, Body | None]
    faults: tuple[Remark, ...]
    renamed: tuple[tuple[TableRow, Body], ...]


def matched(rows: Sequence[TableRow]) -> Matched:
    """Rows beside the register: by code; without one, or where the register has none, by name and province."""
    known = list(Body.objects.all())
    by_code = {one.code: one for one in known if one.code}
    by_name = {(one.name, one.province): one for one in known}
    found: dict[int, Body | None] = {}
    faults, renamed = [], []
    for row in rows:
        coded, named = by_code.get(row.code), by_name.get((row.name, row.province))
        if row.code and named is not None and named is not coded and (coded is not None or named.code):
            faults.append(_two(row, coded, named))
        body = coded or named
        found[row.number] = body
        if body and (body.name, body.kind, body.province) != (row.name, row.kind, row.province):
            renamed.append((row, body))
    return Matched(found, tuple(faults), tuple(renamed))


def _two(row: TableRow, coded: Body | None, named: Body) -> Remark:
    """A code and a name that the register knows of different bodies."""
    if coded is None:
        what = Sentence(
            f"“{row.name}” มีรหัส {named.code} อยู่ในทะเบียน แต่แถวนี้ใช้รหัส {row.code} โปรดตรวจว่ารหัสใดถูกต้อง",
            f"“{row.name}” has the code {named.code} in the register, but {row.code} here. Please check.",
        )
        return Remark(row.number, 0, LABELS[CODE].th, what)
    what = Sentence(
        f"รหัส {row.code} ในทะเบียนเป็นของ “{coded.name}” แต่แถวนี้ชื่อ “{row.name}” ซึ่งเป็นหน่วยงานอื่นในทะเบียน โปรดตรวจ",
        f"The code {row.code} is that of “{coded.name}” in the register, but this row is called “{row.name}”, which is "
        "another body there. Please check.",
    )
    return Remark(row.number, 0, LABELS[NAME].th, what)


@dataclass(frozen=True, slots=True)
class Effect:
    """What keeping a table would do, in numbers of bodies. ``others`` have a result of the year and are not in it."""

    new_bodies: int
    new_results: int
    changed_results: int
    same_results: int
    without_result: int
    others: int


def effect_of(rows: Sequence[TableRow], bodies: Mapping[int, Body | None], year: int) -> Effect:
    """What would happen to the results of that year."""
    kept = {one.body_id: (one.indicators, one.total, one.level) for one in BodyResult.objects.filter(fiscal_year=year)}
    new = changed = same = 0
    meant = set()
    for row in rows:
        body = bodies[row.number]
        before = kept.get(body.pk) if body else None
        meant.add(body.pk if body else None)
        if row.indicators is None:
            continue
        new += before is None
        same += before == (row.indicators, row.total, row.level)
        changed += before is not None and before != (row.indicators, row.total, row.level)
    return Effect(
        new_bodies=sum(body is None for body in bodies.values()),
        new_results=new,
        changed_results=changed,
        same_results=same,
        without_result=sum(row.indicators is None for row in rows),
        others=len(kept.keys() - meant),
    )


def waiting_table(pk: int, by_id: int) -> ResultsTable | None:
    """A table that this person brought and has not yet kept or dropped."""
    return ResultsTable.objects.filter(pk=pk, by_id=by_id, state=ResultsTable.State.WAITING).first()


def kept_tables() -> list[ResultsTable]:
    """The tables that were kept, the newest first; the last twenty."""
    found = ResultsTable.objects.filter(state=ResultsTable.State.KEPT).defer("rows").select_related("by")
    return list(found.order_by("-at", "-pk")[:20])


def rows_of(table: ResultsTable) -> list[TableRow]:
    """The rows of a table that waits."""
    return [TableRow(**{**one, "indicators": one["indicators"] and tuple(one["indicators"])}) for one in table.rows]
