"""Signing in and out, and the pages around it."""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from allauth.mfa.totp.internal.auth import TOTP
from django.contrib.auth.tokens import default_token_generator
from django.core import mail
from django.test import Client, RequestFactory, override_settings
from django.urls import reverse

from prongsai.web.accounts.adapter import client_address
from prongsai.web.accounts.models import Person
from tests.cast import PASSWORD, Cast
from tests.site.page_checker import CheckedClient, check_page

SIGN_IN = "/accounts/login/"
MOMENT = 1_800_000_000  # a code is of 30 seconds, and this is the first of them


@pytest.mark.parametrize("login", ["somying", "Somying@example.org"])
def test_it_opens_with_user_name_or_e_mail(cast: Cast, login: str) -> None:
    Person.objects.filter(pk=cast.somying.pk).update(email="somying@example.org")
    client = CheckedClient()
    answer = client.post(SIGN_IN, {"login": login, "password": PASSWORD})
    assert answer.status_code == 302 and client.session["_auth_user_id"] == str(cast.somying.pk)


@pytest.mark.parametrize(("login", "password"), [("somying", "wrong"), ("nobody", PASSWORD), ("", "")])
def test_it_stays_shut_with_the_wrong_words(cast: Cast, login: str, password: str) -> None:
    client = CheckedClient()
    answer = client.post(SIGN_IN, {"login": login, "password": password})
    assert answer.status_code == 200 and "โปรดแก้ไขก่อน" in answer.content.decode()
    assert "_auth_user_id" not in client.session


def test_it_says_the_same_of_a_wrong_name_and_a_wrong_password(cast: Cast) -> None:
    said = [
        CheckedClient().post(SIGN_IN, {"login": login, "password": "wrong"}).context["form"].errors
        for login in ("somying", "nobody")
    ]
    assert said[0] == said[1]


@override_settings(AXES_ENABLED=True, AXES_FAILURE_LIMIT=3)
def test_it_rests_after_too_many_attempts(cast: Cast) -> None:
    client = CheckedClient()
    answers = [client.post(SIGN_IN, {"login": "somying", "password": "wrong"}) for _ in range(4)]
    assert answers[-1].status_code == 429 and "15 นาที" in answers[-1].content.decode()
    assert client.post(SIGN_IN, {"login": "somying", "password": PASSWORD}).status_code == 429


def test_nobody_makes_an_account_alone(db: None) -> None:
    answer = CheckedClient().get(reverse("account_signup"))
    assert "หน่วยงานของท่านเป็นผู้สร้างบัญชี" in answer.content.decode()
    CheckedClient().post(reverse("account_signup"), {"username": "stranger", "password1": PASSWORD})
    assert not Person.objects.filter(username="stranger").exists()


