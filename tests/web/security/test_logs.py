"""The log tells what happened, and neither secrets nor what people wrote."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from prongsai.web.site.logs import HideSecrets
from tests.cast import PASSWORD
from tests.web.security.addresses import address
from tests.web.security.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the console of an installation is told meanwhile."""
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.addFilter(HideSecrets())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield told
    root.removeHandler(handler)
    root.setLevel(level)


def test_every_handler_hides_secrets() -> None:
    logs: Any = settings.LOGGING
    assert all("secrets" in handler["filters"] for handler in logs["handlers"].values())
    assert logs["filters"]["secrets"]["()"] == f"{HideSecrets.__module__}.{HideSecrets.__name__}"


def test_links_of_divisions_stay_out_of_it(world: World, client: Client, log: io.StringIO) -> None:
    page, secret = address("outside:answer", world.ours), world.ours.secret
    for url in (f"{page}999999/", page.replace(secret, secret[:-1] + "~"), f"{page}x"):
        assert client.get(url).status_code == 404
    client.put(page)
    Client(enforce_csrf_checks=True).post(address("outside:record", world.ours), {"name": "นายลับ ลับมาก"})
    told = log.getvalue()
    assert "Not Found: /r/" in told and "Method Not Allowed" in told and "Forbidden" in told
    assert secret not in told and secret.partition("-")[2][:20] not in told and "ลับมาก" not in told


def test_links_to_a_new_password_stay_out_of_it(log: io.StringIO) -> None:
    Client(enforce_csrf_checks=True).post("/accounts/password/reset/key/1a-c9x3kq-0123456789abcdef0123456789abcdef/")
    assert "/accounts/password/reset/key/1a-…/" in log.getvalue()
    assert "0123456789abcdef" not in log.getvalue()


def test_sign_ins_stay_out_of_it(world: World, client: Client, log: io.StringIO) -> None:
    for password in ("wrong-password-1", PASSWORD):
        client.post("/accounts/login/", {"login": "somying", "password": password})
    assert "wrong-password-1" not in log.getvalue() and PASSWORD not in log.getvalue()
    assert "somying" not in log.getvalue()
