"""What differs between two editions, in words: for the one who corrects, before; for the public, beside the reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from prongsai.core.publication.content import Content, FileRef, Section, Table
from prongsai.core.sentence import Sentence

#: So many letters of a value are shown; the whole stands in the editions themselves.
_SHOWN = 80

T = TypeVar("T")


def changes(old: Content, new: Content) -> list[Sentence]:
    """One sentence a difference, in the order of the page; none where both are equal."""
    found = [
        *_words(old, new),
        *_facts(old, new),
        *_parts(old, new),
        *_sections(old, new),
        *_links(old, new),
        *_files(old, new),
    ]
    if not found and old != new:
        return [Sentence("รายละเอียดย่อยต่างกัน เช่น ลำดับการแสดง", "Small things differ, such as the order.")]
    return found


def _words(old: Content, new: Content) -> Iterator[Sentence]:
    if old.title != new.title:
        yield Sentence(
            f"ชื่อเรื่อง “{_short(old.title)}” เปลี่ยนเป็น “{_short(new.title)}”",
            f"The title “{_short(old.title)}” became “{_short(new.title)}”.",
        )
    if old.lead != new.lead and not new.lead:
        yield Sentence("นำข้อความแรกออก", "The opening words were taken out.")
    elif old.lead != new.lead:
        yield Sentence(f"ข้อความแรกเปลี่ยนเป็น “{_short(new.lead)}”", f"The opening words became “{_short(new.lead)}”.")
    if old.group != new.group:
        yield Sentence(f"ย้ายไปอยู่ในหมวด “{_short(new.group)}”", f"It moved to the group “{_short(new.group)}”.")


def _facts(old: Content, new: Content) -> Iterator[Sentence]:
    for (label, value), (_label, now) in _both(old.facts, new.facts, lambda one: one[0]):
        if value != now:
            yield Sentence(
                f"{label}: “{_short(value)}” เปลี่ยนเป็น “{_short(now)}”",
                f"{label}: “{_short(value)}” became “{_short(now)}”.",
            )
    yield from _gone_and_come(old.facts, new.facts, lambda one: one[0], "ข้อมูล", "the fact")


def _parts(old: Content, new: Content) -> Iterator[Sentence]:
    for before, now in _both(old.parts, new.parts, lambda one: one.text):
        if before.where != now.where:
            shown = ", ".join(now.where)
            yield (
                Sentence(f"องค์ประกอบ “{_short(now.text)}” แสดงที่ {shown}", f"“{_short(now.text)}” is shown at {shown}.")
                if shown
                else Sentence(f"องค์ประกอบ “{_short(now.text)}” ไม่แสดงแล้ว", f"“{_short(now.text)}” is shown no more.")
            )
    yield from _gone_and_come(old.parts, new.parts, lambda one: one.text, "องค์ประกอบ", "the component")


def _sections(old: Content, new: Content) -> Iterator[Sentence]:
    former, newer = _beside(old.sections, new.sections), _beside(new.sections, old.sections)
    for before, now in _both(former, newer, lambda one: one.title):
        if before != now:
            yield from _section(before, now)
    yield from _gone_and_come(former, newer, lambda one: one.title, "หัวข้อ", "the section")


def _beside(sections: Sequence[Section], others: Sequence[Section]) -> Sequence[Section]:
    """With an empty text where only the other has one: a text without a heading comes and goes by paragraphs."""
    blank = Section("")
    nameless = any(not one.title and one != blank for one in others) and all(one.title for one in sections)
    return [*sections, blank] if nameless else sections


def _section(old: Section, new: Section) -> Iterator[Sentence]:
    name = f"หัวข้อ “{_short(new.title)}”" if new.title else "เนื้อหา"
    named = f"Section “{_short(new.title)}”" if new.title else "The text"
    come, gone = _more(old.paragraphs, new.paragraphs), _more(new.paragraphs, old.paragraphs)
    if come or gone:
        yield Sentence(f"{name}: เพิ่ม {come} ย่อหน้า ตัดออก {gone} ย่อหน้า", f"{named}: {come} paragraphs came, {gone} went.")
    elif old.paragraphs != new.paragraphs:
        yield Sentence(f"{name}: ลำดับย่อหน้าเปลี่ยน", f"{named}: its paragraphs are in another order.")
    if old.charts != new.charts:
        yield Sentence(f"{name}: แผนภูมิเปลี่ยน", f"{named}: its charts changed.")
    for before, now in _both(old.tables, new.tables, lambda one: one.title):
        if before != now:
            yield _table(before, now, name, named)
    yield from _gone_and_come(old.tables, new.tables, lambda one: one.title, f"{name}: ตาราง", "the table")


def _table(old: Table, new: Table, name: str, named: str) -> Sentence:
    come, gone = _more(old.rows, new.rows), _more(new.rows, old.rows)
    title = _short(new.title)
    if come or gone:
        return Sentence(
            f"{name}: ตาราง “{title}” มีแถวใหม่หรือแก้ไข {come} แถว แถวเดิมหายไป {gone} แถว",
            f"{named}: in the table “{title}” {come} rows are new or changed, {gone} former rows are gone.",
        )
    return Sentence(f"{name}: ตาราง “{title}” จัดใหม่", f"{named}: the table “{title}” is arranged anew.")


def _links(old: Content, new: Content) -> Iterator[Sentence]:
    for before, now in _both(old.links, new.links, lambda one: one.url):
        if before != now:
            yield Sentence(
                f"ลิงก์ {_short(now.url)} เปลี่ยนชื่อเป็น “{_short(now.title)}”",
                f"The link {_short(now.url)} is called “{_short(now.title)}” now.",
            )
    yield from _gone_and_come(old.links, new.links, lambda one: one.url, "ลิงก์", "the link")


def _files(old: Content, new: Content) -> Iterator[Sentence]:
    for before, now in _both(old.files, new.files, _name_of):
        if before.sha256 != now.sha256:
            yield Sentence(f"ไฟล์ “{_short(now.name)}” เป็นฉบับใหม่", f"The file “{_short(now.name)}” is another one now.")
        elif before != now:
            yield Sentence(
                f"คำอธิบายไฟล์ “{_short(now.name)}” เปลี่ยน", f"The words for the file “{_short(now.name)}” changed."
            )
    yield from _gone_and_come(old.files, new.files, _name_of, "ไฟล์", "the file")


def _name_of(file: FileRef) -> str:
    return file.name


def _both(old: Sequence[T], new: Sequence[T], key: Callable[[T], str]) -> Iterator[tuple[T, T]]:
    """Those that are in both, in the order of the new ones; of equal names the first goes with the first."""
    before = dict(_numbered(old, key))
    for name, one in _numbered(new, key):
        if name in before:
            yield before[name], one


def _gone_and_come(old: Sequence[T], new: Sequence[T], key: Callable[[T], str], th: str, en: str) -> Iterator[Sentence]:
    before, now = dict(_numbered(old, key)), dict(_numbered(new, key))
    for name in (name for name in now if name not in before):
        yield Sentence(f"เพิ่ม{th}{_quoted(name[0], 'หลัก')}", f"Added {en}{_quoted(name[0], ' without a name')}.")
    for name in (name for name in before if name not in now):
        yield Sentence(f"นำ{th}{_quoted(name[0], 'หลัก')} ออก", f"Took out {en}{_quoted(name[0], ' without a name')}.")


def _numbered(values: Iterable[T], key: Callable[[T], str]) -> Iterator[tuple[tuple[str, int], T]]:
    seen: Counter[str] = Counter()
    for one in values:
        name = key(one)
        yield (name, seen[name]), one
        seen[name] += 1


def _more(old: Sequence[Hashable], new: Sequence[Hashable]) -> int:
    """How many of the new are not among the old."""
    return (Counter(new) - Counter(old)).total()


def _quoted(name: str, nameless: str) -> str:
    """The name in quotation marks behind a space, or the words for what has none."""
    return f" “{_short(name)}”" if name.strip() else nameless


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1]}…"
