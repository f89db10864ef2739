"""Letters become words, words paragraphs: by what is on the paper, not by what tesseract thinks of Thai."""

import numpy as np
import pytest

from prongsai.documents.readers.scan import numbers as of_numbers
from prongsai.documents.readers.scan import second
from prongsai.documents.readers.scan.digits import FoundDigit, Number
from prongsai.documents.readers.scan.dots import Sign, with_marks
from prongsai.documents.readers.scan.ink import Box
from prongsai.documents.readers.scan.lines import Inked, Line
from prongsai.documents.readers.scan.paragraphs import SeenLine, paragraphs
from prongsai.documents.readers.scan.parts import Part
from prongsai.documents.readers.scan.second import looked_at_again
from prongsai.documents.readers.scan.spelling import is_possible, spelt
from prongsai.documents.readers.scan.tesseract import Letter
from prongsai.documents.readers.scan.words import Word, words_of

LETTER = 18


def line_of(*boxes, top=100, base=118):
    """A line whose pieces of ink are these (left, top, width, height)."""
    stats = np.array([(0, 0, 0, 0, 0), *((*box, 30) for box in boxes)], dtype=np.int32)
    found = Inked(np.zeros((1, 1), np.uint8), np.zeros((1, 1), np.int32), stats)
    left, right = min(box[0] for box in boxes), max(box[0] + box[2] for box in boxes)
    return found, Line(Box(left, top, right, base), top, base, tuple(range(1, len(stats))))


def letters_at(text, *lefts, sure=0.95, width=12):
    return tuple(
        Letter(char, sure, Box(left + 6, 0, left + width + 6, 18)) for char, left in zip(text, lefts, strict=True)
    )


def words(text, *lefts, drawn=None, **how):
    """The words of letters that stand at these places, drawn there or where ``drawn`` says."""
    found, line = line_of(*((left, 100, 12, 18) for left in drawn or lefts))
    part = Part(Box(0, 100, 400, 118), picture=np.full((18, 412), 255, np.uint8))
    return words_of(found, line, [part], [letters_at(text, *lefts, **how)], LETTER)


def test_a_gap_on_the_paper_is_a_space():
    assert [word.text for word in words("กขคง", 0, 14, 36, 50)] == ["กข", "คง"]


def test_a_space_stands_where_the_gap_is_though_tesseract_is_a_little_off():
    assert [word.text for word in words("กขคง", 0, 17, 30, 50, drawn=(0, 14, 36, 50))] == ["กข", "คง"]


def test_no_word_begins_with_a_mark():
    assert [word.text for word in words("กี่ข", 0, 1, 15, 36, drawn=(0, 36))] == ["กี่", "ข"]


def test_a_word_is_as_sure_as_its_weakest_letter():
    found, line = line_of((0, 100, 12, 18), (14, 100, 12, 18))
    part = Part(Box(0, 100, 40, 118), picture=np.full((18, 52), 255, np.uint8))
    seen = (*letters_at("ก", 0, sure=0.97), *letters_at("า", 14, sure=0.6))
    (word,) = words_of(found, line, [part], [seen], LETTER)
    assert (word.text, word.confidence) == ("กา", 0.6)


def test_what_was_not_looked_at_is_a_word_without_text():
    found, line = line_of((0, 100, 12, 18))
    (word,) = words_of(found, line, [Part(Box(0, 100, 40, 118), picture=np.zeros((18, 40), np.uint8))], [None], LETTER)
    assert (word.text, word.confidence) == ("", 0.0)


def test_digits_that_only_tesseract_saw_are_doubtful():
    (word,) = words("๒๕", 0, 14)
    assert word.confidence <= 0.3


def test_digits_of_our_own_reader_carry_its_confidence():
    found, line = line_of((0, 100, 12, 18), (14, 100, 12, 18))
    (word,) = words_of(found, line, [Part(Box(0, 100, 26, 118), "๒๕", 0.98)], [()], LETTER)
    assert (word.text, word.confidence) == ("๒๕", 0.98)