def test_signing_out_asks_first(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    client = signed_in(cast.somying)
    check_page(client.get(reverse("account_logout")))
    assert "_auth_user_id" in client.session
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_the_password_is_changed(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    client, new = signed_in(cast.somying), "ปลาทู กระดาษ ร่มไม้"
    address = reverse("account_change_password")
    client.post(address, {"oldpassword": PASSWORD, "password1": new, "password2": new})
    cast.somying.refresh_from_db()
    assert cast.somying.check_password(new)


def test_a_weak_password_is_refused_with_a_reason(cast: Cast, signed_in: Callable[[Person], Client]) -> None:
    sent = {"oldpassword": PASSWORD, "password1": "1234567890", "password2": "1234567890"}
    answer = signed_in(cast.somying).post(reverse("account_change_password"), sent)
    check_page(answer)
    cast.somying.refresh_from_db()
    assert "โปรดแก้ไขก่อน" in answer.content.decode() and cast.somying.check_password(PASSWORD)


def test_a_link_by_e_mail_sets_a_new_password(cast: Cast) -> None:
    Person.objects.filter(pk=cast.somying.pk).update(email="somying@example.org")
    client = CheckedClient()
    check_page(client.get(reverse("account_reset_password")))
    sent = client.post(reverse("account_reset_password"), {"email": "somying@example.org"}, follow=True)
    assert "โปรดตรวจสอบอีเมล" in sent.content.decode()
    link = next(word for word in mail.outbox[0].body.split() if "/accounts/password/reset/key/" in word)
    form = client.get(link.split("testserver")[-1], follow=True)
    new = "ปลาทู กระดาษ ร่มไม้"
    done = client.post(form.request["PATH_INFO"], {"password1": new, "password2": new}, follow=True)
    cast.somying.refresh_from_db()
    assert cast.somying.check_password(new) and "ตั้งรหัสผ่านใหม่แล้ว" in done.content.decode()


def test_an_old_link_says_what_to_do(cast: Cast) -> None:
    token = default_token_generator.make_token(cast.somying)
    answer = CheckedClient().get(f"/accounts/password/reset/key/1-{token}x/", follow=True)
    assert "ขอตั้งรหัสผ่านใหม่ทางอีเมล" in answer.content.decode()


@pytest.mark.parametrize(
    "name",
    ["account_email", "account_change_password", "account_reauthenticate", "mfa_index", "mfa_list_webauthn"],
)
@pytest.mark.parametrize("language", ["th", "en"])
def test_the_other_pages_of_the_account_are_sound(cast: Cast, name: str, language: str) -> None:
    Person.objects.filter(pk=cast.somying.pk).update(language=language)
    client = CheckedClient()
    client.post(SIGN_IN, {"login": "somying", "password": PASSWORD})
    answer = client.get(reverse(name), follow=True)
    assert answer.status_code == 200 and answer.request["PATH_INFO"] != SIGN_IN


@pytest.mark.parametrize("name", ["mfa_activate_totp", "mfa_add_webauthn"])
def test_a_second_step_asks_for_the_password_again(cast: Cast, name: str) -> None:
    client = CheckedClient()
    client.post(SIGN_IN, {"login": "somying", "password": PASSWORD})
    asked = client.get(reverse(name))["Location"]
    assert asked.startswith(reverse("account_reauthenticate"))
    assert "โปรดยืนยันว่าเป็นท่าน" in client.get(asked).content.decode()
    opened = client.post(asked, {"password": PASSWORD}, follow=True)
    assert opened.status_code == 200 and opened.request["PATH_INFO"] == reverse(name)


def test_a_key_is_named_and_removed(cast: Cast) -> None:
    client = CheckedClient()
    client.post(SIGN_IN, {"login": "somying", "password": PASSWORD})
    client.post(reverse("account_reauthenticate"), {"password": PASSWORD})
    key = Authenticator.objects.create(user=cast.somying, type="webauthn", data={"name": "มือถือ", "credential": {}})
    assert "มือถือ" in client.get(reverse("mfa_list_webauthn")).content.decode()
    client.post(reverse("mfa_edit_webauthn", args=[key.pk]), {"name": "มือถือใหม่"})
    assert "มือถือใหม่" in client.get(reverse("mfa_remove_webauthn", args=[key.pk])).content.decode()
    client.post(reverse("mfa_remove_webauthn", args=[key.pk]))
    assert not Authenticator.objects.exists()


@pytest.mark.parametrize(("later", "taken"), [(0, True), (29, True), (95, False)])
def test_the_second_step_takes_the_code_of_the_app_for_a_moment(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, later: int, taken: bool
) -> None:
    monkeypatch.setattr(totp, "time", SimpleNamespace(time=lambda: MOMENT + later))
    secret = totp.generate_totp_secret()
    TOTP.activate(cast.somying, secret)
    client = CheckedClient()
    asked = client.post(SIGN_IN, {"login": "somying", "password": PASSWORD})
    assert asked["Location"] == reverse("mfa_authenticate") and "_auth_user_id" not in client.session
    page = client.get(reverse("mfa_authenticate")).content.decode()
    assert "รหัสสำรอง" in page and "mfa_webauthn_authenticate" in page
    assert client.post(reverse("mfa_authenticate"), {"code": "000000x"}).status_code == 200
    code = totp.format_hotp_value(totp.hotp_value(secret, MOMENT // 30))
    client.post(reverse("mfa_authenticate"), {"code": code})
    assert (client.session.get("_auth_user_id") == str(cast.somying.pk)) is taken


def test_who_is_asked_again_may_answer_in_another_way(cast: Cast) -> None:
    TOTP.activate(cast.somying, totp.generate_totp_secret())
    client = CheckedClient()
    client.force_login(cast.somying, backend="django.contrib.auth.backends.ModelBackend")
    again = client.get(f"{reverse('account_reauthenticate')}?next=/me/").content.decode()
    assert "หรือยืนยันด้วยวิธีอื่น" in again


def test_it_counts_attempts_by_the_address_that_the_proxy_saw(rf: RequestFactory) -> None:
    claimed = rf.get(SIGN_IN, headers={"X-Forwarded-For": "192.0.2.66, 203.0.113.9"})
    assert client_address(claimed) == "127.0.0.1"
    with override_settings(ALLAUTH_TRUSTED_PROXY_COUNT=1):
        assert client_address(claimed) == "203.0.113.9"
