"""Which addresses are opened, however they are written."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from django.core.exceptions import ImproperlyConfigured
from hypothesis import given
from hypothesis import strategies as st
from yarl import URL

from prongsai.links.addresses import is_public, target_of
from prongsai.links.limits import Limits, allowed_networks
from prongsai.web import environment

_PRIVATE = [
    "127.0.0.1",
    "127.9.9.9",
    "0.0.0.0",  # noqa: S104 -- refused, not served
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "192.0.2.1",
    "198.18.0.1",
    "198.51.100.7",
    "203.0.113.7",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "192.88.99.1",
    "::1",
    "::",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::127.0.0.1",
    "64:ff9b::127.0.0.1",
    "64:ff9b::a9fe:a9fe",
    "64:ff9b:1::1",
    "2002:7f00:1::1",
    "2001:0:1::1",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:db8::1",
    "100::1",
    "3fff::1",
    "5f00::1",
]
_PUBLIC = [
    "8.8.8.8",
    "1.1.1.1",
    "172.32.0.1",
    "100.128.0.1",
    "203.150.1.1",
    "2001:4860:4860::8888",
    "64:ff9b::808:808",
    "::ffff:8.8.8.8",
]


@pytest.mark.parametrize("text", _PRIVATE)
def test_it_refuses_what_is_not_on_the_public_internet(text: str) -> None:
    assert not is_public(ip_address(text))


@pytest.mark.parametrize("text", _PUBLIC)
def test_it_opens_what_is(text: str) -> None:
    assert is_public(ip_address(text))


def test_it_opens_an_intranet_only_where_that_is_allowed_by_name() -> None:
    allow = allowed_networks("10.20.0.0/16, fd00::/8")
    assert is_public(ip_address("10.20.3.4"), allow)
    assert is_public(ip_address("::ffff:10.20.3.4"), allow)
    assert is_public(ip_address("fd00::1"), allow)
    assert not is_public(ip_address("10.21.0.1"), allow)


def test_it_names_the_setting_that_is_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRONGSAI_LINKS_ALLOW", "10.20.0.0/16, 10.0.0.1/8")
    with pytest.raises(ImproperlyConfigured, match=r"PRONGSAI_LINKS_ALLOW.*10\.0\.0\.1/8"):
        environment.networks("PRONGSAI_LINKS_ALLOW")


def test_nothing_is_allowed_by_default(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PRONGSAI_LINKS_ALLOW", raising=False)
    assert environment.networks("PRONGSAI_LINKS_ALLOW") == Limits().allow == ()


@pytest.mark.parametrize(
    "text",
    [
        "http://2130706433/", "http://0x7f000001/", "http://0x7f.1/", "http://0177.0.0.1/", "http://127.1/",
        "http://127.0.0.1./", "http://①②⑦.⓪.⓪.①/", "http://127。0。0。1/", "http://someone@127.0.0.1/",
        "http://example.com@127.0.0.1/", "http://example.com:80@127.0.0.1/",
    ],
)  # fmt: skip
def test_every_way_to_write_loopback_becomes_the_number(text: str) -> None:
    assert str(target_of(text)) == "http://127.0.0.1/"


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "เทศบาล", "o12", "ftp://example.com/", "file:///etc/passwd", "javascript:alert(1)", "data:text/html,x",
        "gopher://example.com/", "http://", "http:///x", "//example.com/", "http://exa mple.com/", "http://h\x00/",
        "http://h\r\nX: y/", "http://256.1.1.1/", "http://1.2.3.4.5/", "http://0x1ffffffff/", "http://08.1.1.1/",
        "http://example.com:22/", "http://example.com:25/", "http://example.com:6379/", "http://example.com:0/",
        "http://example.com:99999/", "http://x.com\\@127.0.0.1/", "http://[fe80::1%25eth0/", "http://" + "a" * 5000,
        "http://" + "a" * 300 + ".com/", "http://%31%32%37.0.0.1/", "mailto:a@example.com", "http://[::1", "http://]/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_a_page_is_told_so(text: str) -> None:
    assert target_of(text) is None


def test_user_password_and_fragment_are_not_sent() -> None:
    assert str(target_of("https://user:secret@example.com/a?b=c#d")) == "https://example.com/a?b=c"


def test_thai_names_and_paths_are_sent_as_browsers_send_them() -> None:
    found = str(target_of(" http://เทศบาล.ไทย/ข้อมูล/แผน ๑.pdf?ปี=๒๕๖๙ "))
    assert found.startswith("http://xn--o3cg7ak5c9d.xn--o3cw4h/%E0%B8%82")
    assert " " not in found


def test_a_path_in_the_old_thai_code_page_stays_as_it_is() -> None:
    assert str(target_of("http://example.com/%CA%C7%D1")) == "http://example.com/%CA%C7%D1"


def test_a_redirect_in_raw_bytes_of_the_old_code_page_is_followed_as_bytes() -> None:
    location = "/" + "สวั".encode("cp874").decode("utf-8", "surrogateescape")
    assert str(target_of(location, URL("http://example.com/a"))) == "http://example.com/%CA%C7%D1"


@given(st.text() | st.text(alphabet="htps:/.@[]%0x1279#?\\ก。", max_size=40).map("http://".__add__))
def test_no_text_breaks_it(text: str) -> None:
    found = target_of(text)
    assert found is None or (found.scheme in ("http", "https") and found.user is None and found.raw_host)


@pytest.mark.parametrize(
    "text", ["https://www.example.go.th", "https://www.example.go.th#a", "https://www.example.go.th?"]
)
def test_the_address_of_a_home_page_has_a_path(text: str) -> None:
    assert str(target_of(text)) == "https://www.example.go.th/"


def test_a_home_page_may_be_led_to_without_a_path() -> None:
    assert str(target_of("https://www.example.go.th", URL("http://example.go.th/"))) == "https://www.example.go.th/"