def test_a_letter_that_is_higher_than_the_digits_behind_it_is_the_letter_o():
    parts = [Part(Box(0, 100, 38, 118), "๐๑๒", 0.9)]
    tall, line = line_of((0, 96, 14, 22), (16, 104, 12, 14), (30, 104, 12, 14))
    assert words_of(tall, line, parts, [()], LETTER)[0].text == "O๑๒"
    low, line = line_of((0, 104, 12, 14), (16, 104, 12, 14), (30, 104, 12, 14))
    assert words_of(low, line, parts, [()], LETTER)[0].text == "๐๑๒"


def signs(*pairs):
    return [Sign(text, 0.9, Box(left, 100, left + 10, 118), exact=False) for text, left in pairs]


def marked(pairs, *ink):
    found, line = line_of(*ink)
    return "".join(sign.text for sign in with_marks(signs(*pairs), found, line, LETTER))


KO, DOT, YO, LAST = (0, 100, 12, 18), (15, 115, 3, 4), (22, 100, 12, 18), (37, 115, 3, 4)


@pytest.mark.parametrize(
    "read",
    [
        (("ก", 0), ("ุ", 14), ("ย", 22), (".", 36)),
        (("ก", 0), (".", 12), ("ุ", 15), ("ย", 22), (".", 36)),
        (("ก", 0), ("ย", 22), (".", 36)),
        (("ก", 0), (",", 14), ("ย.", 24)),
    ],
)
def test_dots_of_an_abbreviation_are_told_by_their_look(read):
    assert marked(read, KO, DOT, YO, LAST) == "ก.ย."


def test_a_vowel_below_a_letter_stays_where_it_has_ink():
    assert marked((("ก", 0), ("ุ", 4), (".", 14)), KO, (2, 120, 6, 7), DOT) == "กุ."


def test_a_dash_is_a_dash_whatever_tesseract_makes_of_it():
    dash = (18, 108, 8, 3)
    for sign in "=~+–":
        assert marked((("ก", 0), (sign, 18), ("ย", 36)), KO, dash, (36, 100, 12, 18)) == "ก-ย"
    assert marked((("ก", 0), ("ย", 36)), KO, dash, (36, 100, 12, 18)) == "ก-ย"


@pytest.mark.parametrize(
    ("read", "typed"),
    [
        ("นํ้าดื่ม", "น้ำดื่ม"),
        ("น้ํา", "น้ำ"),
        ("ทํา", "ทำ"),
        ("เเละ", "และ"),
        ("ท ี่", "ที่"),
        ("ที่่", "ที่"),
        ("ท่ี", "ที่"),
        ("No Gift", "No Gift"),
    ],
)
def test_it_is_spelt_as_people_type_it(read, typed):
    assert spelt(read) == typed


@pytest.mark.parametrize(
    "word", ["ที่", "น้ำ", "เกี่ยวข้อง", "แต่งตั้ง", "No", "E-Service", "ก.ย.", "๙๘.๒๐", "(ก)", "ซ้ำ", "ป้องกัน"]
)
def test_words_are_possible(word):
    assert is_possible(word)


@pytest.mark.parametrize("word", ["ิก", "เ", "กีี", "ขAu", "Om๔", "ก©", "กาา", "ตัวขี้วัด", "กุ็"])
def test_what_no_word_is_made_of_is_doubtful(word):
    assert not is_possible(word)


def seen_line(text, top, right, left=100, height=18):
    box = Box(left, top, right, top + height)
    parts = text.split(" ")
    share = (right - left) / len(parts)
    found = tuple(
        Word(part, 1.0, Box(round(left + at * share), top, round(left + (at + 1) * share), top + height))
        for at, part in enumerate(parts)
    )
    return SeenLine(Line(box, top, top + height, ()), found)


def paras(*lines, right=500):
    return [para.text for para in paragraphs([seen_line(*line) for line in lines], right, LETTER)]


def test_a_full_line_goes_on_in_the_next_without_a_space():
    assert paras(("ประชุมชี้แจงแนวทาง", 100, 490), ("การยกระดับ", 140, 250)) == ["ประชุมชี้แจงแนวทางการยกระดับ"]


