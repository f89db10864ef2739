"""Letters → lines of text, by where they stand; inside a line the order of the file is kept where it can be."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from prongsai.documents.readers.pdf.glyph import MARKS, Glyph
from prongsai.documents.readers.pdf.thai import normal

#: Letters stand on one line where their heights differ by less than this part of their size.
_LEVEL = 0.4
#: A gap of this part of the size is white space; in files that write white space only a far wider one is.
_GAP, _FAR = 0.22, 1.0
#: No line has more marks than this that the file writes apart from their letters.
_MOST_MOVED = 100


@dataclass(slots=True)
class Line:
    """One line: its letters in order, its edges, the height on which it stands, and the size of its largest letter."""

    glyphs: list[Glyph]
    left: float
    right: float
    base: float
    size: float
    text: str

    @property
    def width(self) -> float:
        """Its width in points."""
        return self.right - self.left


def lines(glyphs: Sequence[Glyph], *, writes_spaces: bool) -> list[Line]:
    """The lines of a cell or of a page, from the top. ``writes_spaces``: the file has white space as letters."""
    upright = [glyph for glyph in glyphs if glyph.along is None]
    if len(upright) < len(glyphs):
        turned = [glyph for glyph in glyphs if glyph.along is not None]
        own = lines(upright, writes_spaces=writes_spaces)
        return sorted([*own, _turned(turned, writes_spaces)], key=lambda line: line.base)
    made: list[list[list[Glyph]]] = []
    bases: list[float] = []
    for run in sorted(_runs(glyphs), key=lambda run: run[0].base):
        # Runs come from the top, so only the last lines can be the run's own.
        at = next(
            (
                at
                for at in range(len(made) - 1, max(-1, len(made) - 4), -1)
                if _level(run[0], bases[at], made[at][0][0])
            ),
            None,
        )
        if at is None:
            made.append([run])
            bases.append(run[0].base)
        else:
            made[at].append(run)
            bases[at] = max(made[at], key=len)[0].base
    found = [_line([glyph for run in _in_order(runs) for glyph in run], writes_spaces) for runs in made]
    return sorted(found, key=lambda line: line.base)


def _turned(glyphs: list[Glyph], writes_spaces: bool) -> Line:
    """What stands on its side in a cell, as one line."""
    along = [
        replace(glyph, left=glyph.along[0], right=glyph.along[1], base=glyph.along[2], along=None)
        for glyph in glyphs
        if glyph.along is not None
    ]
    own = lines(along, writes_spaces=writes_spaces)
    left, right = min(glyph.left for glyph in glyphs), max(glyph.right for glyph in glyphs)
    base, size = max(glyph.base for glyph in glyphs), max(glyph.size for glyph in glyphs)
    return Line(glyphs, left, right, base, size, "".join(line.text for line in own))


def _level(glyph: Glyph, base: float, other: Glyph) -> bool:
    return abs(glyph.base - base) < _LEVEL * max(glyph.size, other.size)


def _runs(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Letters that follow each other in the file and on the page. Marks stay with the letter before them."""
    run: list[Glyph] = []
    for glyph in glyphs:
        if run and not _follows(run[-1], glyph):
            yield run
            run = []
        run.append(glyph)
    if run:
        yield run


def _follows(before: Glyph, glyph: Glyph) -> bool:
    if glyph.text in MARKS:
        return abs(glyph.base - before.base) < before.size and abs(glyph.left - before.right) < 2 * before.size
    if abs(glyph.base - before.base) > 0.1 * before.size:
        return False
    return -0.6 * before.size < glyph.left - before.right < 1.5 * before.size


def parts(line: Line, widest: float, *, writes_spaces: bool) -> list[Line]:
    """A line cut where more than ``widest`` points are white."""
    cut: list[list[Glyph]] = [[]]
    right = line.left
    for glyph in line.glyphs:
        if cut[-1] and glyph.text not in MARKS and glyph.left - right > widest:
            cut.append([])
        cut[-1].append(glyph)
        right = max(right, glyph.right)
    return [_line(glyphs, writes_spaces) for glyphs in cut if glyphs]


def _in_order(runs: list[list[Glyph]]) -> list[list[Glyph]]:
    return sorted(runs, key=lambda run: run[0].left)


def _line(glyphs: list[Glyph], writes_spaces: bool) -> Line:
    glyphs = _marks_at_letters(glyphs)
    size = max(glyph.size for glyph in glyphs)
    bases = sorted(glyph.base for glyph in glyphs)
    return Line(
        glyphs,
        min(glyph.left for glyph in glyphs),
        max(glyph.right for glyph in glyphs),
        bases[len(bases) // 2],
        size,
        normal("".join(_spelled(glyphs, writes_spaces))),
    )


def _marks_at_letters(glyphs: list[Glyph]) -> list[Glyph]:
    """Marks that the file writes later than their letter, behind the letter that they stand over or under."""
    kept: list[Glyph] = []
    moved: list[Glyph] = []
    owner: Glyph | None = None
    for glyph in glyphs:
        if glyph.text not in MARKS:
            owner = glyph
        elif owner is not None and len(moved) < _MOST_MOVED and not _is_at(glyph, owner, 0.35):
            moved.append(glyph)
            continue
        kept.append(glyph)
    for mark in moved:
        at = next((at for at, glyph in enumerate(kept) if glyph.text not in MARKS and _is_at(mark, glyph, 0.05)), None)
        kept.insert(len(kept) if at is None else at + 1, mark)
    return kept


def _is_at(mark: Glyph, letter: Glyph, slack: float) -> bool:
    slack *= letter.size
    return letter.left - slack <= (mark.left + mark.right) / 2 <= letter.right + slack


def _spelled(glyphs: list[Glyph], writes_spaces: bool) -> Iterator[str]:
    right = glyphs[0].left
    for at, glyph in enumerate(glyphs):
        gap = (glyph.left - right) / glyph.size
        if at and glyph.text not in MARKS and _is_gap(glyph, gap, writes_spaces):
            yield " "
        yield glyph.text
        right = max(right, glyph.right) if glyph.text in MARKS else glyph.right


def _is_gap(glyph: Glyph, gap: float, writes_spaces: bool) -> bool:
    return glyph.spaced or gap > (_FAR if writes_spaces else _GAP)
