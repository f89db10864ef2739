"""The commands of the country."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from prongsai.cli import main
from prongsai.web.accounts.models import Person
from prongsai.web.country.models import BodyResult, CountryEvent, Oversight
from prongsai.web.site.kept import HistoryIsKept
from tests.web.country.conftest import Country, table


@pytest.fixture
def person(db: None) -> Person:
    return Person.objects.create_user(username="kamol", password="x", full_name="นายกมล มองไกล")


def test_it_lets_a_person_oversee(person: Person, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["oversee", "kamol", "--province", "ลพบุรี"]) == 0
    assert "จังหวัดลพบุรี" in capsys.readouterr().out
    assert main(["oversee", "kamol", "--country", "--until", "2099-01-01"]) == 0
    assert Oversight.objects.filter(person=person).count() == 2
    assert main(["oversee", "kamol", "--end"]) == 0
    assert not Oversight.objects.filter(until=None).exists()
    assert [one.kind for one in CountryEvent.objects.order_by("pk")] == [
        *("oversight_granted", "oversight_granted", "oversight_ended"),
    ]


def test_it_opens_an_account_with_a_password_for_once(db: None, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["oversee", "new", "--region", "north"]) == 2
    assert main(["oversee", "new", "--region", "north", "--full-name", "นางใหม่ มาแล้ว"]) == 0
    assert "one-time password" in capsys.readouterr().out
    assert Person.objects.get(username="new").must_change_password


@pytest.mark.parametrize("words", [["--province", "ลพบุริ"], ["--country", "--until", "2000-01-01"]])
def test_it_refuses_what_is_none(person: Person, words: list[str]) -> None:
    assert main(["oversee", "kamol", *words]) == 2
    assert not Oversight.objects.exists()


def test_it_loads_a_table(country: Country, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "ผล.csv"
    file.write_bytes(table(2567).encode("cp874"))
    assert main(["results", "load", str(file), "--year", "2568", "--check"]) == 0
    assert not BodyResult.objects.filter(fiscal_year=2568).exists()
    assert main(["results", "load", str(file), "--year", "2568"]) == 0
    assert BodyResult.objects.filter(fiscal_year=2568).count() == 5
    assert "6" in capsys.readouterr().out


def test_it_names_faults_and_keeps_nothing(
    country: Country, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "ผล.csv"
    file.write_text(table(2567).replace("95.00", "195.00", 1), "utf-8")
    assert main(["results", "load", str(file), "--year", "2568"]) == 1
    assert "แถว 3 คอลัมน์ E" in capsys.readouterr().err
    assert main(["results", "load", str(tmp_path / "none.csv"), "--year", "2568"]) == 2
    assert main(["results", "load", str(file), "--year", "68"]) == 2
    assert not BodyResult.objects.filter(fiscal_year=2568).exists()


def test_it_takes_in_what_agencies_entered(country: Country, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["results", "refresh"]) == 0


def test_the_history_is_never_changed(country: Country) -> None:
    event = CountryEvent.objects.order_by("pk")[0]
    for act in (
        event.save,
        event.delete,
        CountryEvent.objects.all().delete,
        lambda: CountryEvent.objects.update(kind="x"),
    ):
        with pytest.raises(HistoryIsKept):
            act()


@pytest.mark.parametrize("act", ["UPDATE country_countryevent SET subject = 'x'", "DELETE FROM country_countryevent"])
def test_nor_by_the_database(country: Country, act: str) -> None:
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(act)
    assert CountryEvent.objects.count() == 5
