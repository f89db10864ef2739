"""Certificates that are not in order: the page is looked at all the same, and the fault is told."""

from __future__ import annotations

import asyncio
import ssl
from pathlib import Path

import pytest

from prongsai.core.links.link import Failure, Fetched
from prongsai.links.certificates import fault_of
from tests.factories.certificates import Authority
from tests.links.site import Site, check, redirect


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """An authority that this process trusts."""
    made = Authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.file))
    monkeypatch.setenv("SSL_CERT_DIR", str(tmp_path / "none"))
    return made


def _fetched(tls: ssl.SSLContext) -> tuple[Fetched, Site]:
    site = Site({}, tls=tls)
    found = check(lambda one: [one.url + "/a"], site)
    return next(iter(found.values())).fetched, site


def test_a_good_certificate_is_no_fault(authority: Authority) -> None:
    found, _ = _fetched(authority.server())
    assert (found.status, found.tls_fault, found.failure) == (200, "", None)


def test_each_fault_is_told_and_the_page_is_seen(authority: Authority) -> None:
    faults = {
        "expired": authority.server(days=-1),
        "self-signed": authority.server(own=True),
        "wrong name": authority.server("other.example"),
        "incomplete chain": authority.server(middle=True),
        "untrusted": authority.server(middle=True, published=False),
    }
    for words, tls in faults.items():
        found, site = _fetched(tls)
        assert (found.status, found.tls_fault, found.failure, found.tries) == (200, words, None, 1)
        assert site.pages == ["/a"]


def test_a_certificate_that_begins_later_is_told(authority: Authority) -> None:
    error = ssl.SSLCertVerificationError()
    error.verify_code = 9
    assert fault_of(error) == "not yet valid"
    error.verify_code = 99
    assert fault_of(error) == "untrusted"


def test_trust_is_asked_for_anew_at_the_next_host(authority: Authority) -> None:
    there = Site({}, tls=authority.server())
    here = Site({}, tls=authority.server(days=-1))

    def asked(one: Site, other: Site) -> list[str]:
        one.answers = {"/a": redirect(other.url + "/b")}
        return [one.url + "/a"]

    found = next(iter(check(asked, here, there).values())).fetched
    assert (found.status, found.tls_fault) == (200, "expired")


class Plain(Site):
    """Speaks at once, and no TLS."""

    async def speak(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Not what was asked."""
        writer.write(b"220 mail.office.example ESMTP\r\n" * 5)
        await reader.read(1 << 16)


class Silent(Site):
    """Takes the line and says nothing."""

    async def speak(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Nothing."""
        await asyncio.sleep(30)


def test_what_speaks_no_tls_is_told_as_a_failure() -> None:
    found = check(lambda one: [f"https://127.0.0.1:{one.port}/a"], Plain({}))
    fetched = next(iter(found.values())).fetched
    assert (fetched.failure, fetched.tls_fault) == (Failure.TLS, "")


def test_a_server_that_is_silent_in_the_handshake_times_out() -> None:
    found = check(lambda one: [f"https://127.0.0.1:{one.port}/a"], Silent({}), connect=0.2, total=0.4, tries=1)
    assert next(iter(found.values())).fetched.failure is Failure.TIME_OUT
