"""Pages are joined, and places and doubtful words find their pages and values."""

from __future__ import annotations

import pytest

from prongsai.core.sentence import Sentence
from prongsai.documents.readers import Refusal
from prongsai.documents.readers.document import Cell, Document, DoubtfulWord, Para, Region, Row, Source, Spot, Table
from prongsai.documents.readers.join import joined
from prongsai.documents.readers.reader import together, unread
from prongsai.documents.readers.source_json import source_from_json, source_to_json
from prongsai.documents.readers.understand import understood

HEADER = ("มาตรการ", "วิธีดำเนินการ", "ผู้รับผิดชอบ", "ระยะเวลา", "ผลการดำเนินการ")
REGION = Region(1, 0.1, 0.2, 0.3, 0.4)


def row(line: int, *cells: str) -> Row:
    return Row(tuple(Cell((Para(text, line),) if text else ()) for text in cells), line)


def page(*cells: str, doubtful: tuple[DoubtfulWord, ...] = ()) -> Source:
    return Source(
        Document((Para("รายงานผล ปีงบประมาณ ๒๕๖๖", 1), Table(1, (row(2, *HEADER), row(3, *cells))))),
        ("รายงานผล ปีงบประมาณ ๒๕๖๖", "\t".join(HEADER), "\t".join(cells)),
        regions={Spot(3, 1): REGION},
        doubtful=doubtful,
    )


FIRST = page("เผยแพร่คู่มือ", "จัดทำคู่มือ", "กองคลัง", "ต.ค. ๖๕ - ก.ย. ๖๖", "เผยแพร่แล้ว")
SECOND = page(
    "รับฟังความเห็น", "ประชุม", "สำนักปลัด", "", "ประชุมแล้ว",
    doubtful=(
        DoubtfulWord("ประชุมแล้ว", 0.5, Spot(3, 5), REGION),
        DoubtfulWord("", 0.0, Spot(3, 4), REGION),
        DoubtfulWord("ท้ายกระดาษ", 0.1, Spot(9, None), REGION),
    ),
)  # fmt: skip


def test_lines_and_tables_are_counted_on() -> None:
    whole = joined([(1, FIRST), (4, SECOND)])
    assert len(whole.lines) == 6
    assert whole.page_of_line == (1, 1, 1, 4, 4, 4)
    assert [table.number for table in whole.document.tables] == [1, 2]
    assert whole.document.tables[1].rows[1].line == 6
    assert whole.document.tables[1].rows[1].cells[0].paras[0].line == 6
    assert whole.regions[Spot(6, 1)].page == 4
    assert [word.spot.line for word in whole.doubtful] == [6, 6, 12]


def test_places_tell_their_pages() -> None:
    report = understood(joined([(1, FIRST), (4, SECOND)]))
    assert {place.page for place in report.places["measures[1].title"]} == {4}


def test_a_doubtful_word_finds_its_value_and_an_unread_cell_its_measure() -> None:
    report = understood(joined([(1, FIRST), (4, SECOND)]))
    assert [(one.path, one.word.text) for one in report.doubtful] == [
        ("measures[1].result[0]", "ประชุมแล้ว"),
        ("measures[1]", ""),
    ]


def test_what_is_told_of_the_file_is_a_note() -> None:
    why = Sentence("ไม่ได้ดูมาโคร", "Macros were not looked at.")
    report = understood(joined([(1, FIRST), (2, unread(why))]))
    assert report.reading.notes[-1].what == why.th


def test_where_every_page_was_lost_the_file_is_refused_with_the_first_reason() -> None:
    first, second = Sentence("หนึ่ง", "one"), Sentence("สอง", "two")
    with pytest.raises(Refusal, match="หนึ่ง"):
        together([(1, unread(first)), (2, unread(second))], [first, second])


def test_a_source_is_the_same_after_json() -> None:
    whole = joined([(1, FIRST), (4, SECOND)])
    assert source_from_json(source_to_json(whole)) == whole


@pytest.mark.parametrize("value", [None, [], {}, {"blocks": 3}, {**source_to_json(FIRST), "regions": [[1]]}, "x"])
def test_what_is_no_source_is_refused(value: object) -> None:
    with pytest.raises(ValueError):
        source_from_json(value)
