"""All checks at once: registered, named, explained, and sound on what says nothing."""

from __future__ import annotations

import pkgutil
import re
from pathlib import Path

import pytest

from prongsai.core.reports.reading import Reading
from prongsai.core.review import checks
from prongsai.core.review.check import GROUPS, Check
from prongsai.core.review.checks import CHECKS
from prongsai.core.review.review import review
from prongsai.core.review.subject import Subject
from tests.core.review.papers import measure, memo, subject

TESTS = Path(__file__).parent / "checks"
_THAI = re.compile("[ก-๎]")


def _name(check: Check) -> str:
    return check.check.__module__.rsplit(".", 1)[-1]


def test_every_module_of_the_folder_is_registered() -> None:
    modules = {info.name for info in pkgutil.iter_modules(checks.__path__)}
    assert modules == {_name(check) for check in CHECKS}


def test_codes_are_unique_and_in_the_order_of_their_groups() -> None:
    codes = [check.CODE for check in CHECKS]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"[A-Z]\d\d", code) and code[0] in GROUPS for code in codes)
    groups = list(GROUPS)
    assert codes == sorted(codes, key=lambda code: (groups.index(code[0]), code))


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.CODE)
def test_a_check_has_its_words_in_both_languages_and_its_test(check: Check) -> None:
    for sentence in (check.TITLE, check.WHY):
        assert _THAI.search(sentence.th)
        assert len(sentence.en) > 5
        assert len(_THAI.findall(sentence.en)) < 8, "only a quoted word is Thai in the English"
    assert check.EXAMPLE.bad != check.EXAMPLE.good
    assert (TESTS / f"test_{_name(check)}.py").is_file()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.CODE)
def test_a_check_says_nothing_of_an_empty_paper(check: Check) -> None:
    assert not list(check.check(Subject(Reading())))


def test_a_sound_paper_has_no_findings() -> None:
    rows = [measure(number=at, title=f"มาตรการที่ {word}") for at, word in enumerate(("หนึ่ง", "สอง", "สาม"), 1)]
    assert review(subject(*rows, memo=memo())) == ()
