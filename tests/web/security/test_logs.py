"""The log tells what happened, and neither secrets nor what people wrote."""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from prongsai.web.site.logs import HideSecrets, OnlyFaultsLeaveTraces
from tests.cast import PASSWORD, Cast
from tests.web.security.addresses import address
from tests.web.security.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the console of an installation is told meanwhile."""
    told = io.StringIO()
    handler = logging.StreamHandler(told)
    handler.addFilter(HideSecrets())
    handler.addFilter(OnlyFaultsLeaveTraces())
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.INFO)
    yield told
    root.removeHandler(handler)
    root.setLevel(level)


def test_every_handler_hides_secrets_and_traces() -> None:
    logs: Any = settings.LOGGING
    assert all(handler["filters"] == ["secrets", "traces"] for handler in logs["handlers"].values())
    for name, kind in (("secrets", HideSecrets), ("traces", OnlyFaultsLeaveTraces)):
        assert logs["filters"][name]["()"] == f"{kind.__module__}.{kind.__name__}"


def test_a_refused_request_is_one_line(cast: Cast, client: Client, log: io.StringIO) -> None:
    client.force_login(cast.wichai, backend="django.contrib.auth.backends.ModelBackend")
    assert client.get("/a/tha-khong/people/add/").status_code == 403
    assert client.get("/a/tha-khong/people/?x=%00").status_code == 400
    assert len(log.getvalue().splitlines()) == 2 and "Traceback" not in log.getvalue()


def test_a_fault_leaves_its_trace(cast: Cast, log: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    client.force_login(cast.wichai, backend="django.contrib.auth.backends.ModelBackend")
    monkeypatch.setattr("prongsai.web.agencies.queries.members_of", lambda agency: 1 // 0)
    assert client.get("/a/tha-khong/people/").status_code == 500
    assert "ZeroDivisionError" in log.getvalue()


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


def test_links_of_calendars_stay_out_of_it(client: Client, log: io.StringIO) -> None:
    secret = "h7-pZBOGktAm8QERsRpreLw0qowuUcHS4IUs_SbQIMg"
    assert client.get(f"/c/41-{secret}.ics").status_code == 404
    assert "Not Found: /c/41-…" in log.getvalue() and secret not in log.getvalue()


@pytest.mark.parametrize("address", ["203.0.113.77", "2001:db8::7"])
def test_addresses_of_those_who_send_no_request_stay_out_of_it(log: io.StringIO, address: str) -> None:
    """What gunicorn says so may be of somebody who answers a survey."""
    logging.getLogger("of.a.server").warning(f"Invalid request from ip={address}: Invalid HTTP Header: 'X'")
    assert log.getvalue() == "Invalid request from ip=…: Invalid HTTP Header: 'X'\n"


def test_the_server_writes_through_the_same_handler() -> None:
    logs: Any = settings.LOGGING
    assert logs["loggers"]["gunicorn.error"] == {"handlers": ["console"], "propagate": False}
