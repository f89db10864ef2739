"""``prongsai agency add``."""

from __future__ import annotations

import pytest

from prongsai.cli import main
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency

pytestmark = pytest.mark.django_db

WORDS = [
    *("agency", "add", "ban-mai", "--name", "เทศบาลตำบลบ้านใหม่", "--kind", "subdistrict_municipality"),
    *("--province", "ลพบุรี", "--coordinator", "first", "--full-name", "นางหนึ่ง ใจดี"),
]


def test_it_makes_an_agency_and_its_coordinator(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRONGSAI_FIRST_PASSWORD", "แข็งแรงพอสมควร-2569")
    assert main(WORDS) == 0
    person = Person.objects.get(username="first")
    assert person.check_password("แข็งแรงพอสมควร-2569") and person.must_change_password
    assert [one.agency.slug for one in person.memberships.all()] == ["ban-mai"]


def test_it_says_how_to_give_the_password_where_nobody_can_type_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def no_terminal(_prompt: str) -> str:
        raise EOFError

    monkeypatch.delenv("PRONGSAI_FIRST_PASSWORD", raising=False)
    monkeypatch.setattr("getpass.getpass", no_terminal)
    assert main(WORDS) == 2
    assert "PRONGSAI_FIRST_PASSWORD" in capsys.readouterr().err
    assert not Agency.objects.exists()


@pytest.mark.parametrize(
    ("password", "words"), [("123", WORDS), ("แข็งแรงพอสมควร-2569", [*WORDS[:2], "บ้านใหม่", *WORDS[3:]])]
)
def test_it_refuses_a_weak_password_and_an_address_that_is_none(
    password: str, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PRONGSAI_FIRST_PASSWORD", password)
    assert main(words) == 2
    assert capsys.readouterr().err
    assert not Agency.objects.exists()


def test_it_refuses_an_address_that_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PRONGSAI_FIRST_PASSWORD", "แข็งแรงพอสมควร-2569")
    assert main(WORDS) == 0
    assert main(WORDS) == 2
    assert Agency.objects.count() == 1
