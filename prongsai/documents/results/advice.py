"""The recommendations of a result report: each names a question or item, and items to work on. Source: ita.md §4.4."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.known import Recommendation
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.readers.document import Document, Para
from prongsai.documents.results.cells import code_of

_CODE = re.compile(r"^(?:[-•–]\s*)?([IiEe]\s?[0-9๐-๙]{1,2}|[OoОο]\s?[0-9๐-๙]{1,2})(?![0-9๐-๙.])[\s.:)]+(?=\S)")
#: Letters and digits that begin the code of an item: the letter O is often read as a zero.
_ITEM = re.compile(r"(?<![0-9๐-๙A-Za-z.,])([OoОο0๐][OoОο]?\s?[0-9๐-๙]{1,2})(?![0-9๐-๙.])")
_HEADING = re.compile(
    r"^(?:[0-9๐-๙(]{1,3}[.)]\s*)?(?:ข้อเสนอแนะ|จุดแข็ง|จุดที่(?:ควร|ต้อง)|ประเด็นที่|ตัวชี้วัด|แบบวัด|สรุป|ส่วนที่|บทที่|ตาราง)"
)
_MOST_LETTERS = 2000


@dataclass
class _Open:
    code: str
    texts: list[str] = field(default_factory=list)


def recommendations(document: Document, framework: Framework) -> Iterator[Recommendation]:
    """Paragraphs that begin with the code of a question or item, with the lines that go on, in the report's order."""
    codes = {one.code for one in framework.questions} | {one.code for one in framework.items}
    current: _Open | None = None
    for block in document.blocks:
        text = block.text.strip() if isinstance(block, Para) else ""
        begins = _CODE.match(text)
        code = code_of(begins[1], codes) if begins else None
        if begins and code in codes and code is not None:
            if current:
                yield _made(current, framework)
            current = _Open(code, [text[begins.end() :]])
        elif current and text and not _HEADING.match(text):
            current.texts.append(text)
        elif current:
            yield _made(current, framework)
            current = None
    if current:
        yield _made(current, framework)


def items_named(text: str, framework: Framework) -> tuple[str, ...]:
    """The items of the year that a text names: ``O36``, ``O๓๖``, ``๐๓๖``."""
    codes = {one.code for one in framework.items}
    found = (code_of(to_arabic(one[1]), codes) for one in _ITEM.finditer(text))
    return tuple(dict.fromkeys(code for code in found if code in codes and code is not None))


def _made(current: _Open, framework: Framework) -> Recommendation:
    text = " ".join(current.texts)[:_MOST_LETTERS]
    return Recommendation(current.code, text, items_named(text, framework))
