"""What files of answers said, and what in them could not be read."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from prongsai.core.country.table import letters
from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.answers import Tally, tally
from prongsai.core.scoring.known import KnownResult
from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with one cell of a file, and what to do. ``where`` names file, row and column."""

    where: Sentence
    what: Sentence

    @property
    def told(self) -> Sentence:
        """The whole sentence, beginning with the place."""
        return Sentence(f"{self.where.th}: {self.what.th}", f"{self.where.en}: {self.what.en}")


@dataclass
class Collected:
    """Responses one after another, scores by code (None: the item does not apply), and every cell not taken."""

    framework: Framework
    responses: list[dict[str, int]] = field(default_factory=list)
    scores: dict[str, Decimal | None] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    @property
    def answers(self) -> Tally:
        """All answers, counted."""
        return tally(self.responses)

    def known(self) -> KnownResult:
        """The scores as what is known of a result."""
        if not self.scores:
            return KnownResult(self.framework.year)
        # This brings all that reads reports with it, which a file of answers does without.
        from prongsai.documents.results.rows import Value, known_from

        values = {code: Value(score) for code, score in self.scores.items()}
        return known_from(self.framework, self.framework.year, values)

    def in_cell(self, name: str, row: int, column: int, what: Sentence) -> None:
        """A problem of one cell of a table; row and column count from 1."""
        letter = letters(column)
        where = Sentence(f"{name} แถว {row} คอลัมน์ {letter}", f"{name}, row {row}, column {letter}")
        self.problems.append(Problem(where, what))

    def at(self, name: str, place: str, what: Sentence) -> None:
        """A problem of one place of a file that has no rows and columns."""
        where = f"{name} {place}".rstrip()
        self.problems.append(Problem(Sentence(where, where), what))


def twice(code: str, column: str = "") -> Sentence:
    """What is said of a code that stands there twice."""
    th, en = (f" (คอลัมน์ {column})", f" (column {column})") if column else ("", "")
    return Sentence(
        f"{code} มีอยู่แล้ว{th} โปรดลบอันที่ไม่ถูก", f"{code} stands there already{en}. Please delete the wrong one."
    )
