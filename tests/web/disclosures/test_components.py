"""The components of an item: ticked, each with its place, and open again where the place is taken off."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from prongsai.core.access.decision import Refused
from prongsai.core.disclosures.checklist import Mark
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.models import Tick
from prongsai.web.evidence import actions as evidence
from prongsai.web.evidence.queries import Evidence
from prongsai.web.site.refusals import Stale
from tests.cast import Cast
from tests.web.disclosures.shown import entry, item, link, marks, row, where

SignedIn = Callable[[Person], Client]


def _form(page: Any) -> dict[str, str]:
    """What the checklist of a page would send as it stands."""
    form = page.context["checklist"]
    return {one.html_name: "" if one.value() in (None, False) else str(one.value()) for one in form} | {
        "version": str(form["version"].value())
    }


def _ticked(sent: dict[str, str], at: int, place: str = "") -> dict[str, str]:
    """The same with component ``at`` ticked, and its place narrowed down."""
    key = [name for name in sent if name.startswith("place_")][at].removeprefix("place_")
    return {name: value for name, value in sent.items() if value} | {f"tick_{key}": "on", f"where_{key}": place}


def test_a_pasted_address_shows_everything_with_one_button(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    page = client.get(item("O12"))
    assert 'name="shows_all" id="id_shows_all" checked' in page.content.decode()
    client.post(item("O12", "evidence/"), {"url": "https://tha-khong.example/o12", "shows_all": "on", "where": "หน้า 3"})
    found = entry(cast, "O12")
    assert (found.ticked, len(found.checks)) == (3, 3)
    assert {check.mark.where for check in found.checks if check.mark} == {"หน้า 3"}
    assert found.condition.state == "drafted"


def test_a_second_link_ticks_only_what_is_open(cast: Cast) -> None:
    first = link(cast, "O12", "a", shows_all=False)
    actions.set_ticks(**where(cast, "O12", version=1), marks=marks(cast, "O12", first)[:1])
    second = link(cast, "O12", "b")
    assert [check.mark.piece for check in entry(cast, "O12").checks if check.mark] == [first, second, second]


def test_several_are_ticked_in_one_form_each_at_its_place(cast: Cast, signed_in: SignedIn) -> None:
    piece, client = link(cast, "O12", shows_all=False), signed_in(cast.somying)
    sent = _ticked(_ticked(_form(client.get(item("O12"))), 0, "หน้า 3"), 2, "ตาราง 1")
    assert client.post(item("O12", "components/"), sent).status_code == 302
    found = [check.mark for check in entry(cast, "O12").checks]
    assert [(mark.piece, mark.where) if mark else None for mark in found] == [
        (piece, "หน้า 3"),
        None,
        (piece, "ตาราง 1"),
    ]
    event = Event.objects.of(cast.agency).get(kind="component_ticked")
    assert event.before == {"shown": []}
    assert event.after["shown"][0].endswith("→ หน้าเว็บ → หน้า 3")


def test_all_are_ticked_where_the_form_says(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12", shows_all=False)
    client = signed_in(cast.somying)
    sent = {name: value for name, value in _form(client.get(item("O12"))).items() if value}
    client.post(item("O12", "components/"), sent | {"every": "1"})
    assert entry(cast, "O12").ticked == 3


def test_unticking_opens_a_component(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12")
    client = signed_in(cast.somying)
    sent = _form(client.get(item("O12")))
    first = next(name for name in sent if name.startswith("tick_"))
    client.post(item("O12", "components/"), {name: value for name, value in sent.items() if name != first and value})
    assert [check.is_shown for check in entry(cast, "O12").checks] == [False, True, True]


def test_a_piece_that_is_taken_off_lets_its_ticks_fall_open(cast: Cast, signed_in: SignedIn) -> None:
    piece, client = link(cast, "O12"), signed_in(cast.somying)
    sent = {"title": "x", "url": "https://tha-khong.example/x", "version": str(row(cast, "O12").version), "move": "off"}
    client.post(item("O12", f"evidence/{piece}/"), sent)
    assert entry(cast, "O12").ticked == 0
    assert client.get(item("O12")).content.decode().count("ที่แสดงเดิมถูกนำออกแล้ว") == 3
    assert Evidence.objects.of(cast.agency).get(pk=piece).removed_at is None


def test_evidence_that_is_removed_anywhere_lets_ticks_fall_open_too(cast: Cast) -> None:
    piece = link(cast, "O12")
    evidence.remove_evidence(by=cast.somying, evidence=Evidence.objects.of(cast.agency).get(pk=piece))
    found = entry(cast, "O12")
    assert (found.ticked, found.condition.state) == (0, "missing")


def test_the_own_text_shows_components_as_long_as_it_is_there(cast: Cast, signed_in: SignedIn) -> None:
    row_ = actions.write_words(**where(cast, "O12", version=0), words=actions.Words("ความก้าวหน้า"))
    row_ = actions.set_ticks(**where(cast, "O12", version=row_.version), marks=marks(cast, "O12", None))
    assert entry(cast, "O12").ticked == 3
    assert "ข้อความหรือตารางในหน้านี้" in signed_in(cast.somying).get(item("O12")).content.decode()
    actions.write_words(**where(cast, "O12", version=row_.version), words=actions.Words(""))
    assert entry(cast, "O12").ticked == 0


@pytest.mark.parametrize("piece", [None, 999_999])
def test_a_place_that_is_not_there_is_refused_with_the_name(cast: Cast, piece: int | None) -> None:
    wanted = marks(cast, "O12", piece)[:1]
    with pytest.raises(Refused, match=wanted[0].component[:20]):
        actions.set_ticks(**where(cast, "O12", version=0), marks=wanted)
    assert not Tick.objects.of(cast.agency).exists()


def test_a_piece_of_the_neighbour_is_no_place(cast: Cast) -> None:
    theirs = evidence.add_link(
        by=cast.somsak, agency=cast.neighbour, url="https://nong-saeng.example/", title="ของเขา", fiscal_year=2566
    )
    with pytest.raises(Refused):
        actions.set_ticks(**where(cast, "O12", version=0), marks=marks(cast, "O12", theirs.pk))


def test_a_component_that_is_not_asked_for_is_refused(cast: Cast) -> None:
    piece = link(cast, "O12", shows_all=False)
    with pytest.raises(Refused, match="ไม่ได้ถาม"):
        actions.set_ticks(**where(cast, "O12", version=1), marks=[Mark("ไม่ได้ถาม", piece)])


def test_the_second_writer_is_told_and_keeps_the_ticks_of_the_form(cast: Cast, signed_in: SignedIn) -> None:
    link(cast, "O12", shows_all=False)
    client = signed_in(cast.somying)
    sent = _ticked(_form(client.get(item("O12"))), 1, "หน้า 9")
    with pytest.raises(Stale):
        actions.set_ticks(**where(cast, "O12", version=7), marks=[])
    actions.write_words(**where(cast, "O12", version=1), words=actions.Words("ของคนแรก"))
    answer = client.post(item("O12", "components/"), sent)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert 'value="หน้า 9"' in page
    assert entry(cast, "O12").ticked == 0
    again = sent | {"version": str(row(cast, "O12").version)}
    assert client.post(item("O12", "components/"), again).status_code == 302
    assert entry(cast, "O12").ticked == 1


def test_nothing_can_be_ticked_before_there_is_a_place(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.somying)
    page = client.get(item("O12"))
    assert "เพิ่มลิงก์ ไฟล์ หรือข้อความก่อน" in page.content.decode()
    first = next(name for name in _form(page) if name.startswith("tick_"))
    answer = client.post(item("O12", "components/"), {first: "on", "version": "0"})
    assert answer.status_code == 422
    assert not Tick.objects.of(cast.agency).exists()


def test_ticking_is_for_those_who_write_the_item(cast: Cast, signed_in: SignedIn) -> None:
    actions.assign(by=cast.somying, agency=cast.agency, fiscal_year=2566, codes=["O12"], division_id=cast.finance.pk)
    sent = {"version": "2"}
    assert signed_in(cast.wichai).post(item("O12", "components/"), sent).status_code == 403
    assert signed_in(cast.prasert).post(item("O12", "components/"), sent).status_code == 403
    assert signed_in(cast.somsak).post(item("O12", "components/"), sent).status_code == 404
    assert Client().post(item("O12", "components/"), sent).status_code == 302
