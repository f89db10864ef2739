"""Letters to the owners: after the second failed look, once for a breakage, and once when it is over."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.utils import timezone

from prongsai.core.links.link import Failure
from prongsai.web.accounts.models import Person
from prongsai.web.links import actions
from prongsai.web.links.models import Link
from tests.cast import Cast
from tests.web.links.looks import AT, DAY, checked, look, watched

HOUR = timedelta(hours=1)


@pytest.fixture
def letters(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> Cast:
    """Everybody has an address; the clock of letters stands a day after the first look."""
    for person in Person.objects.all():
        Person.objects.filter(pk=person.pk).update(email=f"{person.username}@example.org")
    monkeypatch.setattr(timezone, "now", lambda: AT + DAY)
    return cast


def _broken(link: Link, times: int = 2, *, since: int = 0) -> Link:
    for number in range(times):
        look(link, checked(link.url, at=AT + HOUR * (since + 3 * number), failure=Failure.TIME_OUT))
    return link


def _sent() -> list[tuple[str, str]]:
    found = [(one.to[0], str(one.subject)) for one in mail.outbox]
    mail.outbox.clear()
    return sorted(found)


def test_one_failure_is_no_news(letters: Cast) -> None:
    _broken(watched(letters.agency, division=letters.works)[0], 1)
    assert actions.tell_owners() == 0 and not mail.outbox


def test_the_division_that_answers_gets_one_letter_of_all_that_broke(letters: Cast) -> None:
    links = watched(letters.agency, *(f"https://a.example/{one}" for one in range(3)), division=letters.works)
    for link in links[:2]:
        _broken(link)
    look(links[2])
    assert actions.tell_owners() == 1
    letter = mail.outbox[0]
    assert letter.to == ["wichai@example.org"] and "2 ลิงก์" in letter.subject and letters.agency.name in letter.subject
    text = str(letter.body)
    assert all(link.url in text for link in links[:2]) and links[2].url not in text
    assert f"/a/tha-khong/2569/links/{links[0].pk}/" in text and "O12" in text and "โปรด" in text


def test_nobody_is_told_twice_of_the_same(letters: Cast) -> None:
    link = _broken(watched(letters.agency, division=letters.works)[0])
    assert [actions.tell_owners() for _night in range(3)] == [1, 0, 0]
    look(link, checked(link.url, at=AT + 12 * HOUR, failure=Failure.REFUSED))  # broken in another way
    assert actions.tell_owners() == 0


def test_when_it_is_well_again_that_is_told_once_and_a_new_breakage_is_news(letters: Cast) -> None:
    link = _broken(watched(letters.agency, division=letters.works)[0])
    actions.tell_owners()
    mail.outbox.clear()
    look(link, checked(link.url, at=AT + 8 * HOUR))
    assert [actions.tell_owners(), actions.tell_owners()] == [1, 0]
    assert "กลับมาเปิดได้" in str(mail.outbox[0].subject) and link.url in str(mail.outbox[0].body)
    mail.outbox.clear()
    _broken(link, since=12)
    assert actions.tell_owners() == 1 and "เปิดไม่ได้" in str(mail.outbox[0].subject)


def test_without_a_division_or_an_address_of_its_people_the_coordinator_is_told(letters: Cast) -> None:
    _broken(watched(letters.agency, "https://a.example/none", code="O1")[0])
    _broken(watched(letters.agency, "https://a.example/empty", code="O2", division=letters.finance)[0])
    actions.tell_owners()
    assert [to for to, _subject in _sent()] == ["somying@example.org"]


def test_the_head_is_told_too_and_each_in_the_own_language(letters: Cast) -> None:
    Person.objects.filter(username="malee").update(language="en")
    _broken(watched(letters.agency, division=letters.clerks_office)[0])
    actions.tell_owners()
    ((to, subject),) = _sent()
    assert to == "malee@example.org" and subject.startswith("Prongsai: 1 link does not open")


def test_one_letter_has_what_broke_and_what_is_well_again(letters: Cast) -> None:
    first, second = watched(letters.agency, "https://a.example/1", "https://a.example/2", division=letters.works)
    _broken(first)
    actions.tell_owners()
    mail.outbox.clear()
    look(first, checked(first.url, at=AT + 8 * HOUR))
    _broken(second, since=8)
    assert actions.tell_owners() == 1
    assert first.url in str(mail.outbox[0].body) and second.url in str(mail.outbox[0].body)


def test_a_link_of_two_divisions_is_told_to_both_and_to_no_other_agency(letters: Cast) -> None:
    link = watched(letters.agency, division=letters.works)[0]
    watched(letters.agency, code="O9", division=letters.clerks_office)
    _broken(link)
    _broken(watched(letters.neighbour)[0])
    actions.tell_owners()
    assert [to for to, _subject in _sent()] == ["malee@example.org", "somsak@example.org", "wichai@example.org"]


def test_only_the_agencies_that_were_opened_are_told(letters: Cast) -> None:
    _broken(watched(letters.agency)[0])
    _broken(watched(letters.neighbour)[0])
    actions.tell_owners(agencies=[letters.neighbour.pk])
    assert [to for to, _subject in _sent()] == ["somsak@example.org"]


def test_where_nobody_has_an_address_it_is_told_once_somebody_has(letters: Cast) -> None:
    Person.objects.update(email="")
    _broken(watched(letters.agency)[0])
    assert actions.tell_owners() == 0
    Person.objects.filter(username="somying").update(email="somying@example.org")
    assert [actions.tell_owners(), actions.tell_owners()] == [1, 0]


def test_if_the_server_of_mails_is_down_it_is_told_the_next_time(
    letters: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    link = _broken(watched(letters.agency)[0])

    def down(*_arguments: Any) -> int:
        raise ConnectionRefusedError("no server")

    with monkeypatch.context() as patched:
        patched.setattr(EmailBackend, "send_messages", down)
        assert actions.tell_owners() == 0
    assert "could not be sent" in caplog.text
    link.refresh_from_db()
    assert link.told_at is None
    assert actions.tell_owners() == 1


def test_two_checkers_at_once_send_one_letter(letters: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second asks while the first is sending: all is marked as told before anything goes out."""
    _broken(watched(letters.agency)[0])
    send, inner = EmailBackend.send_messages, list[int]()

    def while_sending(backend: EmailBackend, messages: Any) -> int:
        inner.append(actions.tell_owners())
        return send(backend, messages)

    monkeypatch.setattr(EmailBackend, "send_messages", while_sending)
    assert actions.tell_owners() == 1
    assert inner == [0] and len(mail.outbox) == 1
