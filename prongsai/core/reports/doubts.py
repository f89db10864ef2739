"""What a person should look at before a Reading is accepted: by value, with a sentence for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.measures.content import MeasureContent, may_be_kept
from prongsai.core.reports.reading import NoteKind, Reading
from prongsai.core.sentence import Sentence


class DoubtKind(StrEnum):
    """Why a value is doubted."""

    NOTE = "note"  # the reader noted damage or a contradiction
    MISSING = "missing"
    PERIOD = "period"  # no dates can be made of it
    UNIT = "unit"  # no division of the agency is called so
    FOREIGN = "foreign"  # it names another agency
    SEEN = "seen"  # it was seen on a picture, and some of it is not sure


@dataclass(frozen=True, slots=True)
class SeenWord:
    """A word of the value at ``path`` that was seen on a picture, and how sure that reading is, 0 to 1."""

    path: str
    text: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to look at. ``path`` is the value doubted, or empty where it is about the whole paper."""

    path: str
    kind: DoubtKind
    what: Sentence


#: What each kind of note says in short; the note's own words follow.
NOTE_WORDS: dict[NoteKind, Sentence] = {
    NoteKind.FOREIGN_AGENCY: Sentence("มีชื่อหน่วยงานอื่น", "Another agency is named"),
    NoteKind.STATUS_CONTRADICTS_TEXT: Sentence("สถานะไม่ตรงกับข้อความ", "The status contradicts the text"),
    NoteKind.WRONG_ITEM_NUMBER: Sentence("เลขข้อไม่ตรงลำดับ", "The number is out of order"),
    NoteKind.MISSING_CELL: Sentence("ช่องว่างหรือหาย", "A cell is missing"),
    NoteKind.YEAR_MISMATCH: Sentence("ปีไม่ตรงกัน", "The years differ"),
    NoteKind.OCR_GARBLE: Sentence("ตัวอักษรอาจผิดเพี้ยน", "The letters may be garbled"),
    NoteKind.DUPLICATE_TEXT: Sentence("ข้อความซ้ำ", "The text is repeated"),
    NoteKind.OTHER: Sentence("ข้อสังเกต", "Remark"),
}


def doubts_of(
    reading: Reading,
    *,
    agency: str,
    has_dates: Callable[[str, int | None], bool],
    is_known_unit: Callable[[str], bool],
    seen: Sequence[SeenWord] = (),
) -> tuple[Doubt, ...]:
    """Everything doubtful, in the order of the paper's values. ``seen`` are doubtful words of pages read as pictures.

    ``agency`` is the name of the agency that imports. ``has_dates(period, fiscal year)`` tells whether dates
    can be made of a period, ``is_known_unit`` whether a unit is a division. Units are told once for a measure.
    """
    found = [
        *_of_notes(reading),
        *_of_seen(seen),
        *_of_head(reading, agency),
        *_of_measures(reading, has_dates, is_known_unit),
    ]
    return tuple(sorted(found, key=lambda doubt: _order(doubt.path)))


def must_be_put_right(reading: Reading) -> tuple[Doubt, ...]:
    """What keeps a Reading from becoming a plan: nothing in it, a measure without title, a text that does not fit."""
    if not reading.measures and not reading.disclosures:
        what = Sentence(
            "ไม่มีมาตรการหรือรายการเปิดเผยข้อมูลในรายงานนี้ โปรดเพิ่มมาตรการ หรือเลือกไฟล์อื่น",
            "There is neither a measure nor a disclosure in this report. Please add one or choose another file.",
        )
        return (Doubt("", DoubtKind.MISSING, what),)
    return tuple(_unfit(reading))


def _unfit(reading: Reading) -> Iterator[Doubt]:
    for at, measure in enumerate(reading.measures):
        decision = may_be_kept(MeasureContent.from_read(measure))
        if decision.why:
            what = Sentence(
                f"มาตรการลำดับที่ {at + 1}: {decision.why.th}", f"Measure {at + 1} of the list: {decision.why.en}"
            )
            yield Doubt(f"measures[{at}]", DoubtKind.MISSING, what)


def _of_notes(reading: Reading) -> Iterator[Doubt]:
    for note in reading.notes:
        words = NOTE_WORDS[note.kind]
        at = "" if note.path else f" [{note.where}]"
        yield Doubt(
            note.path or "",
            DoubtKind.NOTE,
            Sentence(f"{words.th}: {note.what}{at}", f"{words.en}: {note.what}{at}"),
        )


