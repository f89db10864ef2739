"""Two people publish at once: acts of an agency queue up, and the second is told what the first did."""

from __future__ import annotations

from collections.abc import Callable
from threading import Barrier, Thread
from time import sleep

import pytest
from django.db import OperationalError, connection

from prongsai.core.access.decision import Refused
from prongsai.web.published import actions, queries
from prongsai.web.published.models import Edition, Publication, Withdrawal
from tests.cast import Cast, assemble
from tests.web.published.made import YEAR, content, given

pytestmark = pytest.mark.django_db(transaction=True)


def _both(*acts: Callable[[], object]) -> list[str]:
    """What came of acts that begin at the same moment: "done", or the sentence of the refusal."""
    barrier, outcomes = Barrier(len(acts)), list[str]()

    def run(act: Callable[[], object]) -> None:
        barrier.wait()
        try:
            outcomes.append(_outcome(act))
        finally:
            connection.close()

    threads = [Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


def _outcome(act: Callable[[], object]) -> str:
    """SQLite in memory does not wait for a lock: the test does."""
    while True:
        try:
            act()
        except Refused as refused:
            return refused.why.th
        except OperationalError as busy:
            if "locked" not in str(busy):
                raise
            sleep(0.01)
        else:
            return "done"


def _publishing(cast: Cast, text: str, reason: str = "") -> Callable[[], object]:
    def publish() -> object:
        return actions.publish(
            by=cast.somying, agency=cast.agency, content=content(text), files=[given()], reason=reason
        )

    return publish


def test_the_first_publication_of_an_agency_is_one_even_if_two_begin_it() -> None:
    cast = assemble()
    outcomes = _both(_publishing(cast, "แผน"), _publishing(cast, "แผน"))
    assert [one[:6] for one in outcomes] == ["done", "เนื้อหา"[:6]]
    assert Publication.objects.of(cast.agency).count() == Edition.objects.of(cast.agency).count() == 1


def test_two_corrections_at_once_are_two_editions_in_a_row() -> None:
    cast = assemble()
    _publishing(cast, "แผน")()
    assert _both(_publishing(cast, "ก", "แก้ ก"), _publishing(cast, "ข", "แก้ ข")) == ["done", "done"]
    numbers = Edition.objects.of(cast.agency).order_by("number").values_list("number", flat=True)
    assert list(numbers) == [1, 2, 3]
    shelf = queries.shelf_of(cast.agency)
    assert shelf is not None
    assert shelf.generation == 3


def test_what_two_withdraw_at_once_is_withdrawn_once() -> None:
    cast = assemble()
    _publishing(cast, "แผน")()
    publication = queries.publication_at(cast.agency, YEAR, "o12")
    assert publication is not None

    def withdraw() -> object:
        return actions.withdraw(by=cast.somying, publication=publication, reason="ผิด")

    assert _both(withdraw, withdraw) == ["done", "done"]
    assert Withdrawal.objects.of(cast.agency).count() == 1
