"""Keeping what a look found: once, in order, with the history and the chain of receipts."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from prongsai.core.links.link import Failure
from prongsai.core.links.receipt import verify
from prongsai.core.links.uptime import SILENCE
from prongsai.web.links import actions, queries
from prongsai.web.links.models import Link, Receipt, Spell, State
from tests.cast import Cast
from tests.web.links.looks import AT, DAY, PAGE, checked, look, watched

GONE: dict[str, Any] = {"status": 404, "body": b"<html><title>404</title><body>not found</body></html>"}


def test_a_look_is_kept_with_what_it_found(cast: Cast) -> None:
    link = look(watched(cast.agency)[0])
    assert (link.state, link.status, link.kind, link.title) == (State.FINE, 200, "html", "รายงานการกำกับติดตาม")
    assert (link.checked_at, link.since, link.size) == (AT, AT, len(PAGE))
    assert link.due_at is not None and link.due_at > AT


def test_the_same_look_kept_twice_changes_nothing(cast: Cast) -> None:
    link = watched(cast.agency)[0]
    look(link, proof=True)
    before = Link.objects.of(cast.agency).values().get()
    look(link, proof=True)
    look(link, checked(at=AT - DAY, **GONE))  # an older one that comes late
    assert Link.objects.of(cast.agency).values().get() == before
    assert (Spell.objects.of(cast.agency).count(), Receipt.objects.of(cast.agency).count()) == (1, 1)


def test_looks_that_find_the_same_are_one_stretch_and_others_begin_one(cast: Cast) -> None:
    link = watched(cast.agency)[0]
    for day in range(3):
        look(link, checked(at=AT + DAY * day, body=PAGE + b"<!-- %d -->" % day))  # a page that changes every day
    for day in (3, 4):
        look(link, checked(at=AT + DAY * day, **GONE))
    link = look(link, checked(at=AT + DAY * 5))
    spells = list(Spell.objects.of(cast.agency))
    assert [(one.state, one.checks) for one in spells] == [("fine", 1), ("broken", 2), ("fine", 3)]
    assert (spells[2].first_at, spells[2].last_at) == (AT, AT + DAY * 2)
    assert (link.since, link.failures) == (AT + DAY * 5, 0)


def test_after_a_long_silence_a_new_stretch_begins(cast: Cast) -> None:
    link = watched(cast.agency)[0]
    look(link)
    look(link, checked(at=AT + SILENCE + DAY))
    assert Spell.objects.of(cast.agency).count() == 2


def test_failures_in_a_row_are_counted_and_tried_again_soon(cast: Cast) -> None:
    link = look(watched(cast.agency)[0], checked(failure=Failure.TIME_OUT))
    assert (link.state, link.failures) == (State.BROKEN, 1)
    assert link.due_at is not None and link.due_at <= AT + timedelta(hours=4)
    link = look(link, checked(at=AT + timedelta(hours=3), failure=Failure.REFUSED))
    assert (link.failures, link.since) == (2, AT)


def test_what_was_known_of_the_content_stays_while_nothing_comes(cast: Cast) -> None:
    link = look(watched(cast.agency)[0], checked(headers={"content-type": "text/html", "etag": '"a"'}))
    known = (link.sha256, link.kind, link.title)
    link = look(link, checked(at=AT + DAY, **GONE))
    assert (link.sha256, link.kind, link.title) == known
    assert (link.etag, link.changed_at, link.status) == ("", None, 404)  # it is asked for whole when it is back


def test_other_content_is_told_as_a_change(cast: Cast) -> None:
    link = look(watched(cast.agency)[0])
    link = look(link, checked(at=AT + DAY, body=PAGE.replace(b"60,000", b"90,000")))
    assert link.changed_at == AT + DAY


def test_an_unchanged_answer_keeps_the_verdict_of_the_content(cast: Cast) -> None:
    locked = checked(body=b"<html><title>x</title><body></body></html>")
    link = look(watched(cast.agency)[0], locked)
    assert link.state != State.FINE
    before = (link.state, link.noticed, link.kind, link.title, link.sha256, link.size)
    link = look(link, checked(at=AT + DAY, status=304, body=b"", unchanged=True))
    assert (link.state, link.noticed, link.kind, link.title, link.sha256, link.size) == before
    assert link.checked_at == AT + DAY


@pytest.mark.parametrize("title", ["ก\x00ข", "ยาว" * 400, "สอง\nบรรทัด"])
def test_what_servers_say_is_one_line_that_every_database_takes(cast: Cast, title: str) -> None:
    body = f"<html><title>{title}</title><body>{PAGE.decode()}</body></html>".encode()
    link = look(watched(cast.agency)[0], checked(body=body, headers={"content-type": "text/html", "etag": "x" * 999}))
    assert "\x00" not in link.title and "\n" not in link.title and len(link.title) <= 300
    assert link.etag == ""  # one that was cut would never fit again


def test_receipts_are_one_chain_over_all_links_of_an_agency(cast: Cast) -> None:
    first, second = watched(cast.agency, "https://a.example/1", "https://a.example/2")
    (other,) = watched(cast.neighbour)
    for number, link in enumerate((first, second, other, first)):
        look(link, checked(link.url, at=AT + DAY * number, body=PAGE + str(number).encode()), proof=True)
    chain = list(queries.chain_of(cast.agency))
    assert [one.number for one in chain] == [1, 2, 3]
    assert verify(chain) == []
    assert verify(queries.chain_of(cast.neighbour)) == []
    assert all(queries.fault_of_record(one) is None for one in chain)
    first.refresh_from_db()
    assert (first.proved_at, first.proved_sha256) == (chain[-1].at, chain[-1].payload_sha256)


def test_a_link_of_another_agency_is_not_there(cast: Cast) -> None:
    link = watched(cast.agency)[0]
    assert actions.keep_checked(agency=cast.neighbour, link_id=link.pk, checked=checked()) is None
    assert not Spell.objects.of(cast.agency).exists() and not Spell.objects.of(cast.neighbour).exists()


def test_what_nothing_shows_any_more_is_not_opened_again(cast: Cast) -> None:
    link = look(watched(cast.agency)[0])
    actions.watch(agency=cast.agency, fiscal_year=2569, code="O12", wanted=[])
    link = look(link, checked(at=AT + DAY))  # it was on its way
    assert link.due_at is None and link.state == State.FINE
    assert watched(cast.agency)[0].due_at is not None  # shown again, looked at again
