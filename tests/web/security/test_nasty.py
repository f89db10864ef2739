"""Nasty values in every part of an address and every field of every form: an answer that is gentle, never a 500."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

import pytest
from django.db import transaction
from django.test import Client

from tests.web.security.addresses import address
from tests.web.security.nasty import NASTY, SentForm, forms_on, status_of
from tests.web.security.rules import RULES
from tests.web.security.test_access import client_of
from tests.web.security.world import World

pytestmark = pytest.mark.django_db
QUERIES = (
    *("page", "q", "division", "indicator", "status", "late", "attention", "kind", "person", "from", "saved"),
    *("replaces", "choose", "next"),
)
#: Every so many values are tried, others at every place; PRONGSAI_THOROUGH tries all of them, for minutes.
STEP = 1 if os.environ.get("PRONGSAI_THOROUGH") else 30
#: Longer than this, a query is refused by the server in front.
LONGEST_QUERY = 6000
SEEN = sorted(name for name, rule in RULES.items() if rule.see and name != "reports:document")


def tried(client: Client, url: str, body: bytes | None = None) -> int | str:
    """What is answered; whatever it did is taken back, so that the next value finds what this one found."""
    cookies, point = dict(client.cookies.items()), transaction.savepoint()
    try:
        return status_of(client, url, body)
    finally:
        transaction.savepoint_rollback(point)
        client.cookies.clear()
        client.cookies.update(cookies)


def faulty(answers: Iterator[tuple[object, int | str]]) -> list[tuple[object, int | str]]:
    """Those that went wrong inside the server."""
    return [(what, status) for what, status in answers if isinstance(status, str) or status >= 500]


def test_nasty_queries(world: World) -> None:
    client = client_of(world.ours.people["coordinator"])
    values = [value for value in NASTY if len(value) <= LONGEST_QUERY]
    answers = (
        ((name, value[:40]), tried(client, f"{address(name, world.ours)}?{urlencode(dict.fromkeys(QUERIES, value))}"))
        for at, name in enumerate(SEEN)
        for value in values[at % STEP :: STEP]
    )
    assert faulty(answers) == []


@pytest.mark.parametrize("number", [2**63, 10**3000])
def test_numbers_that_no_row_has(world: World, number: int) -> None:
    client = client_of(world.ours.people["coordinator"])
    numbered = [(name, part) for name, rule in RULES.items() for part in rule.rows if "secret" not in rule.rows]
    urls = [address(name, world.ours, rows={part: number}) for name, part in numbered if name != "outside:record"]
    assert faulty(((url[:99], body), tried(client, url, body)) for url in urls for body in (None, b"")) == []


def sent(form: SentForm) -> Iterator[tuple[str, bytes]]:
    """Bodies with a nasty value in every field at once, and with some in each field alone."""
    for value in NASTY[len(form.action) % STEP :: STEP]:
        yield f"all {value[:40]!r}", form.with_(**dict.fromkeys(form.values, value))
    short = [value for value in NASTY if len(value) < LONGEST_QUERY]
    for at, name in enumerate(_one_of_each(form.values), start=len(form.action)):
        for value in short[at % STEP :: STEP][: 50 // STEP]:
            yield f"{name} {value[:40]!r}", form.with_(**{name: value})


def _one_of_each(names: Iterable[str]) -> list[str]:
    """Of fields that differ only in a number, such as the scores of a hundred items, one; all where all are tried."""
    kinds = {name if STEP == 1 else re.sub(r"[0-9]+", "0", name): name for name in sorted(names)}
    return list(kinds.values())


def forms(world: World, role: str) -> list[SentForm]:
    """The forms that a role finds on the pages that it may see, but the one that ends the session."""
    found = forms_on(client_of(world.ours.people[role]), [address(name, world.ours) for name in SEEN])
    return [form for form in found if "logout" not in form.action]


def test_nasty_fields(world: World) -> None:
    known: set[str] = set()
    for role in ("coordinator", "officer", "executive", "administrator"):
        client, found = client_of(world.ours.people[role]), forms(world, role)
        assert len(found) > 4
        fresh = [form for form in found if form.action not in known]  # what the others send has been sent
        known |= {form.action for form in fresh}
        assert faulty(((f.action, what), tried(client, f.action, body)) for f in fresh for what, body in sent(f)) == []


def test_nasty_fields_from_strangers(world: World) -> None:
    client = Client()
    pages = [address("outside:answer", world.ours), address("outside:record", world.ours), "/accounts/login/"]
    found = forms_on(client, [*pages, "/accounts/password/reset/"])
    assert len(found) >= 3
    assert faulty(((f.action, what), tried(client, f.action, body)) for f in found for what, body in sent(f)) == []


LONG = "9" * 5000
ONCE_BROKE = [
    ("measures:take_off", {}, {"reason": "a\x00b"}),
    ("measures:list", {"q": "a\x00b"}, None),
    ("measures:export", {"q": "\x00"}, None),
    ("audit:history", {"person": LONG}, None),
    ("audit:history", {"person": "9" * 30}, None),
    ("measures:record", {"replaces": LONG}, None),
    ("measures:record", {"replaces": "9" * 30}, None),
    ("measures:carry_over", {}, {"from": "2568", "measure": LONG}),
    ("measures:choose_division", {}, {"division": LONG}),
    ("imports:confirm", {}, {"version": "1", "path": ["", ".", f"measures[{LONG}]"]}),
    ("imports:part", {}, {"version": "1", "v:measures[0].number": LONG}),
    ("imports:add", {}, {"version": LONG}),
    ("reports:submit", {}, {"version": LONG}),
    ("language", {}, {"language": "th", "next": "7"}),
]


@pytest.mark.parametrize(("name", "query", "sent"), ONCE_BROKE, ids=lambda one: str(one)[:40])
def test_what_broke_once_breaks_no_more(
    world: World, name: str, query: dict[str, str], sent: dict[str, object] | None
) -> None:
    client = client_of(world.ours.people["coordinator"])
    url = f"{address(name, world.ours)}?{urlencode(query)}"
    answer = tried(client, url, None if sent is None else urlencode(sent, doseq=True).encode())
    assert isinstance(answer, int) and answer < 500
