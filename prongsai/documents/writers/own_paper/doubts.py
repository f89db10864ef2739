"""What is to be told of a paper before it becomes a form: what was not found, what stays empty, what goes."""

from __future__ import annotations

from collections.abc import Iterator

from prongsai.core.reports.layout import Holds
from prongsai.core.sentence import Sentence
from prongsai.core.thai.digits import to_thai
from prongsai.documents.writers.own_paper.columns import holds
from prongsai.documents.writers.own_paper.memo import FoundMemo
from prongsai.documents.writers.own_paper.parts import Part, headings_across
from prongsai.documents.writers.own_paper.pattern import RowPattern
from prongsai.documents.writers.own_paper.titles import FoundTitles

#: What of a table must be known, or nothing can be written in it.
_NEEDED = {
    Holds.MEASURES: {"title"},
    Holds.INDICATORS: {"title"},
    Holds.DISCLOSURES: {"code"},
    Holds.SCORES: {"score"},
}


def is_writable(part: Part, pattern: RowPattern) -> bool:
    """Whether so much of a table is known that rows can be written in it."""
    fields = {column.field for column in pattern.columns.values()}
    return bool(part.sections[0].header) and bool(fields & _NEEDED[holds(part.columns)]) and len(fields) > 1


def of_paper(memo: FoundMemo | None, titles: FoundTitles, year: int | None) -> Iterator[Sentence]:
    """What is in doubt about the paper as a whole."""
    if memo is not None and not memo.people:
        yield Sentence(
            "ไม่พบชื่อผู้ลงนามในบันทึกข้อความ ส่วนลงนามจะคงไว้ตามไฟล์เดิม โปรดแก้ชื่อใน Word เมื่อมีการเปลี่ยนตัวผู้ลงนาม",
            "No signatories were found in the memo. Its signature part stays as in the file; "
            "please change names in Word where others sign.",
        )
    if memo is None:
        yield Sentence(
            "ไม่พบบันทึกข้อความในไฟล์นี้ เอกสารที่จัดทำจะไม่มีบันทึกข้อความ",
            "There is no memo in this file. Documents made with it have none.",
        )
    if year is None or not titles.lines:
        yield Sentence(
            "ไม่พบชื่อรายงานและปีงบประมาณที่หัวรายงาน จะไม่มีการเปลี่ยนปีให้ โปรดตรวจปีใน Word",
            "The report's title lines with its year were not found. The year is not changed; please check it in Word.",
        )


def of_tables(parts: list[tuple[Part, RowPattern]]) -> Iterator[Sentence]:
    """What is in doubt about each table."""
    for at, (part, pattern) in enumerate(parts, 1):
        number = to_thai(at)
        if not is_writable(part, pattern):
            yield Sentence(
                f"ตารางที่ {number} ไม่พบหัวคอลัมน์ที่จำเป็น ตารางนี้จะคงไว้ตามไฟล์เดิม",
                f"Table {at} lacks a heading that is needed. It stays as it is in the file.",
            )
            continue
        for heading in _unknown(part, pattern):
            yield Sentence(
                f"ตารางที่ {number} ไม่รู้ว่าช่อง “{heading}” ใส่อะไร ช่องนี้จะเว้นว่างไว้",
                f"Table {at}: it is not known what belongs under “{heading}”. That column stays empty.",
            )
        yield from _of_rows(part, at)


def _of_rows(part: Part, at: int) -> Iterator[Sentence]:
    number, pieces = to_thai(at), len(part.sections)
    if pieces > 1:
        yield Sentence(
            f"ตารางที่ {number} แบ่งเป็น {to_thai(pieces)} ส่วน แถวของปีนี้จะอยู่ในส่วนแรก ส่วนที่เหลือและหัวตารางที่ซ้ำจะนำออก",
            f"Table {at} is cut in {pieces} pieces. This year's rows go into the first; "
            "the others are taken out with their repeated headings.",
        )
    if headings_across(part.sections):
        yield Sentence(
            f"ตารางที่ {number} มีหัวข้อคั่นระหว่างแถว หัวข้อเหล่านี้จะไม่อยู่ในรายงานปีนี้",
            f"Table {at} has headings between its rows. They will not be in this year's report.",
        )


def _unknown(part: Part, pattern: RowPattern) -> Iterator[str]:
    for at, heading in enumerate(part.columns.headings):
        if heading and at not in pattern.columns and at not in pattern.counting:
            yield heading
