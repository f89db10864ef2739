"""Whatever a paper says, the reviewer ends with findings that can be shown."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from prongsai.core.reports.reading import Memo, Place, ReadDisclosure, Reading, ReadMeasure, Scores, Signatory, Status
from prongsai.core.review.review import fingerprints, review
from prongsai.core.review.subject import About, Subject
from prongsai.places import load as load_places
from tests.core.review.papers import FRAMEWORK

#: Pieces that checks look for, so that what is made up comes near to them.
_PIECES = st.sampled_from(
    [
        *("เทศบาลตำบล", "อบต.", "ท่าโขง", "อำเภอ", "จังหวัด", "ลพบุรี", "คำสั่งที่ ", "๒๗๐/๒๕๖๕", " ลงวันที่ ", "๓๑ กุมภาพันธ์ ๒๕๖๖"),
        *(
            "วันจันทร์ที่ ",
            "ปีงบประมาณ ",
            "๒๕๖๖",
            "ตัวชี้วัดที่ ",
            "๙.๑",
            "ข้อ O",
            "๓๕",
            "จำนวน ๓ เล่ม ได้แก่ ",
            "๑) ",
            "(",
            ")",
            ".....",
        ),
        *(
            "ระดับผ่าน",
            "คะแนน ๘๖.๗๓",
            "https:/",
            "@gmail.com",
            "๐๘๑-๒๓๔-๕๖๗๘",
            "ก",
            "\u0e4d",
            "า",
            "เเ",
            "ক",
            " ",
            "\n",
            "ผู้ร้องเรียน นาย",
        ),
    ]
)
_TEXT = st.lists(_PIECES | st.text(max_size=8), max_size=8).map("".join)
_TEXTS = st.lists(_TEXT, max_size=3).map(tuple)
_MAYBE = st.none() | _TEXT
_STATUS = st.none() | st.sampled_from(Status)
_MEASURE = st.builds(
    ReadMeasure,
    number=st.none() | st.integers(1, 99),
    indicator=st.none() | st.integers(1, 12),
    title=_MAYBE,
    procedure=_TEXTS,
    responsible=_TEXTS,
    period=_MAYBE,
    monitoring=_TEXTS,
    status=_STATUS,
    result=_TEXTS,
    outcome=_TEXTS,
    suggestion=_MAYBE,
)
_CODE = st.sampled_from(["O1", "O13", "O37", "O43", "O99", "O", ""]) | st.text(max_size=4)
_ITEM = st.builds(ReadDisclosure, _CODE, _MAYBE, _MAYBE, _TEXTS, _TEXTS, _STATUS, _TEXTS)
_PEOPLE = st.lists(st.builds(Signatory, _TEXT, _TEXT), max_size=2).map(tuple)
_MEMO = st.builds(Memo, _MAYBE, _MAYBE, _MAYBE, _MAYBE, _MAYBE, _MAYBE, _MAYBE, _TEXTS, _PEOPLE)
_SCORES = st.builds(
    Scores,
    st.dictionaries(st.integers(1, 10).map(str), st.floats(-1e6, 1e6), max_size=10),
    st.none() | st.floats(-1e6, 1e6),
)
_READING = st.builds(
    Reading,
    agency=_MAYBE,
    province=_MAYBE,
    district=_MAYBE,
    fiscal_year=st.none() | st.integers(2500, 2700),
    title=_MAYBE,
    memo=st.none() | _MEMO,
    measures=st.lists(_MEASURE, max_size=3).map(tuple),
    disclosures=st.lists(_ITEM, max_size=3).map(tuple),
    scores=st.none() | _SCORES,
)
_PLACES = st.dictionaries(
    st.sampled_from(["title", "measures[0].title", "disclosures[0].code", "memo.subject"]),
    st.builds(Place, line=st.none() | st.integers(1, 9)).map(lambda place: (place,)),
)


@settings(max_examples=150)
@given(_READING, _PLACES, _TEXTS, st.sampled_from(About), st.booleans())
def test_every_finding_has_its_place_and_words_and_a_name_of_its_own(
    reading: Reading, places: dict[str, tuple[Place, ...]], lines: tuple[str, ...], about: About, provisional: bool
) -> None:
    country = load_places()
    made = Subject(reading, places, lines, (), FRAMEWORK, provisional, gazetteer=country, about=about)
    found = review(made)
    marks = fingerprints(found)
    assert len(set(marks)) == len(found)
    for one in found:
        assert one.where.th and one.where.en and one.what.th and one.what.en
        assert "\n" not in one.quote
