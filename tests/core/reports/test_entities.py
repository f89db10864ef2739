"""Letters written by their names or numbers."""

from __future__ import annotations

import pytest

from prongsai.core.reports.entities import unescaped
from prongsai.core.reports.reading import Reading
from prongsai.core.review.subject import Subject


@pytest.mark.parametrize(
    ("text", "letters"),
    [("ก &amp; ข", "ก & ข"), ("&#3585;&#x0E02;", "กข"), (f"&#{'0' * 5000}3585;", "ก"), ("a &b", "a &b")],
)
def test_letters_are_themselves(text: str, letters: str) -> None:
    assert unescaped(text) == letters


def test_a_number_of_thousands_of_digits_is_no_letter() -> None:
    assert unescaped(f"ก &#{'9' * 5000}; ข") == "ก \ufffd ข"


def test_the_reviewer_outlives_such_a_line() -> None:
    subject = Subject(Reading(), lines=(f"ก &#{'9' * 5000}; ข",))
    assert [line.text for line in subject.loose_lines] == ["ก \ufffd ข"]