def test_numbers_and_english_keep_apart_where_a_line_breaks():
    assert paras(("นโยบาย No Gift", 100, 495), ("Policy", 140, 200)) == ["นโยบาย No Gift Policy"]
    assert paras(("เมื่อวันที่ ๘", 100, 495), ("กุมภาพันธ์", 140, 250)) == ["เมื่อวันที่ ๘ กุมภาพันธ์"]


def test_a_line_that_ends_early_ends_its_paragraph():
    assert paras(("กองคลัง", 100, 200), ("กองช่าง", 140, 200)) == ["กองคลัง", "กองช่าง"]


def test_a_number_a_bullet_and_a_box_begin_a_paragraph():
    lines = [("๑. ประชุม", 100, 495), ("๒. จัดทำ", 140, 495), ("- เผยแพร่", 180, 495), ("☑ ดำเนินการ", 220, 495)]
    assert len(paras(*lines)) == 4


def test_white_space_between_lines_ends_a_paragraph():
    lines = [("ก" * 20, 100, 495), ("ข" * 20, 140, 495), ("ค" * 20, 240, 495)]
    assert len(paras(*lines)) == 2


def test_a_heading_in_larger_letters_is_a_paragraph_of_its_own():
    assert len(paras(("หัวเรื่อง", 100, 495, 100, 30), ("เนื้อความ", 150, 495))) == 2


def test_specks_are_dirt_and_short_text_is_not():
    assert [seen_line(text, 100, 120).is_dirt for text in ("'", ". :", "|", "ก", "๑", "☑", "-", "No")] == [
        *(True, True, True),
        *(False, False, False, False, False),
    ]


def test_an_indented_line_begins_a_paragraph():
    assert len(paras(("ก" * 20, 100, 495), ("ข" * 15, 140, 495, 180))) == 2


def digits(monkeypatch, found, number=None):
    monkeypatch.setattr(of_numbers, "find_digits", lambda line: found)
    monkeypatch.setattr(of_numbers, "read_number", lambda crop: number or Number("", 0.0))


def drawn_line(*boxes):
    page = np.full((30, 200), 250, np.uint8)
    for left, top, width, height in boxes:
        page[top : top + height, left : left + width] = 30
    return page


def test_digits_that_stand_together_are_one_number_with_the_signs_around_it(monkeypatch):
    found = [FoundDigit("๒", 0.99, 10, 6, 22, 20), FoundDigit("๕", 0.97, 25, 6, 37, 20)]
    digits(monkeypatch, found, Number("๒๕.", 0.93))
    (number,) = of_numbers.numbers(drawn_line((10, 6, 12, 14), (25, 6, 12, 14), (39, 18, 4, 4)), LETTER)
    assert (number.text, number.confidence, number.box.right) == ("๒๕.", 0.93, 43)


def test_a_number_that_is_read_otherwise_as_a_whole_stays_as_its_digits_are(monkeypatch):
    digits(monkeypatch, [FoundDigit("๒", 0.99, 10, 6, 22, 20)], Number("๗", 0.99))
    (number,) = of_numbers.numbers(drawn_line((10, 6, 12, 14)), LETTER)
    assert (number.text, number.confidence) == ("๒", 0.99)


def test_the_o_of_an_english_word_is_no_nought(monkeypatch):
    digits(monkeypatch, [FoundDigit("๐", 0.99, 25, 6, 37, 20)])
    assert of_numbers.numbers(drawn_line((10, 2, 12, 18), (25, 6, 12, 14)), LETTER) == []


def test_digits_of_tesseract_are_read_once_more_by_our_reader(monkeypatch):
    monkeypatch.setattr(second, "read_number", lambda crop: Number("๒๕๖๖", 0.9))
    line = np.full((18, 100), 255, np.uint8)
    seen = looked_at_again(line, letters_at("ก๒๕๐๐", 0, 16, 30, 44, 58))
    assert [(letter.text, letter.numeral) for letter in seen] == [("ก", False), ("๒๕๖๖", True)]


def test_the_second_look_is_not_believed_where_it_is_unsure(monkeypatch):
    monkeypatch.setattr(second, "read_number", lambda crop: Number("๒๕๖๖", 0.2))
    seen = letters_at("๒๕๐๐", 0, 14, 28, 42)
    assert looked_at_again(np.full((18, 100), 255, np.uint8), seen) == seen
