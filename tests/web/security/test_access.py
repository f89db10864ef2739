"""Who may open and change what: every address by every role, and by the people of another agency."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from prongsai.core.access.permissions import Permission
from prongsai.core.access.roles import ROLES
from prongsai.web.accounts.models import Person
from tests.web.answers import status_of
from tests.web.security.addresses import NAMES, address
from tests.web.security.rules import RULES, Rule
from tests.web.security.world import World, everything

pytestmark = pytest.mark.django_db
FREE = {Permission.PUBLIC, Permission.SIGNED_IN}
OF_AGENCIES = sorted(name for name, rule in RULES.items() if not {rule.see, rule.send} & FREE)
#: Whose own rules refuse also some of those whose role may: see evidence/queries.py.
OWN_RULES = {"evidence:original", "measures:take_off"}
METHODS = ("get", "post")


def client_of(person: Person) -> Client:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    return client


def asked(rule: Rule, method: str) -> Permission | None:
    return rule.send if method == "post" else rule.see


def test_every_address_has_a_stated_rule() -> None:
    assert sorted(RULES) == sorted(NAMES), "state who may open a new address in rules.py"
    unknown = {name for name, rule in RULES.items() if not any(set(rule.rows) <= parts for parts in NAMES[name])}
    assert unknown == set()


@pytest.mark.parametrize("role", ROLES)
def test_a_role_opens_and_changes_what_it_may_and_nothing_else(world: World, role: str) -> None:
    client, wrong, before = client_of(world.ours.people[role]), list[str](), unseen(world)
    for method in METHODS:
        for name in OF_AGENCIES:
            permission = asked(RULES[name], method)
            status = status_of(getattr(client, method)(address(name, world.ours)))
            if permission is None:
                fine = status == 405
            elif permission in ROLES[role].permissions:
                fine = status in {200, 302, 404, 409, 422} or (name in OWN_RULES and status == 403)
            else:
                fine = status == 403
            if not fine:
                wrong.append(f"{method} {name}: {status}")
        assert method == "post" or unseen(world) == before, "looking changes something"
    assert wrong == []


def unseen(world: World) -> list[dict[str, Any]]:
    """All rows of both agencies that nobody changes by looking."""
    made = ("reports.Document", "portal.KeptPage")  # drawn of what is frozen when it is first asked for
    tables = [everything(one.agency) for one in (world.ours, world.theirs)]
    return [{name: rows for name, rows in one.items() if name not in made} for one in tables]


def tries(world: World, name: str) -> dict[str, str]:
    """Addresses with our numbers, each with what is ours in it: all of it, or one part among the neighbour's own."""
    found = {address(name, world.ours): "ours"}
    for part, row in RULES[name].rows.items():
        found[address(name, world.theirs, rows={part: world.ours.rows[row]})] = part
    return found


def test_the_other_agency_finds_nothing_by_our_numbers(world: World) -> None:
    clients, wrong, before = (
        {role: client_of(world.theirs.people[role]) for role in ROLES},
        [],
        everything(world.ours.agency),
    )
    for name in OF_AGENCIES:
        for url, what in tries(world, name).items():
            for method in METHODS:
                role, may = attacker(name, method)
                status = status_of(getattr(clients[role], method)(url))
                # 403 comes from the role alone, before anything is looked for: it tells nothing.
                if status not in ({404, 405} | (set() if may or what == "ours" else {403})):
                    wrong.append(f"{role} {method} {url}: {status}")
    assert wrong == []
    assert everything(world.ours.agency) == before


def attacker(name: str, method: str) -> tuple[str, bool]:
    """The first role that may do this at home, who gets furthest elsewhere; whether there is one."""
    permission = asked(RULES[name], method)
    able = [role for role, rules in ROLES.items() if permission in rules.permissions]
    return (able[0], True) if able else (next(iter(ROLES)), False)


@pytest.mark.parametrize("method", ["put", "patch", "delete", "trace"])
def test_no_address_knows_other_methods(world: World, method: str) -> None:
    client = client_of(world.ours.people["coordinator"])
    answers = {name: status_of(getattr(client, method)(address(name, world.ours))) for name in RULES}
    assert {name: status for name, status in answers.items() if status not in {403, 405}} == {}


def test_looking_at_what_is_open_to_many_changes_nothing(world: World) -> None:
    before = unseen(world)
    for role in ("coordinator", "officer", "executive", "administrator"):
        client = client_of(world.ours.people[role])
        for name in RULES.keys() - set(OF_AGENCIES):
            status_of(client.get(address(name, world.ours)))
    assert unseen(world) == before


def test_nothing_is_taken_without_the_token_of_the_form(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.ours.people["coordinator"], backend="django.contrib.auth.backends.ModelBackend")
    # Who answers a survey has no session that a foreign page could ride on: its form carries a key of its own.
    sent: dict[str, Any] = {
        name: client.post(address(name, world.ours)).status_code
        for name, rule in RULES.items()
        if rule.send and not name.startswith("surveys:answer")
    }
    assert set(sent.values()) == {403}


@pytest.mark.parametrize("year", [0, 2399, 2743, 10_543, 10**30])
def test_years_that_no_office_plans_for_are_not_there(world: World, year: int) -> None:
    client = client_of(world.ours.people["coordinator"])
    urls = [url.replace("/2569/", f"/{year}/") for name in RULES if "/2569/" in (url := address(name, world.ours))]
    assert len(urls) > 50
    assert {answer for url in urls for answer in (client.get(url).status_code, client.post(url).status_code)} == {
        404,
        405,
    }
