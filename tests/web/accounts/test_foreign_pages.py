"""The addresses that allauth brings: each has a page of ours in both languages, or is closed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from prongsai.web.accounts.models import Person
from tests.cast import PASSWORD, Cast
from tests.site.page_checker import CheckedClient

SignIn = Callable[[Person], Client]
#: How allauth's own Thai speaks to people, unlike ours; คุณธรรม and คุณภาพ are other words.
THEIR_WORDS = re.compile(r"คุณ(?!ธรรม|ภาพ)")
LETTERS = re.compile(r"[A-Za-z]{4,}")
#: Latin words that belong to a Thai page.
KNOWN = {"JavaScript", "somying"}


def _addresses(resolver: URLResolver, before: str = "") -> Iterator[str]:
    for one in resolver.url_patterns:
        written = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from _addresses(one, written)
        elif isinstance(one, URLPattern) and one.callback.__module__.startswith("allauth."):
            yield re.sub(r"<int:\w+>", "1", written)


WRITTEN = sorted(set(_addresses(get_resolver())))
ADDRESSES = [f"/{one}" for one in WRITTEN if "^" not in one] + ["/accounts/password/reset/key/1-x/"]


def _is_ours(page: str) -> None:
    assert '<a class="top__name"' in page
    main = page.split("<main", 1)[1].split(">", 1)[1].split("</main>")[0]
    content = re.sub(r"<script.*?</script>|<[^>]+>", " ", main, flags=re.DOTALL)
    content = re.sub(r"\b[A-Z2-7]{32}\b", "", content)  # the secret of an authenticator app
    assert not THEIR_WORDS.search(content) and not set(LETTERS.findall(content)) - KNOWN, content


def test_it_knows_the_addresses() -> None:
    assert len(ADDRESSES) > 20 and "/accounts/2fa/recovery-codes/" in ADDRESSES


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_stranger_finds_a_page_of_ours_or_the_door(cast: Cast, address: str) -> None:
    answer = CheckedClient().get(address, follow=True)
    assert answer.status_code in {200, 404, 405}
    if answer.status_code == 200:
        _is_ours(answer.content.decode())


@pytest.mark.parametrize("address", [one for one in ADDRESSES if "logout" not in one])
@pytest.mark.parametrize("second_step", [False, True])
def test_who_is_signed_in_finds_a_page_of_ours(cast: Cast, address: str, second_step: bool) -> None:
    client = CheckedClient()
    client.post(reverse("account_login"), {"login": "somying", "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    if second_step:
        TOTP.activate(cast.somying, generate_totp_secret())
        RecoveryCodes.activate(cast.somying)
    answer = client.get(address, follow=True)
    assert answer.status_code in {200, 404, 405}
    ended = answer.request["PATH_INFO"]
    if answer.status_code == 200 and answer["Content-Type"].startswith("text/html") and ended.startswith("/accounts/"):
        _is_ours(answer.content.decode())


@pytest.mark.parametrize("address", ["email/", "confirm-email/", "confirm-email/abc/", "login/code/confirm/"])
def test_what_serves_nothing_leads_to_the_own_account(cast: Cast, signed_in: SignIn, address: str) -> None:
    client = signed_in(cast.somying)
    for answer in (client.get(f"/accounts/{address}"), client.post(f"/accounts/{address}", {"email": "a@example.org"})):
        assert answer["Location"] == "/me/"


def test_a_key_can_confirm_that_it_is_you(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    client = CheckedClient()
    client.post(reverse("account_login"), {"login": "somying", "password": PASSWORD})
    Authenticator.objects.create(user=cast.somying, type="webauthn", data={"name": "มือถือ", "credential": {}})
    monkeypatch.setattr("allauth.mfa.webauthn.views.auth.begin_authentication", lambda *_, **__: {})
    answer = client.get(reverse("mfa_reauthenticate_webauthn"))
    assert 'id="mfa_webauthn_reauthenticate"' in answer.content.decode()
    _is_ours(answer.content.decode())


def test_the_letter_with_the_link_is_in_thai_and_names_the_user(cast: Cast) -> None:
    Person.objects.filter(pk=cast.somying.pk).update(email="somying@example.org")
    CheckedClient().post(reverse("account_reset_password"), {"email": "somying@example.org"})
    letter = mail.outbox[0]
    assert letter.subject == "โปร่งใส: ตั้งรหัสผ่านใหม่"
    assert "ชื่อผู้ใช้ของท่าน: somying" in letter.body and not THEIR_WORDS.search(str(letter.body))


def test_strangers_get_no_letter_and_the_same_answer(cast: Cast) -> None:
    answer = CheckedClient().post(reverse("account_reset_password"), {"email": "nobody@example.org"}, follow=True)
    assert "โปรดตรวจสอบอีเมล" in answer.content.decode() and not mail.outbox
