"""Lines → paragraphs. A page does not say where a paragraph ends: tags do where the file has them, else the form does.

A line that would have had room for the next word ends its paragraph; so do white space below it, an indent, and a
number, bullet or box in front of the next line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from prongsai.documents.readers.pdf.begins import begins, has_mark, is_rest, labels
from prongsai.documents.readers.pdf.glyph import MARKS
from prongsai.documents.readers.pdf.lines import Line
from prongsai.documents.readers.pdf.thai import is_thai

#: The longest word that stays whole, in letters that take room of their own.
_LONGEST_WORD = 10
#: An indent, and white space between paragraphs, in parts of the size and of the usual way to the next line.
_INDENT, _WIDE = 0.8, 1.22
_BREAK_AFTER = "-–/"


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


@dataclass(frozen=True, slots=True)
class _Form:
    """How lines are set: the usual way to the next one (in parts of their size), where those begin that begin no
    paragraph, and whether they stand in the middle."""

    frame: Frame
    pitch: float
    edge: float | None
    centred: bool


def paragraphs(lines: Sequence[Line], frame: Frame) -> list[Paragraph]:
    """The paragraphs of a cell, or of the text between two tables."""
    made: list[Paragraph] = []
    form = _form(lines, frame)
    labelled = labels(lines)
    for at, line in enumerate(lines):
        if not line.text:
            continue
        wide = not made or _is_wide(made[-1].lines[-1], line, form)
        if made and not wide and at not in labelled and not _ends(made[-1], line, form):
            made[-1].text = joined(made[-1].lines[-1], made[-1].text, line)
            made[-1].lines.append(line)
        else:
            made.append(Paragraph([line], line.text, gap=wide))
    return made


def trusts_tags(pieces: Sequence[tuple[Sequence[Line], Frame]]) -> bool:
    """Whether the paragraphs of the tags are those of the page, and not each line its own."""
    told = cut = 0
    for lines, frame in pieces:
        form = _form(lines, frame)
        for before, line in pairwise(lines):
            one, other = _block(before, last=True), _block(line, last=False)
            if one is None or other is None or _is_wide(before, line, form):
                continue
            if not _ends_by_form(Paragraph([before], before.text), line, form):
                told += 1
                cut += one != other
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


def _ends(open_: Paragraph, line: Line, form: _Form) -> bool:
    """Whether a paragraph has ended above a line."""
    one, other = _block(open_.lines[-1], last=True), _block(line, last=False)
    if form.frame.tagged and one is not None and other is not None:
        return one != other
    return _ends_by_form(open_, line, form)


def _ends_by_form(open_: Paragraph, line: Line, form: _Form) -> bool:
    before = open_.lines[-1]
    if is_rest(line, before):
        return False
    if begins(line, before) or not _is_full(before, line, form):
        return True
    edge = before.left if form.edge is None else min(before.left, form.edge)
    return line.left - edge > _INDENT * line.size and not form.centred and not has_mark(open_.text)


def _form(lines: Sequence[Line], frame: Frame) -> _Form:
    left = min((line.left for line in lines), default=0.0)
    there = sum(line.left - left < 0.2 * line.size for line in lines)
    return _Form(frame, _pitch(lines), left if there * 3 >= len(lines) else None, _is_centred(lines, frame))


def _is_full(before: Line, line: Line, form: _Form) -> bool:
    """Whether the next word had no room on the line before."""
    frame = form.frame
    room = frame.right - before.right
    if form.centred or _in_middle(before, frame):
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


def _is_wide(above: Line, below: Line, form: _Form) -> bool:
    return (below.base - above.base) / max(above.size, below.size) > form.pitch * _WIDE + 0.1


def _is_centred(lines: Sequence[Line], frame: Frame) -> bool:
    """Whether lines that begin at different places all stand in the middle."""
    inside = [line for line in lines if line.text]
    return len(inside) > 1 and all(
        abs((line.left - frame.left) - (frame.right - line.right)) < 0.4 * line.size for line in inside
    ) and max(line.left for line in inside) - min(line.left for line in inside) > 1  # fmt: skip
