"""A one-time password for somebody who can no longer sign in."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from allauth.mfa.models import Authenticator
from axes.models import AccessAttempt
from django.test import Client
from django.urls import reverse

from prongsai.cli import main
from prongsai.core.access.decision import Refused
from prongsai.web.accounts.models import Person
from prongsai.web.agencies import actions
from prongsai.web.agencies.models import Agency, Membership
from prongsai.web.audit.models import Event
from tests.cast import PASSWORD, SINCE, Cast
from tests.site.page_checker import CheckedClient

SignIn = Callable[[Person], Client]
GIVEN = re.compile(r"<code>([a-z2-9]{4}(?:-[a-z2-9]{4}){2})</code>")
OWN = "ปลาทู กระดาษ ร่มไม้"


def _place(cast: Cast, person: Person, agency: Agency | None = None) -> Membership:
    return Membership.objects.of(agency or cast.agency).get(person=person)


def _address(cast: Cast, person: Person) -> str:
    return reverse("agencies:renew_password", args=["tha-khong", _place(cast, person).pk])


def _given(cast: Cast, signed_in: SignIn, **sent: str) -> str:
    page = signed_in(cast.somying).post(_address(cast, cast.wichai), sent).content.decode()
    found = GIVEN.search(page)
    assert found, page
    return found[1]


def _events(agency: Agency) -> list[str]:
    return list(Event.objects.of(agency).order_by("id").values_list("kind", flat=True))


def test_it_says_what_will_happen_and_changes_nothing_yet(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    assert (
        _address(cast, cast.wichai)
        in client.get(_address(cast, cast.wichai).removesuffix("password/")).content.decode()
    )
    answer = client.get(_address(cast, cast.wichai))
    assert "นายวิชัย ขยันงาน" in answer.content.decode() and "no-store" in answer["Cache-Control"]
    cast.wichai.refresh_from_db()
    assert cast.wichai.check_password(PASSWORD) and not _events(cast.agency)


def test_the_old_password_and_every_session_end(cast: Cast, signed_in: SignIn) -> None:
    elsewhere = signed_in(cast.wichai)
    assert elsewhere.get("/me/").status_code == 200
    password = _given(cast, signed_in)
    cast.wichai.refresh_from_db()
    assert cast.wichai.check_password(password) and not cast.wichai.check_password(PASSWORD)
    assert elsewhere.get("/me/").status_code == 302


def test_the_history_tells_of_it_without_the_password(cast: Cast, signed_in: SignIn) -> None:
    password = _given(cast, signed_in)
    event = Event.objects.of(cast.agency).get()
    assert (event.kind, event.by, event.subject) == ("member_password_given", cast.somying, "นายวิชัย ขยันงาน")
    assert password not in f"{event.before}{event.after}{event.reason}{event.through}"


def test_it_is_shown_once_and_kept_by_no_browser(cast: Cast, signed_in: SignIn) -> None:
    client = signed_in(cast.somying)
    answer = client.post(_address(cast, cast.wichai))
    password = GIVEN.findall(answer.content.decode())[0]
    assert "no-store" in answer["Cache-Control"]
    assert password not in client.get(_address(cast, cast.wichai)).content.decode()
    assert password not in client.get("/a/tha-khong/history/").content.decode()


def test_every_password_is_another(cast: Cast) -> None:
    place = _place(cast, cast.wichai)
    given = {actions.renew_password(by=cast.somying, membership=place) for _ in range(5)}
    assert len(given) == 5 and all(len(one) == 14 for one in given)


def test_failed_attempts_are_forgotten(cast: Cast, signed_in: SignIn) -> None:
    AccessAttempt.objects.create(username="wichai", ip_address="127.0.0.1", failures_since_start=3)
    _given(cast, signed_in)
    assert not AccessAttempt.objects.exists()


@pytest.mark.parametrize(("sent", "left"), [({}, 2), ({"second_step_is_lost": "on"}, 0)])
def test_the_second_step_goes_only_where_it_is_lost(
    cast: Cast, signed_in: SignIn, sent: dict[str, str], left: int
) -> None:
    for kind in ("totp", "recovery_codes"):
        Authenticator.objects.create(user=cast.wichai, type=kind, data={})
    assert "โทรศัพท์หรือกุญแจ" in signed_in(cast.somying).get(_address(cast, cast.wichai)).content.decode()
    _given(cast, signed_in, **sent)
    assert Authenticator.objects.filter(user=cast.wichai).count() == left
    assert ("member_second_step_removed" in _events(cast.agency)) is (left == 0)


@pytest.mark.parametrize("who", ["wichai", "malee", "prasert"])
def test_only_who_looks_after_the_people_may(cast: Cast, signed_in: SignIn, who: str) -> None:
    person: Person = getattr(cast, who)
    assert signed_in(person).post(_address(cast, cast.somying)).status_code == 403
    with pytest.raises(Refused):
        actions.renew_password(by=person, membership=_place(cast, cast.somying))
    cast.somying.refresh_from_db()
    assert cast.somying.check_password(PASSWORD)


def test_people_of_another_agency_are_not_there(cast: Cast, signed_in: SignIn) -> None:
    stranger = _place(cast, cast.somsak, cast.neighbour)
    address = reverse("agencies:renew_password", args=["tha-khong", stranger.pk])
    assert signed_in(cast.somying).post(address).status_code == 404
    with pytest.raises(Refused):
        actions.renew_password(by=cast.somying, membership=stranger)
    cast.somsak.refresh_from_db()
    assert cast.somsak.check_password(PASSWORD)


def _also_elsewhere(cast: Cast) -> None:
    Membership.objects.add(agency=cast.neighbour, person=cast.wichai, role="officer", since=SINCE)


def _superuser(cast: Cast) -> None:
    Person.objects.filter(pk=cast.wichai.pk).update(is_superuser=True)


def _staff(cast: Cast) -> None:
    Person.objects.filter(pk=cast.wichai.pk).update(is_staff=True)


def _gone(cast: Cast) -> None:
    Membership.objects.of(cast.agency).filter(person=cast.wichai).update(until=SINCE)


@pytest.mark.parametrize("more", [_also_elsewhere, _superuser, _staff])
def test_an_account_that_opens_more_than_the_agency_is_refused_with_the_way_out(
    cast: Cast, signed_in: SignIn, more: Callable[[Cast], None]
) -> None:
    more(cast)
    client = signed_in(cast.somying)
    assert "disabled" in client.get(_address(cast, cast.wichai)).content.decode()
    answer = client.post(_address(cast, cast.wichai))
    cast.wichai.refresh_from_db()
    assert answer.status_code == 403 and "ติดต่อผู้ดูแลเซิร์ฟเวอร์" in answer.content.decode()
    assert cast.wichai.check_password(PASSWORD) and not _events(cast.agency)


def test_who_has_left_is_not_there(cast: Cast, signed_in: SignIn) -> None:
    address = _address(cast, cast.wichai)
    _gone(cast)
    assert signed_in(cast.somying).post(address).status_code == 404


def test_nobody_gives_one_to_oneself(cast: Cast, signed_in: SignIn) -> None:
    answer = signed_in(cast.somying).post(_address(cast, cast.somying))
    assert answer.status_code == 403 and "บัญชีของฉัน" in answer.content.decode()


def test_the_person_sets_an_own_password_before_anything_else(cast: Cast, signed_in: SignIn) -> None:
    password, client = _given(cast, signed_in), CheckedClient()
    client.post(reverse("account_login"), {"login": "wichai", "password": password})
    change = reverse("account_change_password")
    assert {client.get(place)["Location"] for place in ("/", "/me/", "/a/tha-khong/people/")} == {change}
    assert "รหัสผ่านนี้มีผู้ออกให้" in client.get(change).content.decode()
    same = client.post(change, {"oldpassword": password, "password1": password, "password2": password})
    assert "นี่คือรหัสผ่านปัจจุบัน" in same.content.decode()
    client.post(change, {"oldpassword": password, "password1": OWN, "password2": OWN})
    assert client.get("/a/tha-khong/people/").status_code == 200
    cast.wichai.refresh_from_db()
    assert cast.wichai.check_password(OWN)


def test_the_way_out_and_the_language_stay_open(cast: Cast, signed_in: SignIn) -> None:
    Person.objects.filter(pk=cast.wichai.pk).update(must_change_password=True)
    client = signed_in(cast.wichai)
    assert client.post("/language/", {"language": "en", "next": "/"})["Location"] == "/"
    client.post(reverse("account_logout"))
    assert "_auth_user_id" not in client.session


def test_the_server_gives_one_to_anybody_and_every_agency_reads_of_it(
    cast: Cast, capsys: pytest.CaptureFixture[str]
) -> None:
    _also_elsewhere(cast)
    Authenticator.objects.create(user=cast.wichai, type="totp", data={})
    assert main(["person", "password", "wichai", "--second-step-lost"]) == 0
    cast.wichai.refresh_from_db()
    assert cast.wichai.check_password(capsys.readouterr().out.split()[-1]) and cast.wichai.must_change_password
    for agency in (cast.agency, cast.neighbour):
        assert _events(agency) == ["member_password_given", "member_second_step_removed"]
    assert main(["person", "password", "nobody"]) == 2
