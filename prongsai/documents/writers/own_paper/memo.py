"""The memo of the paper: this year's words in the place of last year's; its labels, lines and emblem stay."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree

from prongsai.core.reports.reading import Memo, Places
from prongsai.core.reports.sheet import SignatureBlock
from prongsai.documents.readers.document import Para
from prongsai.documents.readers.recognise.memo import is_heading_of_memo
from prongsai.documents.writers.own_paper.cells import copied_paragraph, not_in_list
from prongsai.documents.writers.own_paper.letters import Letters, set_text, take_away
from prongsai.documents.writers.own_paper.signatures import put_signatures
from prongsai.documents.writers.own_paper.traced import Traced

Element = etree._Element

#: The labels of the head; number and date may stand on a line with another.
_LABELS = {
    "office": re.compile(r"^\s*ส่วน\s*ราชการ\s*[:.]?"),
    "number": re.compile(r"(?:^|(?<=\s))ที่(?=[\s:.…_]|[ก-ฮ]{2}\s*[๐-๙0-9]|$)\s*:?"),
    "date": re.compile(r"(?:^|(?<=\s))วัน\s*ที่\s*:?"),
    "subject": re.compile(r"^\s*เรื่อง\s*:?"),
    "period": re.compile(r"^\s*รอบ\s*รายงาน\s*:?"),
    "to": re.compile(r"^\s*เรียน\s*:?"),
}
_WORDS = {
    "office": "ส่วนราชการ",
    "number": "ที่",
    "date": "วันที่",
    "subject": "เรื่อง",
    "period": "รอบรายงาน",
    "to": "เรียน",
}
#: What ends a value on its line: the label of the next.
_ENDED_BY = {"office": ("number", "date"), "number": ("date",)}
_AROUND = re.compile(r"(?:[.…_]{4,}|\s)*")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a field of the memo stands: the lines of its value, the first with its label; ``there``: it has a label."""

    field: str
    lines: tuple[tuple[Element, ...], ...]


@dataclass(frozen=True, slots=True)
class FoundMemo:
    """The memo of a paper: its head, its text, and the paragraphs of each signatory's name and position.

    ``lines`` are all that it stands on, ``written`` those that take other words; ``paragraphs`` are all of it.
    """

    head: tuple[Spot, ...]
    body: tuple[Element, ...]
    people: tuple[tuple[Element, Element | None], ...]
    lines: frozenset[int]
    written: frozenset[int]
    paragraphs: tuple[Element, ...]
    was: Memo

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that it has a place for."""
        found = [spot.field for spot in self.head]
        return (*found, *(["body"] if self.body else []), *(["signatories"] if self.people else []))


def find_memo(traced: Traced, memo: Memo, places: Places) -> FoundMemo:
    """Where the fields of a memo that was read stand."""
    ours = {path: [one.line for one in found if one.line] for path, found in places.items() if path.startswith("memo.")}
    every = {line for found in ours.values() for line in found}
    first, last = _heading(traced, min(every, default=1)), max(every, default=0)
    by_line = {line: traced.paragraphs.get(line, ()) for line in range(first, last + 1)}
    body = [by_line[line] for at in range(len(memo.body)) for line in ours.get(f"memo.body[{at}]", [])]
    return FoundMemo(
        head=tuple(spot for field in _LABELS if (spot := _spot(field, ours, by_line)) is not None),
        body=tuple(dict.fromkeys(elements[0] for elements in body if elements)),
        people=tuple(_people(memo, ours, by_line)),
        lines=frozenset(by_line),
        written=frozenset(every),
        paragraphs=tuple(each for elements in by_line.values() for each in elements),
        was=memo,
    )


def _heading(traced: Traced, first: int) -> int:
    """The line with which the memo begins: that of its name, if it stands a little above the first value."""
    texts = {block.line: block.text for block in traced.document.blocks if isinstance(block, Para)}
    near = (line for line in range(first - 1, first - 4, -1) if is_heading_of_memo(texts.get(line, "")))
    return next(near, first)


def _spot(field: str, ours: dict[str, list[int]], by_line: dict[int, tuple[Element, ...]]) -> Spot | None:
    """The lines of a value; where there is no value, the line in front of the text that has its label."""
    lines = ours.get(f"memo.{field}") or []
    if not lines:
        texts = min((line for path, found in ours.items() if path.startswith("memo.body") for line in found), default=0)
        head = [line for line, found in by_line.items() if found and (not texts or line < texts)]
        lines = [line for line in head if _LABELS[field].search(Letters(by_line[line]).text)][:1]
    found = tuple(by_line[line] for line in dict.fromkeys(lines) if by_line.get(line))
    return Spot(field, found) if found and _LABELS[field].search(Letters(found[0]).text) else None


def _people(
    memo: Memo, ours: dict[str, list[int]], by_line: dict[int, tuple[Element, ...]]
) -> list[tuple[Element, Element | None]]:
    """Those signatories whose name stands in a paragraph of its own: names side by side are left as they are."""
    made: list[tuple[Element, Element | None]] = []
    for at in range(len(memo.signatories)):
        names, positions = (ours.get(f"memo.signatories[{at}].{part}", [])[:1] for part in ("name", "position"))
        name = by_line.get(names[0], ()) if names else ()
        position = by_line.get(positions[0], ()) if positions else ()
        if len(name) == 1:
            made.append((name[0], position[0] if len(position) == 1 else None))
    return made


def take_memo_away(found: FoundMemo) -> None:
    """A report without a memo must not show last year's."""
    for paragraph in found.paragraphs:
        take_away(paragraph)


