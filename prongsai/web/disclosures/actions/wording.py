"""What an item says itself: text, tables, content of the system, and the answer for the assessment's own system."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import transaction

from prongsai.core.disclosures.tables import as_json
from prongsai.core.disclosures.text import LONGEST
from prongsai.core.publication.content import Table
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.actions.rows import opened, told, write
from prongsai.web.disclosures.actions.watching import follow_links
from prongsai.web.disclosures.content import Words
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.sources import offers_of
from prongsai.web.site.refusals import refuse

#: More tables than a page can be read with.
MOST_TABLES = 20


@transaction.atomic
def write_words(*, by: Person, agency: Agency, fiscal_year: int, code: str, words: Words, version: int) -> Disclosure:
    """Write the text and the answer. Refused for ไม่มี without an explanation and a text that is too long; Stale where
    somebody else wrote first.
    """
    row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=code, version=version)
    _demand(words)
    before = {"text": row.text, "answer": row.answer, "explanation": row.explanation}
    values = {
        "text": words.text.strip(),
        "answer": words.answer,
        "explanation": words.explanation.strip(),
    }
    if values != before:
        write(row, values)
        told(by, row, before, values)
        follow_links(row)
    return row


@transaction.atomic
def choose_sources(
    *, by: Person, agency: Agency, fiscal_year: int, code: str, sources: Sequence[str], version: int
) -> Disclosure:
    """Show exactly this content of the system, by its codes (see sources.py).

    Refused for content that the system does not have; Stale where somebody else wrote first.
    """
    row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=code, version=version)
    titles = {offer.code: offer.title for offer in offers_of(agency, fiscal_year)}
    if set(sources) - titles.keys() - set(row.sources):
        raise refuse(
            "เนื้อหาจากระบบที่เลือกไม่มีอยู่แล้ว โปรดเปิดหน้านี้ใหม่แล้วเลือกอีกครั้ง",
            "The content of the system that was chosen is gone. Please open the page anew and choose again.",
        )
    before = list(row.sources)
    if list(sources) != before:
        write(row, {"sources": list(sources)})
        names = [[titles.get(one, one) for one in codes] for codes in (before, sources)]
        told(by, row, {"sources": names[0]}, {"sources": names[1]})
    return row


@transaction.atomic
def add_table(*, by: Person, agency: Agency, fiscal_year: int, code: str, table: Table, version: int) -> Disclosure:
    """Put a table at the end of those that the item shows; Stale where somebody else wrote first."""
    row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=code, version=version)
    if len(row.tables) >= MOST_TABLES:
        raise refuse(
            f"รายการหนึ่งแสดงได้ไม่เกิน {MOST_TABLES} ตาราง โปรดรวมตาราง หรือแนบเป็นไฟล์",
            f"An item shows at most {MOST_TABLES} tables. Please put some together, or attach a file.",
        )
    return _with_tables(by, row, [*row.tables, as_json(table)])


@transaction.atomic
def take_table_off(*, by: Person, agency: Agency, fiscal_year: int, code: str, place: int, version: int) -> Disclosure:
    """Show a table (``place`` from 0) no longer; Stale where somebody else wrote first."""
    row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=code, version=version)
    return _with_tables(by, row, [one for at, one in enumerate(row.tables) if at != place])


def _with_tables(by: Person, row: Disclosure, tables: list[dict[str, Any]]) -> Disclosure:
    before = _names_of(row.tables)
    write(row, {"tables": tables})
    told(by, row, {"tables": before}, {"tables": _names_of(tables)})
    return row


def _demand(words: Words) -> None:
    if words.answer == Disclosure.Answer.HAS_NOT and not words.explanation.strip():
        raise refuse(
            "คำตอบ “ไม่มี” ต้องมีคำอธิบาย เช่น ปีนี้ไม่มีการจัดซื้อจัดจ้างที่วงเงินเกิน 5 แสนบาท",
            "The answer “there is not” needs an explanation, such as that nothing was procured this year.",
        )
    if max(len(words.text), len(words.explanation)) > LONGEST:
        raise refuse(
            f"ข้อความยาวเกิน {LONGEST:,} ตัวอักษร โปรดย่อ หรือแนบเป็นไฟล์",
            f"The text is longer than {LONGEST:,} letters. Please shorten it, or attach a file.",
        )


def _names_of(tables: list[dict[str, Any]]) -> list[str]:
    """The tables in the history: their titles with how many rows they have."""
    return [f"{one['title']} ({len(one['rows'])})" for one in tables]
