"""One letter of a page where it stands, in points from the top left of the page as a person holds it."""

from __future__ import annotations

from dataclasses import dataclass

#: Vowels and marks that stand over or under the letter before them, and have no place of their own on the line.
MARKS = frozenset("ัิีึืฺุู็่้๊๋์ํ๎")


@dataclass(slots=True)
class Glyph:
    """``base`` is the line that it stands on, ``size`` the height of its font. ``spaced``: white space stands before
    it in the file; ``trailing``: white space behind it. ``block`` is the paragraph that the file's tags put it in,
    None where there are no tags. ``along`` is left, right and base along its own line where it stands on its side.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    spaced: bool = False
    trailing: bool = False
    block: int | None = None
    along: tuple[float, float, float] | None = None

    @property
    def middle(self) -> tuple[float, float]:
        """The point that says in which cell it stands."""
        return (self.left + self.right) / 2, self.base - self.size * 0.25
