"""The blocks that are signed under the memo: this year's names and positions in the blocks of the paper."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml import etree

from prongsai.core.reports.reading import Memo, Signatory
from prongsai.core.reports.sheet import SignatureBlock
from prongsai.documents.readers.word.tags import P
from prongsai.documents.writers.own_paper.cells import copied_paragraph, keep_with_next
from prongsai.documents.writers.own_paper.letters import Letters, set_text, take_away
from prongsai.documents.writers.signing import OPINION, SIGNED

Element = etree._Element
Person = tuple[Element, Element | None]
Block = tuple[Person, list[Element], Signatory]

#: Lines of a block above the name: where it is signed, and where an opinion is written.
_SIGN = re.compile(r"^[\s(]*ลง\s*(?:ชื่อ|นาม)|^[\s.…_]*$")
_OPINION = re.compile(r"^\s*(?:ความเห็น|ข้อเสนอ|ความคิดเห็น|คำสั่ง)")
_DOTS = re.compile(r"[.…_]{4,}")
#: More lines than this above a name belong to something else.
_MOST_ABOVE = 6


def put_signatures(
    people: Sequence[Person], was: Memo, blocks: Sequence[SignatureBlock], body: Sequence[Element]
) -> None:
    """Write who signs over those who signed last year; further blocks are made like the last, surplus ones go."""
    if not people:
        return
    taken = {id(one) for one in body}
    stretches = [_stretch(person, taken | _others(people, person)) for person in people]
    places = list(zip(people, stretches, was.signatories, strict=False))
    for _ in range(len(blocks) - len(people)):
        places.append(_further(places[-1]))
    for (person, stretch, old), block in zip(places, blocks, strict=False):
        _put(person, stretch, (old.name, old.position), block)
    for _person, stretch, _old in places[len(blocks) :]:
        for paragraph in stretch:
            take_away(paragraph)


def _others(people: Sequence[Person], own: Person) -> set[int]:
    return {id(each) for person in people if person is not own for each in person if each is not None}


def _stretch(person: Person, taken: set[int]) -> list[Element]:
    """The paragraphs of a block: lines to sign and to write on, the name, the position."""
    name, position = person
    above: list[Element] = []
    before = name.getprevious()
    while before is not None and len(above) < _MOST_ABOVE and _is_above(before, taken):
        above.insert(0, before)
        before = before.getprevious()
    while above and not Letters([above[0]]).text.strip():
        above.pop(0)  # the space before the first block is not part of it
    below = [] if position is None or position is name else [position]
    return [*above, name, *below]


def _is_above(element: Element, taken: set[int]) -> bool:
    if element.tag != P or id(element) in taken:
        return False
    text = Letters([element]).text
    return bool(_SIGN.match(text) or _OPINION.match(text))


def _further(last: Block) -> Block:
    """A block like the last one, behind it."""
    (name, position), stretch, old = last
    made = {id(one): copied_paragraph(one) for one in stretch}
    behind = stretch[-1]
    for one in stretch:
        behind.addnext(made[id(one)])
        behind = made[id(one)]
    below = None if position is None else made[id(position)]
    return (made[id(name)], below), list(made.values()), old


def _put(person: Person, stretch: list[Element], old: tuple[str, str], block: SignatureBlock) -> None:
    name, position = person
    _exchange(name, old[0], block.name)
    if position is not None:
        _exchange(position, old[1], block.position)
    elif block.position:
        position = copied_paragraph(name)
        set_text(position, block.position)
        name.addnext(position)
    behind = name if position is None else position
    for line in reversed(list(_below(block))):
        made = copied_paragraph(behind)
        set_text(made, line)
        behind.addnext(made)
    _sign(stretch, block)
    for paragraph in stretch[:-1]:
        keep_with_next(paragraph)  # a name that is torn from its line to sign on is nobody's signature


def _exchange(paragraph: Element, old: str, new: str) -> None:
    letters = Letters([paragraph])
    found = letters.find(old) if old else None
    if found is not None:
        letters.put(*found, new)
    elif new:
        letters.put(len(letters.text), len(letters.text), f" {new}" if letters.text.strip() else new)


def _below(block: SignatureBlock) -> Iterator[str]:
    """What stands under the position once it is signed."""
    if block.acting_for:
        yield block.acting_for
    if block.date_text:
        yield f"วันที่ {block.date_text}"


def _sign(stretch: Sequence[Element], block: SignatureBlock) -> None:
    """That it was signed, and the opinion, on the dotted lines that are there for them."""
    if block.signed:
        _fill_in(stretch, _SIGN, SIGNED)
    if block.opinion and not _fill_in(stretch, _OPINION, block.opinion):
        made = copied_paragraph(stretch[0])
        set_text(made, f"{OPINION} {block.opinion}")
        stretch[0].addprevious(made)


def _fill_in(stretch: Sequence[Element], label: re.Pattern[str], text: str) -> bool:
    for paragraph in stretch:
        letters = Letters([paragraph])
        dots = _DOTS.search(letters.text)
        if dots and letters.text.strip() and label.match(letters.text):
            letters.put(*dots.span(), f" {text} ")
            return True
    return False