#: As many words of a value are told one by one.
_MOST_SEEN = 6


def _of_seen(words: Sequence[SeenWord]) -> Iterator[Doubt]:
    """One doubt a value, with its doubtful words."""
    by_path: dict[str, list[SeenWord]] = {}
    for word in words:
        by_path.setdefault(word.path, []).append(word)
    for path, found in by_path.items():
        listed = ", ".join(f"“{word.text}” {word.confidence:.0%}" for word in found[:_MOST_SEEN] if word.text)
        more = " …" if len(found) > _MOST_SEEN else ""
        yield Doubt(
            path,
            DoubtKind.SEEN,
            Sentence(
                f"อ่านจากภาพได้ไม่ชัด โปรดเทียบกับภาพ: {listed}{more}" if listed else "มีส่วนที่อ่านจากภาพไม่ออก โปรดดูภาพแล้วกรอก",
                f"Not read surely from the picture; please compare: {listed}{more}"
                if listed
                else "Something on the picture could not be read. Please look at it and type it.",
            ),
        )


def _of_head(reading: Reading, agency: str) -> Iterator[Doubt]:
    if reading.fiscal_year is None:
        yield Doubt(
            "fiscal_year",
            DoubtKind.MISSING,
            Sentence("ไม่พบปีงบประมาณในรายงาน โปรดกรอก", "No fiscal year was found. Please enter it."),
        )
    if reading.agency and _bare(reading.agency) != _bare(agency):
        yield Doubt(
            "agency",
            DoubtKind.FOREIGN,
            Sentence(
                f"ชื่อในรายงานไม่ตรงกับ “{agency}” โปรดตรวจว่าเป็นรายงานของหน่วยงานท่าน",
                f"The name differs from “{agency}”. Please check that the report is your agency's.",
            ),
        )


def _of_measures(
    reading: Reading, has_dates: Callable[[str, int | None], bool], is_known_unit: Callable[[str], bool]
) -> Iterator[Doubt]:
    for at, measure in enumerate(reading.measures):
        field = f"measures[{at}]"
        if not measure.title:
            what = Sentence("ไม่พบชื่อมาตรการ โปรดกรอก", "The measure has no title. Please enter it.")
            yield Doubt(f"{field}.title", DoubtKind.MISSING, what)
        if not measure.responsible:
            what = Sentence("ไม่พบผู้รับผิดชอบ โปรดกรอก", "Nobody is responsible. Please enter who is.")
            yield Doubt(f"{field}.responsible", DoubtKind.MISSING, what)
        if not measure.period or not has_dates(measure.period, reading.fiscal_year):
            yield Doubt(f"{field}.period", DoubtKind.PERIOD, _period_words(measure.period))
        if unknown := [unit for unit in measure.responsible if not is_known_unit(unit)]:
            names = ", ".join(unknown)
            what = Sentence(
                f"ยังไม่มีส่วนราชการชื่อ {names} ท่านเลือกได้ตอนรับเข้าแผน",
                f"No division is called {names}. You choose what it is when you accept.",
            )
            yield Doubt(f"{field}.responsible", DoubtKind.UNIT, what)


def _period_words(period: str | None) -> Sentence:
    if not period:
        return Sentence("ไม่พบระยะเวลา โปรดกรอก", "There is no period. Please enter it.")
    return Sentence(
        "อ่านระยะเวลาเป็นวันที่ไม่ได้ จึงเตือนเมื่อล่าช้าไม่ได้ ตัวอย่างที่อ่านได้: ก.พ. - ก.ย. ๖๖",
        "No dates can be made of the period, so lateness cannot be told. Readable, for example: ก.พ. - ก.ย. ๖๖",
    )


def _bare(name: str) -> str:
    return "".join(name.split()).replace("องค์การบริหารส่วนตำบล", "อบต.").replace("เทศบาลตำบล", "ทต.")


def _order(path: str) -> tuple[int, str]:
    """Head first, then measures by number, then disclosures, then the whole paper."""
    ranks = ("agency", "province", "district", "fiscal_year", "title", "memo", "scores", "measures", "disclosures")
    name = path.split(".")[0].split("[")[0]
    rank = ranks.index(name) if name in ranks else len(ranks)
    number = path.partition("[")[2].partition("]")[0]
    return rank, f"{int(number):06d}" if number.isdecimal() else ""
