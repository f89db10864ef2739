"""The digit reader on noisy pages in a font that it never saw: numbers, lines, no digits, and no picture."""

from __future__ import annotations

from functools import cache

import pytest

np = pytest.importorskip("numpy")
cv2 = pytest.importorskip("cv2")

from prongsai.documents.readers.scan.digits import FoundDigit, Number, find_digits, read_number  # noqa: E402
from tests.factories import numbers  # noqa: E402
from tests.factories.numbers import Crop  # noqa: E402

THAI_LETTERS = "กขคฆงจฉชซญฎฏฐฒณดตถทธนบปผฝพฟภมยรลวศษสหอฮะาเแโใไฯ"
LATIN_LETTERS = "abcdefghkmnpqrstuvwxyzABCDEFGHJKLMNPQRTUVWXYZ"


@cache
def _read(thai: bool) -> list[tuple[Crop, Number]]:
    return [(crop, read_number(crop.picture)) for crop in numbers.numbers(560, seed=11, thai=thai)]


@cache
def _lines() -> list[tuple[Crop, list[FoundDigit]]]:
    return [(crop, find_digits(crop.picture)) for crop in numbers.lines(60, seed=12)]


def _share(right: list[bool]) -> float:
    return sum(right) / len(right)


def test_it_reads_whole_thai_numbers_of_a_font_never_seen() -> None:
    assert _share([number.text == crop.text for crop, number in _read(thai=True)]) >= 0.96


def test_it_reads_single_thai_digits_of_a_font_never_seen() -> None:
    crops = numbers.numbers(520, seed=13, most=1)
    assert _share([read_number(crop.picture).text == crop.text for crop in crops]) >= 0.97


def test_it_reads_whole_arabic_numbers_of_a_font_never_seen() -> None:
    assert _share([number.text == crop.text for crop, number in _read(thai=False)]) >= 0.99


def test_a_confidence_of_nine_tenths_is_right_nine_times_of_ten() -> None:
    sure = [number.text == crop.text for crop, number in _read(thai=True) if number.confidence >= 0.9]
    assert len(sure) > 450
    assert _share(sure) >= 0.98


def test_what_it_reads_wrong_it_is_seldom_sure_of() -> None:
    wrong = [number for thai in (True, False) for crop, number in _read(thai) if number.text != crop.text]
    assert all(number.confidence < 0.98 for number in wrong), wrong


def test_the_digits_told_of_mixed_lines_are_right() -> None:
    told = [numbers.is_there(digit, crop) for crop, found in _lines() for digit in found]
    assert _share(told) >= 0.98


def test_it_tells_nearly_all_digits_of_mixed_lines() -> None:
    there = [
        any(a.char == b.char and b.left - 1 <= (a.left + a.right) / 2 <= b.right + 1 for a in found)
        for crop, found in _lines()
        for b in crop.digits
    ]
    assert len(there) > 150
    assert _share(there) >= 0.95


def test_the_boxes_of_found_digits_lie_on_the_digits() -> None:
    for crop, told in _lines()[:10]:
        for found in told:
            nearest = min(crop.digits, key=lambda digit: abs(digit.left - found.left))
            sides = zip(
                (found.left, found.top, found.right, found.bottom),
                (nearest.left, nearest.top, nearest.right, nearest.bottom),
                strict=True,
            )
            assert all(abs(ours - true) <= 4 for ours, true in sides)


def test_digits_are_told_from_left_to_right() -> None:
    for _crop, found in _lines()[:10]:
        places = [digit.left for digit in found]
        assert places == sorted(places)


@pytest.mark.parametrize("letters", [THAI_LETTERS, LATIN_LETTERS])
def test_a_letter_alone_is_seldom_taken_for_a_number(letters: str) -> None:
    read = [read_number(crop.picture) for crop in numbers.letters(letters)]
    assert _share([number.confidence < 0.5 for number in read]) >= 0.95


def test_digits_are_not_seen_in_words() -> None:
    words = ["การดำเนินงานตามตัวชี้วัด", "ขั้นตอนของคณะทำงาน", "ซอยคลองถม ฎีกา ฏ ฐ", "ถาม-ตอบ (Q&A) Dos & Don'ts"]
    assert [find_digits(numbers.page_of(word).picture) for word in words] == [[], [], [], []]


def test_signs_of_a_number_are_read() -> None:
    texts = ["(๑๒)", "๑๒๓/๒๕๖๖", "๒๕๖๖-๒๕๗๐", "๑,๒๓๔.๕๐", "๗.", "๓)"]
    assert [read_number(numbers.page_of(text).picture).text for text in texts] == texts


def test_a_number_is_read_whatever_its_size() -> None:
    crop = numbers.page_of("๒๕๖๙").picture
    for factor in (0.8, 1.5, 3.0, 8.0):
        resized = cv2.resize(crop, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA)
        assert read_number(resized).text == "๒๕๖๙"


@pytest.mark.parametrize(
    ("shape", "grey"),
    [((0, 0), 0), ((0, 40), 0), ((1, 1), 0), ((3, 900), 0), ((40, 40), 0), ((40, 40), 255), ((6000, 20_000), 255)],
)
def test_a_picture_without_ink_has_no_number(shape: tuple[int, int], grey: int) -> None:
    picture = np.full(shape, grey, np.uint8)
    assert read_number(picture) == Number("", 0.0)
    assert find_digits(picture) == []


def test_noise_has_no_number() -> None:
    for sigma in (14, 60):
        noise = np.clip(np.random.default_rng(1).normal(200, sigma, (40, 600)), 0, 255).astype(np.uint8)
        assert find_digits(noise) == []
        assert read_number(noise).confidence < 0.5


def test_a_huge_picture_is_read_as_a_smaller_one() -> None:
    page = np.full((2500, 30_000), 255, np.uint8)
    cv2.rectangle(page, (10, 10), (29_000, 2_400), 0, 40)
    assert find_digits(page) == []


def test_a_frame_around_a_number_is_not_read() -> None:
    crop = numbers.page_of("๔๘").picture
    framed = cv2.copyMakeBorder(crop, 40, 40, 200, 200, cv2.BORDER_CONSTANT, value=255)
    cv2.rectangle(framed, (3, 3), (framed.shape[1] - 4, framed.shape[0] - 4), 0, 2)
    assert read_number(framed).text == "๔๘"
