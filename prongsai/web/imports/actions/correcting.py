"""Correcting what was read, before it is accepted. A second writer who read an older version is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.paths import as_text, from_text, steps, value_at, with_value, without
from prongsai.core.reports.reading import Reading, ReadMeasure
from prongsai.core.reports.reading_json import NotAReading, from_json, to_json
from prongsai.core.sentence import Sentence
from prongsai.web.accounts.models import Person
from prongsai.web.audit.actions import record
from prongsai.web.imports.models import ReportImport
from prongsai.web.site.refusals import Stale, refuse


class NotUnderstood(Exception):
    """Some values cannot be what was written; ``faults`` says by path what is wrong. Nothing was changed."""

    def __init__(self, faults: Mapping[str, Sentence]) -> None:
        super().__init__(", ".join(faults))
        self.faults = dict(faults)


@transaction.atomic
def correct(
    *,
    by: Person,
    report_import: ReportImport,
    values: Mapping[str, str],
    version: int,
    checked: Iterable[str] = (),
) -> ReportImport:
    """Write values by path, as the text of their fields (a list one item a line), and mark ``checked`` paths as right.

    A value that was changed counts as checked. Raises Stale when somebody wrote since ``version``, NotUnderstood with
    a sentence by path, and Refused when the import has been accepted.
    """
    current = _open(report_import, version)
    reading, faults, changed = current.reading, dict[str, Sentence](), list[str]()
    for path, text in values.items():
        value = _value(reading, path, text)
        if isinstance(value, Sentence):
            faults[path] = value
        elif as_text(path, value) != as_text(path, value_at(reading, path)):
            reading = with_value(reading, path, value)
            changed.append(path)
    if faults:
        raise NotUnderstood(faults)
    before = {path: value_at(current.reading, path) for path in changed}
    marked = [path for path in checked if _is_there(reading, path)]
    current.corrected = sorted({*current.corrected, *changed, *marked})
    return _kept(current, reading, by, before, {path: value_at(reading, path) for path in changed})


@transaction.atomic
def add_measure(*, by: Person, report_import: ReportImport, version: int) -> ReportImport:
    """An empty measure at the end, for one that the paper has and the reader did not see."""
    current = _open(report_import, version)
    empty = to_json(Reading(measures=(ReadMeasure(),)))["measures"]
    reading = {**current.reading, "measures": [*current.reading["measures"], *empty]}
    return _kept(current, reading, by, {}, {"measures": len(reading["measures"])})


@transaction.atomic
def remove_measure(*, by: Person, report_import: ReportImport, index: int, version: int) -> ReportImport:
    """Take out the measure at ``index`` (from 0): what is known of the others moves up with them."""
    current = _open(report_import, version)
    measures = current.reading["measures"]
    if not 0 <= index < len(measures):
        raise refuse("ไม่พบมาตรการนั้นแล้ว โปรดเปิดหน้านี้ใหม่", "That measure is not there. Please open the page anew.")
    reading = {**current.reading, "measures": measures[:index] + measures[index + 1 :]}
    reading["notes"] = _moved_notes(current.reading["notes"], index)
    current.places = {new: current.places[old] for old, new in without(current.places, "measures", index)}
    current.corrected = [new for _old, new in without(current.corrected, "measures", index)]
    current.doubtful = [
        [new, *word[1:]] for word in current.doubtful for _old, new in without(word[:1], "measures", index)
    ]
    return _kept(current, reading, by, {"measure": measures[index]["title"]}, {})


def _open(report_import: ReportImport, version: int) -> ReportImport:
    """The import as it is now, locked for this transaction."""
    rows = ReportImport.objects.of(report_import.agency_id).select_for_update()
    current = rows.select_related("agency").get(pk=report_import.pk)
    if current.state == ReportImport.State.ACCEPTED:
        raise refuse(
            "รายงานนี้รับเข้าแผนแล้ว หากต้องการแก้ไข โปรดแก้ที่แผน หรือยกเลิกการนำเข้าก่อน",
            "This report has been accepted. Please change the plan, or undo the import first.",
        )
    if current.version != version:
        raise Stale
    return current


def _kept(
    current: ReportImport, reading: dict[str, Any], by: Person, before: dict[str, Any], after: dict[str, Any]
) -> ReportImport:
    """Save under the next version; the Reading is valid or nothing is saved."""
    try:
        from_json(reading)
    except NotAReading as fault:
        raise refuse(f"บันทึกไม่ได้: {fault}", f"This cannot be kept: {fault}") from fault
    current.reading = reading
    current.version += 1
    if current.state == ReportImport.State.UNDONE:
        current.state = ReportImport.State.READ
    current.save()
    record(by=by, agency=current.agency, kind=EventKind.IMPORT_CORRECTED, subject=current, before=before, after=after)
    return current


def _value(reading: dict[str, Any], path: str, text: str) -> Any:
    """The value of that text; an item must keep its code, and only fields that are there can be written."""
    if not _is_there(reading, path):
        return Sentence("ไม่มีช่องนี้แล้ว โปรดเปิดหน้านี้ใหม่", "This field is not there. Please open the page anew.")
    value = from_text(path, text)
    if value is None and path.endswith(".code"):
        return Sentence("โปรดกรอกรหัสรายการ เช่น O12", "Please enter the code of the item, for example O12.")
    return value


def _is_there(reading: dict[str, Any], path: str) -> bool:
    try:
        *way, last = steps(path)
    except KeyError:
        return False
    inner: Any = reading
    for step in way:
        if isinstance(step, int):
            inner = inner[step] if isinstance(inner, list) and step < len(inner) else None
        else:
            inner = inner.get(step) if isinstance(inner, dict) else None
    if path.startswith("scores.indicators."):
        return inner is not None and last in {str(number) for number in range(1, 11)}
    return isinstance(inner, dict) and last in inner and not isinstance(inner[last], dict)


def _moved_notes(notes: list[dict[str, Any]], index: int) -> list[dict[str, Any]]:
    """The notes without those of the measure; the paths of later ones follow."""
    moved = []
    for note in notes:
        paths = without([note.get("path") or ""], "measures", index)
        moved += [{**note, "path": new or None} for _old, new in paths]
    return moved
