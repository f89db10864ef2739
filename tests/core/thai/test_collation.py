"""Sorting as in the dictionary."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.thai.collation import sort_key

#: In the order of the dictionary.
DICTIONARY = [
    *("๑", "2", "๑๐"),
    *("Facebook", "line", "No Gift Policy"),
    *("กกุธภัณฑ์", "กฎ", "กรรม", "กรรมการ", "กลาง", "กอง", "กา", "ก่า", "กำแพง", "กิจกรรม", "กุ้ง", "เก", "เกม", "แก"),
    *("แก่", "แก้", "ขอ", "ข้อ", "ขา", "งาน", "เจ้าหน้าที่", "ตำบล", "เทศบาล", "นโยบาย", "แผน", "มาตรการ", "ไม้"),
    *("ราชการ", "ฤกษ์", "ลพบุรี", "เลย", "สำนักปลัด", "หน่วยงาน", "อำเภอ", "โอกาส", "ฮา"),
]


def test_it_sorts_as_the_dictionary() -> None:
    words = [word for word in DICTIONARY if word not in ("2", "๑๐")]
    mixed = random.Random(1).sample(words, len(words))  # noqa: S311  # a fixed shuffle
    assert sorted(mixed, key=sort_key) == words


def test_it_sorts_digits_of_both_kinds_by_value() -> None:
    assert sorted(["๓", "2", "๑"], key=sort_key) == ["๑", "2", "๓"]


def test_it_counts_tone_marks_last() -> None:
    assert sorted(["ก้า", "กาง", "กา", "ก่า"], key=sort_key) == ["กา", "ก่า", "ก้า", "กาง"]


def test_it_sorts_leading_vowels_behind_their_consonant() -> None:
    assert sorted(["โอ", "ฮา", "เก", "ไก", "กู", "ขา", "ใจ", "จะ", "แก"], key=sort_key) == [
        *("กู", "เก", "แก", "ไก", "ขา", "จะ", "ใจ", "โอ", "ฮา"),
    ]


def test_it_sorts_latin_letters_before_thai_whatever_their_accents() -> None:
    assert sorted(["กา", "zebra", "Éclair", "apple"], key=sort_key) == ["apple", "Éclair", "zebra", "กา"]


def test_it_has_places_for_the_letters_of_old() -> None:
    assert sorted(["ลา", "ฤดู", "รา", "วา", "ฦๅ"], key=sort_key) == ["รา", "ฤดู", "ลา", "ฦๅ", "วา"]


@given(st.lists(st.text(max_size=8), unique=True))
def test_it_is_total(words: list[str]) -> None:
    keys = {word: sort_key(word) for word in words}
    assert len(set(keys.values())) == len(set(words))
    assert sorted(words, key=sort_key) == sorted(set(words), key=sort_key)
