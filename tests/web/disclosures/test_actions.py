"""Writing disclosures."""

from __future__ import annotations

import pytest

from prongsai.core.access.decision import Refused
from prongsai.core.reports.reading import ReadDisclosure, Status
from prongsai.web.agencies.models import Division
from prongsai.web.audit.models import Event
from prongsai.web.disclosures import actions, queries
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.site.refusals import Stale
from tests.cast import Cast

ROWS = (
    ReadDisclosure(
        "O10", "แผนยุทธศาสตร์", "9.2", ("แผน ๕ ปี",), ("งานช่าง", "กองช่าง"), Status.IN_PROGRESS, ("กำลังปรับปรุง",)
    ),
    ReadDisclosure("O2"),
)


def _set(cast: Cast) -> list[Disclosure]:
    return actions.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=2566, rows=ROWS)


def _change(cast: Cast, code: str = "O2", version: int = 1, **values: object) -> Disclosure:
    content = actions.Content(**{"name": "ข้อมูลผู้บริหาร", **values})  # type: ignore[arg-type]  # given by the tests
    return actions.change_disclosure(
        by=cast.somying, agency=cast.agency, fiscal_year=2566, code=code, content=content, version=version
    )


def test_what_a_report_says_comes_back_in_the_order_of_the_items(cast: Cast) -> None:
    _set(cast)
    second, tenth = queries.as_read(cast.agency, 2566)
    assert tenth == ROWS[0]
    assert (second.code, second.status, second.sub_indicator) == ("O2", Status.NOT_STARTED, "9.1")
    assert second.name  # the framework's, where the report has none


def test_the_division_is_found_by_the_units(cast: Cast) -> None:
    row = next(one for one in _set(cast) if one.code == "O10")
    assert row.division == cast.works


def test_items_that_are_there_already_stay(cast: Cast) -> None:
    _set(cast)
    _change(cast, name="ของเรา")
    assert _set(cast) == []
    assert queries.as_read(cast.agency, 2566)[0].name == "ของเรา"


def test_a_change_is_kept_with_what_was_before(cast: Cast) -> None:
    _set(cast)
    row = _change(cast, status=Status.DONE, progress=("เผยแพร่แล้ว",), division_id=cast.finance.pk)
    assert (row.version, row.status, row.division_id) == (2, "done", cast.finance.pk)
    event = Event.objects.of(cast.agency).filter(kind="disclosure_changed").first()
    assert event is not None
    assert (event.before["status"], event.after["status"]) == ("not_started", "done")


def test_an_item_begins_with_its_first_change(cast: Cast) -> None:
    row = _change(cast, "O1", 0)
    assert (row.sub_indicator, row.order, row.version) == ("9.1", 1, 1)


@pytest.mark.parametrize("version", [0, 2, 7])
def test_an_older_version_is_told(cast: Cast, version: int) -> None:
    _set(cast)
    with pytest.raises(Stale):
        _change(cast, version=version, name="ทับ")
    assert queries.as_read(cast.agency, 2566)[0].name != "ทับ"


def test_a_version_of_what_is_gone_is_told(cast: Cast) -> None:
    with pytest.raises(Stale):
        _change(cast, "O1", 3)


def test_an_item_that_no_framework_has_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="O99"):
        _change(cast, "O99", 0)


def test_a_division_of_another_agency_is_refused(cast: Cast) -> None:
    theirs = Division.objects.of(cast.neighbour).get()
    with pytest.raises(Refused):
        _change(cast, "O1", 0, division_id=theirs.pk)
    assert not Disclosure.objects.of(cast.agency).exists()


def test_what_an_import_made_is_taken_back_unless_somebody_wrote(cast: Cast) -> None:
    made = _set(cast)
    ids = [row.pk for row in made]
    _change(cast)
    with pytest.raises(Refused, match="O2"):
        actions.take_back_disclosures(by=cast.somying, agency=cast.agency, ids=ids)
    assert Disclosure.objects.of(cast.agency).count() == 2
    Disclosure.objects.of(cast.agency).update(version=1)
    actions.take_back_disclosures(by=cast.somying, agency=cast.agency, ids=ids)
    assert not Disclosure.objects.of(cast.agency).exists()


def test_what_has_evidence_is_not_taken_back(cast: Cast) -> None:
    made = _set(cast)
    actions.attach_evidence(by=cast.somying, disclosure=made[0], url="https://tha-khong.example/o10", title="แผน")
    with pytest.raises(Refused, match="O10"):
        actions.take_back_disclosures(by=cast.somying, agency=cast.agency, ids=[row.pk for row in made])