def put_memo(found: FoundMemo, memo: Memo, signatures: Sequence[SignatureBlock]) -> None:
    """Write a memo over the one that was found."""
    values = {field: getattr(memo, "date_text" if field == "date" else field) for field in _LABELS}
    last = None
    for field in ("office", "number", "date", "subject", "period", "to"):
        spot = next((one for one in found.head if one.field == field), None)
        if spot is not None:
            _put(spot, values[field] or "")
            last = spot.lines[0][-1]
        elif values[field] and last is not None:
            last = _added(last, field, values[field])
    _put_body(found, memo.body, last)
    put_signatures(found.people, found.was, signatures, found.body)


def _put(spot: Spot, value: str) -> None:
    """The value between its label and the next one; lines that it went on in are taken away."""
    letters = Letters(spot.lines[0])
    label = _LABELS[spot.field].search(letters.text)
    if label is None:
        return
    nexts = (_LABELS[other].search(letters.text, label.end()) for other in _ENDED_BY.get(spot.field, ()))
    end = min((one.start() for one in nexts if one), default=len(letters.text))
    text = letters.text[label.end() : end]
    bare = text.strip(" \t\n.…_\xa0\ufffc") if text.strip() else ""
    if bare:
        start = label.end() + text.index(bare)
        letters.put(start, start + len(bare), value)
    elif value:
        _write_on(letters, label.end(), end, value)
    for line in spot.lines[1:]:
        for paragraph in line:
            take_away(paragraph)


def _write_on(letters: Letters, start: int, end: int, value: str) -> None:
    """A value where none stood: on the dotted line, or behind the label with a space between."""
    dots = re.compile(r"[.…_]{4,}").search(letters.text, start, end)
    if dots:
        letters.put(*dots.span(), f" {value} ")
        return
    space = "" if letters.text[start:end].startswith((" ", "\t")) else " "
    behind = start + len(letters.text[start:end]) - len(letters.text[start:end].lstrip())
    letters.put(behind, behind, f"{space}{value}" + (" " if end < len(letters.text) else ""))


def _added(after: Element, field: str, value: str) -> Element:
    """A line for a field that the paper has no place for, like the line before it."""
    made = copied_paragraph(after)
    set_text(made, f"{_WORDS[field]} {value}")
    after.addnext(made)
    return made


def _put_body(found: FoundMemo, texts: Sequence[str], last: Element | None) -> None:
    """The paragraphs of the memo: those that are there with other words, further ones like the first."""
    before = last
    for at, text in enumerate(texts):
        if at < len(found.body):
            paragraph = found.body[at]
        elif before is None:
            return
        else:
            paragraph = copied_paragraph(found.body[0] if found.body else before)
            before.addnext(paragraph)
        set_text(paragraph, text)
        not_in_list(paragraph)
        before = paragraph
    for paragraph in found.body[len(texts) :]:
        take_away(paragraph)
