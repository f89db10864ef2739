"""Lines → paragraphs. A page does not say where a paragraph ends: tags do where the file has them, else the form does.

A line that would have had room for the next word ends its paragraph; so do white space below it, an indent, and a
number, bullet or box in front of the next line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prongsai.documents.readers.document import EMPTY, TICKED
from prongsai.documents.readers.pdf.glyph import MARKS
from prongsai.documents.readers.pdf.lines import Line
from prongsai.documents.readers.pdf.thai import is_thai

_NUMBER = re.compile(r"(?:\([๐-๙0-9]{1,2}\)|[๐-๙0-9]{1,2}(?:\.[๐-๙0-9]{1,2}){0,2}[.)])(?![๐-๙0-9])\s*\S")
_BULLET = re.compile(r"[-–—•●○▪■◦*·‣➢✓]\s*[^\W\d_]")
_BOX = re.compile(rf"[{TICKED}{EMPTY}☒□▢❏❑]|\[\s?[xX✓✔/√]?\s?\]|\(\s?[✓✔/√]?\s?\)")
#: Words whose number is part of the sentence, and the ends of the first half of a period.
_COUNTED = re.compile(r"(?:ที่|ข้อ|ครั้ง|ชั้น|หมู่|มาตรา|ระดับ|จำนวน|ละ|ตัวชี้วัด|และ|หรือ|ถึง|พ\.ศ\.)$")
_RANGE_BEGINS = re.compile(r"(?:[๐-๙0-9]|[ก-ฮ]\.|[ก-ฮ]ม|ยน|คม|พันธ์)$")
_DATE_BEGINS = re.compile(
    r"[-–—]\s*(?:[ก-ฮ]{1,2}\.\s?[ก-ฮ]\.|[๐-๙0-9]|(?:มกรา|กุมภา|มีนา|เมษา|พฤษภา|มิถุนา|กรกฎา|สิงหา|กันยา|ตุลา|พฤศจิกา|ธันวา))"
)
#: The longest word that stays whole, in letters that take room of their own.
_LONGEST_WORD = 10
#: An indent, and white space between paragraphs, in parts of the size and of the usual way to the next line.
_INDENT, _WIDE = 0.8, 1.22
_BREAK_AFTER = "-–/"
#: The head of an official letter: each of these begins a line of its own, until the letter says to whom it goes.
_LABEL = re.compile(r"(?:ที่\s|วันที่\s|เรื่อง|รอบรายงาน|เรียน|อ้างถึง|สิ่งที่ส่งมาด้วย)")
_OFFICE = re.compile(r"ส่วนราชการ")
_TO = re.compile(r"เรียน\s*(?!มา)")


@dataclass(slots=True)
class Paragraph:
    """Lines that are one paragraph, and its text. ``gap``: more white space than usual stands above it."""

    lines: list[Line] = field(default_factory=list)
    text: str = ""
    gap: bool = False


@dataclass(frozen=True, slots=True)
class Frame:
    """Where lines could stand: from ``left`` to ``right``. ``tagged``: the tags of the page can be trusted."""

    left: float
    right: float
    tagged: bool = False


def paragraphs(lines: Sequence[Line], frame: Frame) -> list[Paragraph]:
    """The paragraphs of a cell, or of the text between two tables."""
    made: list[Paragraph] = []
    pitch = _pitch(lines)
    centred = _is_centred(lines, frame)
    labels = _labels(lines)
    for at, line in enumerate(lines):
        if not line.text:
            continue
        wide = not made or _is_wide(made[-1].lines[-1], line, pitch)
        if made and not wide and at not in labels and not _ends(made[-1], line, frame, centred=centred):
            made[-1].text = joined(made[-1].lines[-1], made[-1].text, line)
            made[-1].lines.append(line)
        else:
            made.append(Paragraph([line], line.text, gap=wide or at == 0))
    return made


def _labels(lines: Sequence[Line]) -> set[int]:
    """The lines of the head of a letter that begin with its labels."""
    first = next((at for at, line in enumerate(lines) if _OFFICE.match(line.text)), len(lines))
    last = next((at for at in range(first, len(lines)) if _TO.match(lines[at].text)), -1)
    return {at for at in range(first, last + 1) if _LABEL.match(lines[at].text)}


def trusts_tags(pieces: Sequence[tuple[Sequence[Line], Frame]]) -> bool:
    """Whether the paragraphs of the tags are those of the page, and not each line its own."""
    told = cut = 0
    for lines, frame in pieces:
        for before, line in pairwise(lines):
            one, other = _block(before, last=True), _block(line, last=False)
            if one is not None and other is not None and _is_full(before, line, frame, centred=False):
                told += 1
                cut += one != other and not _begins(line, before)
    return told < 4 or cut * 2 <= told


def joined(before: Line, text: str, line: Line) -> str:
    """A paragraph and its next line. Thai has no space between words; others were parted by one."""
    end, start = text[-1:], line.text[:1]
    if before.glyphs[-1].trailing or line.glyphs[0].spaced:
        between = " "
    elif end in _BREAK_AFTER:
        between = " " if text[-2:-1] == " " else ""
    else:
        between = "" if is_thai(end) and is_thai(start) else " "
    return f"{text}{between}{line.text}"


def _block(line: Line, *, last: bool) -> int | None:
    return line.glyphs[-1 if last else 0].block


def _ends(open_: Paragraph, line: Line, frame: Frame, *, centred: bool) -> bool:
    """Whether a paragraph has ended above a line."""
    before = open_.lines[-1]
    one, other = _block(before, last=True), _block(line, last=False)
    if frame.tagged and one is not None and other is not None:
        return one != other
    if _begins(line, before) or not _is_full(before, line, frame, centred=centred):
        return True
    indented = line.left - open_.lines[-1].left > _INDENT * line.size
    return indented and not centred and not (len(open_.lines) == 1 and _has_mark(open_.text))


def _has_mark(text: str) -> bool:
    return bool(_NUMBER.match(text) or _BULLET.match(text) or _BOX.match(text))


def _begins(line: Line, before: Line) -> bool:
    """Whether a line begins with a mark that is not the rest of the sentence before it."""
    if _NUMBER.match(line.text):
        return not _COUNTED.search(before.text)
    if _BULLET.match(line.text):
        return not (_DATE_BEGINS.match(line.text) and _RANGE_BEGINS.search(before.text))
    return bool(_BOX.match(line.text))


def _is_full(before: Line, line: Line, frame: Frame, *, centred: bool) -> bool:
    """Whether the next word had no room on the line before."""
    room = frame.right - before.right
    if centred or _in_middle(before, frame):
        room += before.left - frame.left
    elif _one_middle(before, line):
        room *= 2
    # White space at the end of a line is where it was broken; hardly anybody types it at the end of a paragraph.
    tolerance = 1.5 if before.glyphs[-1].trailing else 0.25
    return room < _first_word(line) + tolerance * line.size


def _one_middle(before: Line, line: Line) -> bool:
    """Whether two lines of different length stand in the middle of the same part of the page."""
    apart = abs(before.left - line.left)
    return apart > 0.3 * line.size and abs(before.left + before.right - line.left - line.right) < 0.2 * line.size


def _in_middle(line: Line, frame: Frame) -> bool:
    left, right = line.left - frame.left, frame.right - line.right
    return left > line.size and abs(left - right) < 0.15 * line.size


def _first_word(line: Line) -> float:
    """The width of a word that cannot be longer in Thai, or up to the first space."""
    letters = 0
    for glyph in line.glyphs:
        if letters and glyph.spaced:
            return glyph.left - line.left - 0.25 * glyph.size
        letters += glyph.text not in MARKS
        if letters > _LONGEST_WORD and is_thai(glyph.text):
            return glyph.left - line.left
    return line.width


def _pitch(lines: Sequence[Line]) -> float:
    """The usual way from one line to the next, in parts of their size."""
    steps = sorted((below.base - above.base) / max(above.size, below.size) for above, below in pairwise(lines))
    common = Counter(round(step, 1) for step in steps)
    # White space between paragraphs is never narrower than the way between lines.
    often = [step for step, count in common.items() if count * 4 >= len(steps)]
    return min(often) if often else 1.5


def _is_wide(above: Line, below: Line, pitch: float) -> bool:
    return (below.base - above.base) / max(above.size, below.size) > pitch * _WIDE + 0.1


def _is_centred(lines: Sequence[Line], frame: Frame) -> bool:
    """Whether lines that begin at different places all stand in the middle."""
    inside = [line for line in lines if line.text]
    return len(inside) > 1 and all(
        abs((line.left - frame.left) - (frame.right - line.right)) < 0.4 * line.size for line in inside
    ) and max(line.left for line in inside) - min(line.left for line in inside) > 1  # fmt: skip
