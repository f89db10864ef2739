"""Personal data in what is about to become public: the reviewer's own checks over all its words and its files'."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from prongsai.core.publication.content import Content, Table
from prongsai.core.reports.reading import Reading
from prongsai.core.review.checks import CHECKS
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

#: The group of the reviewer's checks that look for personal data (see core.review.check.GROUPS).
_GROUP = "P"


@dataclass(frozen=True, slots=True)
class Personal:
    """Something that looks like personal data: the check's ``code``, the place in words, what it is, what is meant."""

    code: str
    where: Sentence
    what: Sentence
    quote: str


Spot = tuple[Sentence, str]


def personal_data(content: Content) -> list[Personal]:
    """What is found in the words of a content; its files are looked at by ``personal_data_in``."""
    return _found(_spots(content))


def personal_data_in(name: str, lines: Sequence[str]) -> list[Personal]:
    """What is found in the lines of a file of that name."""
    return _found(
        (Sentence(f"ไฟล์ “{name}” บรรทัด {at}", f"file “{name}”, line {at}"), line) for at, line in enumerate(lines, 1)
    )


def _found(spots: Iterable[Spot]) -> list[Personal]:
    """A line each, so that what a check says of a line leads back to its place."""
    known = list(spots)
    subject = Subject(Reading(), lines=tuple(" ".join(text.split()) for _where, text in known))
    found = [
        Personal(finding.code, known[finding.line - 1][0], finding.what, finding.quote)
        for check in CHECKS
        if check.CODE.startswith(_GROUP)
        for finding in check.check(subject)
        if finding.line is not None
    ]
    return list(dict.fromkeys(found))


def _spots(content: Content) -> Iterator[Spot]:
    yield _HEAD, content.title
    yield _HEAD, content.lead
    for label, value in content.facts:
        yield Sentence(f"ข้อมูล “{label}”", f"fact “{label}”"), f"{label} {value}"
    for part in content.parts:
        yield from ((_PARTS, text) for text in (part.text, *part.where))
    for section in content.sections:
        here = Sentence(f"หัวข้อ “{section.title}”", f"section “{section.title}”") if section.title else _TEXT
        yield from ((here, text) for text in (section.title, *section.paragraphs))
        yield from ((here, bar.label) for chart in section.charts for bar in chart.bars)
        for table in section.tables:
            yield from _cells(table)
    for link in content.links:
        yield Sentence(f"ลิงก์ “{link.title}”", f"link “{link.title}”"), f"{link.title} {link.url}"
    for file in content.files:
        yield Sentence(f"ชื่อไฟล์ “{file.name}”", f"name of the file “{file.name}”"), f"{file.title} {file.name}"


def _cells(table: Table) -> Iterator[Spot]:
    """Each cell by itself, and each with the head of its column: a number means something under “บัญชี”."""
    yield Sentence(f"ตาราง “{table.title}”", f"table “{table.title}”"), f"{table.title} {table.note}"
    for at, row in enumerate(table.rows, 1):
        where = Sentence(f"ตาราง “{table.title}” แถว {at}", f"table “{table.title}”, row {at}")
        for column, cell in zip(table.columns, row, strict=True):
            yield where, cell
            yield where, f"{column} {cell}"


_HEAD = Sentence("ชื่อเรื่องและข้อความแรก", "title and opening words")
_TEXT = Sentence("เนื้อหา", "text")
_PARTS = Sentence("องค์ประกอบด้านข้อมูล", "components")
