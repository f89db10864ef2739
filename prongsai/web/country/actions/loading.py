"""A table of results: brought, looked at, then kept whole or dropped."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from hashlib import sha256

from django.db import transaction
from django.utils import timezone

from prongsai.core.country.table import Checked, TableRow
from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.country.actions.keeping import keep_rows, wait_for_others
from prongsai.web.country.actions.telling import tell
from prongsai.web.country.models import ResultsTable
from prongsai.web.country.queries.register import matched, rows_of
from prongsai.web.site.refusals import refuse

#: So many remarks are kept with a table; who has more looks at the first.
_MOST_REMARKS = 200


@transaction.atomic
def bring_table(*, by: Person | None, fiscal_year: int, name: str, data: bytes, checked: Checked) -> ResultsTable:
    """Put a table by until a person has looked at it; nothing of it counts yet. One that the person left is dropped.

    ``checked`` is what was read of ``data``. Refused where it has faults, also against the register.
    """
    faults = (*checked.faults, *matched(checked.rows).faults)
    if faults:
        place, what = faults[0].place, faults[0].what
        raise refuse(f"{place.th}: {what.th}", f"{place.en}: {what.en}")
    waiting = ResultsTable.objects.filter(by=by, state=ResultsTable.State.WAITING)
    waiting.update(state=ResultsTable.State.DROPPED, rows=[])
    return ResultsTable.objects.create(
        fiscal_year=fiscal_year,
        name=name[:300],
        sha256=sha256(data).hexdigest(),
        rows=[asdict(row) for row in checked.rows],
        remarks=_remarks(checked),
        count=len(checked.rows),
        by=by,
        at=timezone.now(),
    )


@transaction.atomic
def keep_table(*, by: Person | None, table: ResultsTable) -> None:
    """The bodies and results of a table that waits, all of them; summaries follow at once.

    Refused where it was kept or dropped meanwhile, and where the register no longer agrees with it.
    """
    wait_for_others()
    table = ResultsTable.objects.select_for_update().get(pk=table.pk)
    if table.state != ResultsTable.State.WAITING:
        raise refuse(
            "ตารางนี้ถูกบันทึกหรือยกเลิกไปแล้ว โปรดเปิดหน้านำเข้าใหม่",
            "This table has been kept or dropped already. Please open the page of tables anew.",
        )
    rows = rows_of(table)
    _keep(rows, table)
    table.state, table.rows = ResultsTable.State.KEPT, []
    table.save(update_fields=["state", "rows"])
    tell(by, EventKind.RESULTS_LOADED, table.name, fiscal_year=table.fiscal_year, rows=len(rows), sha256=table.sha256)


def _keep(rows: Sequence[TableRow], table: ResultsTable) -> None:
    found = matched(rows)
    if found.faults:
        place, what = found.faults[0].place, found.faults[0].what
        raise refuse(f"{place.th}: {what.th}", f"{place.en}: {what.en}")
    keep_rows(rows, found.bodies, table.fiscal_year, table)


@transaction.atomic
def drop_table(*, by: Person | None, table: ResultsTable) -> None:
    """A table that waits is not kept; only its name and fingerprint stay."""
    ResultsTable.objects.filter(pk=table.pk, by=by, state=ResultsTable.State.WAITING).update(
        state=ResultsTable.State.DROPPED, rows=[], remarks={}
    )


def _remarks(checked: Checked) -> dict[str, object]:
    shown = [{"place": asdict(one.place), "what": asdict(one.what)} for one in checked.warnings[:_MOST_REMARKS]]
    return {
        "warnings": shown,
        "count": len(checked.warnings),
        "ignored": list(checked.ignored)[:50],
        "rounded": checked.rounded,
    }
