"""What is done to results of the assessment."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from prongsai.core.events.vocabulary import EventKind
from prongsai.core.reports.reading import Scores
from prongsai.core.scoring.answers import Tally
from prongsai.core.scoring.known import ItemResult, KnownResult
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.checking import check
from prongsai.web.assessments.listening import listen_to_results as listen_to_results
from prongsai.web.assessments.listening import tell_listeners
from prongsai.web.assessments.models import Assessment
from prongsai.web.assessments.queries import scores_of
from prongsai.web.assessments.stored import counted, known_of, plain, values_of
from prongsai.web.audit.actions import record
from prongsai.web.frameworks.queries import framework_for
from prongsai.web.site.refusals import Stale, refuse

#: Columns that map a code to what is known of it: the history keeps only the codes that changed.
_MAPS = ("indicators", "parts", "sub_indicators", "questions", "items")


@transaction.atomic
def record_known(
    *,
    by: Person,
    agency: Agency,
    known: KnownResult,
    source: str,
    kind: str = Assessment.Kind.OFFICIAL,
    version: int | None = None,
    tally: Tally | None = None,
) -> Assessment:
    """Keep all that is known of a year's result, in place of what was kept of that kind.

    ``version`` is the one that was read, 0 where nothing was kept yet; None writes over whatever is there. ``tally``
    are the answers behind a mock result. Raises Stale when somebody else wrote first, and Refused for a score outside
    0-100, for a code that the year's framework does not have, and where there is no score at all.
    """
    framework, _provisional = framework_for(agency, known.fiscal_year)
    check(known, framework)
    values = values_of(known) | {"source": source[:300], "tally": counted(tally) if tally else {}}
    found = Assessment.objects.of(agency).filter(fiscal_year=known.fiscal_year, kind=kind).first()
    before = _plain(found) if found else {}
    result = _written(found, values, version) if found else _begun(agency, known.fiscal_year, kind, values, version)
    before, after = _changed(before, _plain(result))
    record(by=by, agency=agency, kind=EventKind.ASSESSMENT_RECORDED, subject=result, before=before, after=after)
    _told(by, result)
    return result


@transaction.atomic
def record_result(*, by: Person, agency: Agency, fiscal_year: int, scores: Scores, source: str) -> Assessment:
    """Keep the indicators and total that an import read; what else is known of that year stays. Figures are 0 to 100.

    Raises Refused for a figure outside 0-100, for an unknown indicator, and where there is no figure at all.
    """
    if wrong := next((key for key in scores.indicators if not key.isdecimal()), None):
        raise refuse(f"ไม่มีตัวชี้วัดที่ {wrong}", f"There is no indicator {wrong}.")
    found = Assessment.objects.of(agency).filter(fiscal_year=fiscal_year, kind=Assessment.Kind.OFFICIAL).first()
    known = replace(
        known_of(found) if found else KnownResult(fiscal_year),
        indicators={int(number): Decimal(str(figure)) for number, figure in scores.indicators.items()},
        total=None if scores.total is None else Decimal(str(scores.total)),
    )
    return record_known(by=by, agency=agency, known=known, source=source)


@transaction.atomic
def clear_result(
    *, by: Person, agency: Agency, fiscal_year: int, version: int, kind: str = Assessment.Kind.OFFICIAL
) -> None:
    """Take a year's result out; the history keeps all of it. Stale when somebody else wrote first."""
    found = Assessment.objects.of(agency).filter(fiscal_year=fiscal_year, kind=kind).first()
    if found is None:
        raise refuse("ไม่มีผลการประเมินของปีนี้ให้ลบ", "There is no result of that year to clear.")
    if found.version != version:
        raise Stale
    _taken_out(by, found)


@transaction.atomic
def take_back_result(*, by: Person, agency: Agency, result_id: int, scores: Scores) -> None:
    """Remove a result that an import made, if it still says what was imported; Refused where it was changed since."""
    result = Assessment.objects.of(agency).filter(pk=result_id).first()
    if result is None:
        return
    if _figures(scores_of(result)) != _figures(scores) or result.questions or result.items or result.sub_indicators:
        raise refuse(
            f"ผลการประเมินปี {result.fiscal_year} ถูกแก้ไขหลังนำเข้าแล้ว จึงไม่นำออกให้โดยอัตโนมัติ",
            f"The result of {result.fiscal_year} has been changed since the import, so it is not taken out.",
        )
    _taken_out(by, result)


def _taken_out(by: Person, result: Assessment) -> None:
    before = _filled(_plain(result))
    record(by=by, agency=result.agency, kind=EventKind.ASSESSMENT_RECORDED, subject=result, before=before)
    result.delete()
    _told(by, result)


def _told(by: Person, result: Assessment) -> None:
    if result.kind == Assessment.Kind.OFFICIAL:
        tell_listeners(by, result.agency, result.fiscal_year)


def _begun(agency: Agency, fiscal_year: int, kind: str, values: dict[str, Any], version: int | None) -> Assessment:
    if version:
        raise Stale
    try:
        with transaction.atomic():
            return Assessment.objects.add(agency=agency, fiscal_year=fiscal_year, kind=kind, **values)
    except IntegrityError:  # somebody else has just begun the same year
        raise Stale from None


def _written(found: Assessment, values: dict[str, Any], version: int | None) -> Assessment:
    rows = Assessment.objects.of(found.agency_id).filter(pk=found.pk)
    if version is not None:
        rows = rows.filter(version=version)
    if not rows.update(version=F("version") + 1, **values):
        raise Stale
    found.refresh_from_db()
    return found


def _figures(scores: Scores) -> tuple[dict[str, float], float | None]:
    return {key: round(value, 2) for key, value in scores.indicators.items()}, (
        None if scores.total is None else round(scores.total, 2)
    )


def _plain(result: Assessment) -> dict[str, Any]:
    """A result as the history keeps it: every value one line to read."""
    known = known_of(result)
    return values_of(known) | {
        "total": None if known.total is None else f"{known.total:.2f}",
        "source": result.source,
        "parts": {
            f"{code} {number}": plain(score) for code, scores in known.parts.items() for number, score in scores.items()
        },
        "items": {code: _item_line(one) for code, one in known.items.items()},
        "recommendations": [f"{one.code} {one.text}".strip() for one in known.recommendations],
    }


def _item_line(item: ItemResult) -> str:
    score = "–" if item.score is None else plain(item.score)
    return f"{score} ({item.remark})" if item.remark else score


def _changed(before: dict[str, Any], after: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Both, with no more of the long columns than the codes that changed."""
    before, after = dict(before), dict(after)
    for name in _MAPS:
        old, new = before.get(name, {}), after.get(name, {})
        same = {code for code in old.keys() & new.keys() if old[code] == new[code]}
        before[name] = {code: value for code, value in old.items() if code not in same}
        after[name] = {code: value for code, value in new.items() if code not in same}
    return _filled(before), _filled(after)


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    """Without what is empty: an empty value says nothing to a reader."""
    return {name: value for name, value in values.items() if value not in ({}, [], "", None)}
