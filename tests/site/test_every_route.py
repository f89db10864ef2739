"""Every address at once: each view declares its permission, and nobody gets in who has no seat."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.shortcuts import resolve_url
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from django.urls.converters import IntConverter, UUIDConverter
from django.urls.resolvers import RegexPattern

from prongsai.core.access.permissions import Permission
from prongsai.web.accounts.models import Person
from tests.cast import Cast

KNOWN = {"agency": "tha-khong", "year": "2569"}
EXAMPLES = {IntConverter: "1", UUIDConverter: "00000000-0000-0000-0000-000000000001"}


@dataclass(frozen=True)
class Route:
    """An address of ours as it is written in ``urls.py``, one example of it, and its view."""

    written: str
    example: str
    view: Any


def routes() -> list[Route]:
    """Every address of the project; allauth guards its own."""
    return [one for one in _walk(get_resolver(), "", "/") if one.view.__module__.startswith("prongsai.")]


def _walk(resolver: URLResolver, written: str, example: str) -> Iterator[Route]:
    for one in resolver.url_patterns:
        pattern = str(one.pattern)
        here = written + pattern, example + _filled(one)
        if isinstance(one, URLResolver):
            yield from _walk(one, *here)
        else:
            yield Route(*here, one.callback)


def _filled(one: URLPattern | URLResolver) -> str:
    if isinstance(one.pattern, RegexPattern):
        return str(one.pattern)  # only strangers' links are written so; their own tests open them
    kinds = {name: type(converter) for name, converter in one.pattern.converters.items()}

    def example(found: re.Match[str]) -> str:
        name = found["name"]
        return KNOWN.get(name) or EXAMPLES.get(kinds[name], "O1")

    return re.sub(r"<(?:\w+:)?(?P<name>\w+)>", example, str(one.pattern))


ROUTES = routes()
GUARDED = [one for one in ROUTES if getattr(one.view, "permission", None) is not Permission.PUBLIC]
OF_AGENCY = [one for one in GUARDED if one.written.startswith("a/<slug:agency>/")]


def test_it_knows_the_routes() -> None:
    assert len(ROUTES) > 30 and len(OF_AGENCY) > 20
    assert not [one.example for one in GUARDED if "<" in one.example]


def test_every_view_declares_its_permission() -> None:
    assert [one.written for one in ROUTES if not isinstance(getattr(one.view, "permission", None), Permission)] == []


def test_only_these_are_public() -> None:
    # Every public page of an agency; its own tests walk them before and after something is published.
    of_portal = [one for one in ROUTES if one.view.__module__.startswith("prongsai.web.portal.")]
    assert all(one.view.permission is Permission.PUBLIC or one.written.startswith("a/") for one in of_portal)
    ours = (one for one in ROUTES if one not in of_portal)
    public = sorted({one.written for one in ours if one.view.permission is Permission.PUBLIC})
    # By a secret: a division's link, a calendar's feed. By the address of a survey: its questions.
    known = ("^r/", "^c/(?P<secret>", "^s/(?P<code>")
    assert [one for one in public if not one.startswith(known)] == ["health", "language/"]


def test_strangers_are_sent_to_sign_in(cast: Cast, client: Client) -> None:
    door = resolve_url(settings.LOGIN_URL)
    for route in GUARDED:
        answers = [client.get(route.example), client.post(route.example)]
        assert {one.status_code for one in answers} <= {302, 404, 405}, route.written
        sent = [one["Location"] for one in answers if one.status_code == 302]
        assert sent and all(one.startswith(door) for one in sent), route.written


def test_nothing_is_there_for_people_of_another_agency(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    client = signed_in(cast.somsak)
    for route in OF_AGENCY:
        answers = {client.get(route.example).status_code, client.post(route.example).status_code}
        assert answers in ({404}, {404, 405}), route.written


@pytest.mark.parametrize("name", ["somying", "wichai", "prasert"])
def test_every_page_opens_or_says_why_not(cast: Cast, signed_in: Callable[[Person], Client], name: str) -> None:
    client = signed_in(getattr(cast, name))
    for route in OF_AGENCY:
        assert client.get(route.example).status_code in {200, 302, 403, 404, 405}, route.written
