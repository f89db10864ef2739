"""Every thing that can be noticed has a state, a sentence and a way out, in both languages."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from prongsai.core.links.link import Failure, Noticed, Reason, State
from prongsai.core.links.reasons import sentence, state_of, told, worst
from prongsai.core.links.words.certificate import OF_CERTIFICATES
from prongsai.core.links.words.content import OF_CONTENT
from prongsai.core.links.words.way import OF_THE_WAY

CHECKS = Path(__file__).parents[3] / "prongsai" / "core" / "links" / "checks"
EVERY = {**OF_THE_WAY, **OF_CERTIFICATES, **OF_CONTENT}
#: Details of sign-in pages that need no words of their own.
PLAIN = {(Reason.LOGIN, "away")}


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_words_whatever_its_detail(reason: Reason) -> None:
    found = told(Noticed(reason, "something else"))
    for one in (found.what, found.way):
        assert re.search("[ก-ฮ]", one.th)
        assert one.en.rstrip('”"')[-1] in ".:" or "something else" in one.en


@pytest.mark.parametrize(("reason", "detail"), EVERY)
def test_sentences_are_filled_and_differ_between_languages(reason: Reason, detail: str) -> None:
    whole = sentence(Noticed(Reason(reason), detail or "2565"))
    assert "{" not in whole.th + whole.en
    assert whole.th != whole.en
    assert not re.search("[ก-ฮ]", whole.en)


def test_failures_that_came_without_an_answer_have_words_of_their_own() -> None:
    elsewhere = {Failure.PRIVATE_ADDRESS, Failure.ROBOTS}
    assert {(Reason.NO_ANSWER, failure) for failure in Failure if failure not in elsewhere} <= EVERY.keys()


def test_details_that_checks_give_have_words_of_their_own() -> None:
    """As the docstrings of the checks list them, and no other."""
    for file, reason in (("soft_errors.py", Reason.SOFT_ERROR), ("login.py", Reason.LOGIN)):
        said = re.search(r'"""Detail: (.+?)"""', (CHECKS / file).read_text("utf-8"), re.DOTALL)
        assert said
        details = {(reason, one) for one in re.findall(r"``(\w+)``", said[1])}
        assert details - PLAIN == {key for key in EVERY if key[0] == reason and key[1]}


def test_a_status_without_words_goes_by_its_hundred() -> None:
    assert "(507)" in sentence(Noticed(Reason.STATUS, "507")).en
    assert "server has failed" in sentence(Noticed(Reason.STATUS, "507")).en
    assert "418" in sentence(Noticed(Reason.STATUS, "418")).th


def test_the_worst_counts() -> None:
    redirected, other_year = Noticed(Reason.REDIRECTED, "x"), Noticed(Reason.OTHER_YEAR, "2565")
    broken = Noticed(Reason.STATUS, "404")
    assert worst([]) is State.FINE
    assert worst([redirected]) is State.FINE
    assert worst([redirected, other_year]) is State.DOUBTFUL
    assert worst([broken, other_year, redirected]) is State.BROKEN
    assert state_of(Noticed(Reason.LOGIN, "page")) is State.DOUBTFUL
    assert state_of(Noticed(Reason.LOGIN, "away")) is State.BROKEN
