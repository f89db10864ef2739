"""Guessing passwords, keeping a session from before, and being led elsewhere after signing in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from axes.utils import reset
from django.conf import settings as installed
from django.test import Client

from tests.cast import PASSWORD, Cast

LOGIN = "/accounts/login/"


@pytest.fixture(autouse=True)
def _counted(settings: Any, db: None) -> Iterator[None]:
    """Failed attempts are counted as in an installation, only not by allauth (in the memory of a process)."""
    settings.AXES_ENABLED = True
    settings.ACCOUNT_RATE_LIMITS = False
    yield
    reset()


def sign_in(client: Client, name: str, password: str = PASSWORD, **more: str) -> Any:
    return client.post(LOGIN, {"login": name, "password": password, **more})


@pytest.mark.parametrize("name", ["somying", "SomYing", "SOMYING", " somying ", "somying@tha-khong.go.th"])
def test_an_account_has_one_count_however_its_name_is_written(cast: Cast, client: Client, name: str) -> None:
    cast.somying.email = "Somying@tha-khong.go.th"
    cast.somying.save()
    for _ in range(installed.AXES_FAILURE_LIMIT):
        sign_in(client, "somying", "wrong-password")
    assert sign_in(client, name).status_code == 429
    assert "_auth_user_id" not in client.session
    assert sign_in(client, "wichai").status_code == 302


def test_guesses_under_many_spellings_are_one_count(cast: Cast, client: Client) -> None:
    for at in range(installed.AXES_FAILURE_LIMIT):
        sign_in(client, "somying"[:at] + "somying"[at:].upper(), "wrong-password")
    assert sign_in(client, "somying").status_code == 429


def test_names_of_nobody_are_counted_too(cast: Cast, client: Client) -> None:
    answers = [sign_in(client, "nobody", "wrong-password").status_code for _ in range(installed.AXES_FAILURE_LIMIT)]
    assert answers[-1] == 429


def test_signing_in_begins_a_session_of_its_own(cast: Cast, client: Client) -> None:
    session = client.session
    session["planted"] = "yes"
    session.save()
    before = session.session_key
    sign_in(client, "somying")
    assert client.session.session_key != before
    assert client.session["_auth_user_id"] == str(cast.somying.pk)
    client.post("/accounts/logout/")
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize(
    "elsewhere", ["//evil.example/", "https://evil.example/", "javascript:alert(1)", "/\\evil.example"]
)
def test_nobody_is_led_elsewhere(cast: Cast, client: Client, elsewhere: str) -> None:
    answer = sign_in(client, "somying", next=elsewhere)
    assert answer.status_code == 302 and "evil" not in answer["Location"] and "javascript" not in answer["Location"]
    answer = client.post("/language/", {"language": "en", "next": elsewhere})
    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_pages_hold_to_a_strict_policy(cast: Cast, client: Client) -> None:
    answer = client.get(LOGIN)
    policy = answer["Content-Security-Policy"]
    assert "unsafe" not in policy and "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
    assert (answer["X-Frame-Options"], answer["X-Content-Type-Options"]) == ("DENY", "nosniff")
    assert client.get(LOGIN, headers={"host": "evil.example"}).status_code == 400
