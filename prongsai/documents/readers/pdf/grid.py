"""Lines that meet → tables: where their cells are, which of them are merged."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from prongsai.documents.readers.pdf.rules import Rule, Rules

#: Lines that end this near to each other meet; borders this near are one (points).
_NEAR, _SAME = 2.0, 3.5
#: A border stands between two cells where it is drawn along so much of their side.
_MOST_OF = 0.6
#: A box that is smaller than this is no table.
_SMALLEST = 20.0
#: A page has no more tables and no table more places than this; the rest is read as text.
_MOST_TABLES, _MOST_PLACES = 60, 50_000
#: A line that sticks out so far shows an open side.
_OUT = 7.0


@dataclass(slots=True)
class Ruled:
    """A table: the places of its borders from the left and from the top, and for each place the cell it belongs to.

    ``cells`` has the first place (row, column), in the order of reading, of the cell that covers each place.
    ``drawn``: its borders are lines; else only white space keeps its columns apart.
    """

    across: list[float]
    down: list[float]
    cells: dict[tuple[int, int], tuple[int, int]] = field(default_factory=dict)
    drawn: bool = True

    @property
    def rows(self) -> int:
        """How many rows the borders make."""
        return len(self.down) - 1

    @property
    def columns(self) -> int:
        """How many columns the borders make."""
        return len(self.across) - 1

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """The cell at a point, by its first place."""
        row, column = bisect_right(self.down, y) - 1, bisect_right(self.across, x) - 1
        return self.cells.get((row, column))

    def holds(self, other: Ruled) -> bool:
        """Whether another table stands inside this one."""
        return (
            self.across[0] <= other.across[0] + _NEAR
            and other.across[-1] <= self.across[-1] + _NEAR
            and self.down[0] <= other.down[0] + _NEAR
            and other.down[-1] <= self.down[-1] + _NEAR
        )


def ruled(rules: Rules) -> list[Ruled]:
    """The tables of a page from the top; what stands inside a cell of a table is no table of its own."""
    made = [table for group in _groups(rules) if (table := _table(*group)) is not None]
    made.sort(key=lambda table: (table.across[0] - table.across[-1]) * (table.down[-1] - table.down[0]))
    kept: list[Ruled] = []
    for table in made:
        if len(kept) < _MOST_TABLES and not any(other.holds(table) for other in kept):
            kept.append(table)
    return sorted(kept, key=lambda table: (table.down[0], table.across[0]))


def _groups(rules: Rules) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Lines that hang together: those across, and those down."""
    count = len(rules.across)
    roots = list(range(count + len(rules.down)))
    for at, down in enumerate(rules.down, count):
        for other in _crossed(down, rules.across):
            _unite(roots, at, other)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for at, rule in enumerate((*rules.across, *rules.down)):
        groups.setdefault(_root(roots, at), ([], []))[at >= count].append(rule)
    for across, down_rules in groups.values():
        if across and down_rules and len(across) + len(down_rules) > 2:
            yield across, down_rules


def _crossed(down: Rule, across: Sequence[Rule]) -> Iterator[int]:
    first = bisect_right(across, down.start - _NEAR, key=lambda rule: rule.at)
    for at in range(first, len(across)):
        rule = across[at]
        if rule.at > down.end + _NEAR:
            return
        if rule.start - _NEAR <= down.at <= rule.end + _NEAR:
            yield at


def _unite(roots: list[int], first: int, second: int) -> None:
    roots[_root(roots, first)] = _root(roots, second)


def _root(roots: list[int], at: int) -> int:
    while roots[at] != at:
        roots[at] = roots[roots[at]]
        at = roots[at]
    return at


def _table(across: list[Rule], down: list[Rule]) -> Ruled | None:
    """The table that these lines draw; None for a box with one cell, and for what is too small."""
    rows, columns = _borders(across, down), _borders(down, across)
    if columns[-1] - columns[0] < _SMALLEST or rows[-1] - rows[0] < _SMALLEST / 2:
        return None
    table = Ruled(columns, rows)
    if not 2 <= table.rows * table.columns <= _MOST_PLACES:
        return None
    roots = _merged(table, across, down)
    if len(set(roots.values())) < 2:
        return None
    table.cells = roots
    return table


def _borders(own: list[Rule], others: list[Rule]) -> list[float]:
    """Where borders stand; a side that the page cut open ends where the lines towards it end."""
    places: list[float] = []
    for rule in own:
        if not places or rule.at - places[-1] > _SAME:
            places.append(rule.at)
    starts, ends = sorted(rule.start for rule in others), sorted(rule.end for rule in others)
    half = len(others) // 2
    if starts[half] < places[0] - _OUT:
        places.insert(0, starts[half])
    if ends[half] > places[-1] + _OUT:
        places.append(ends[half])
    return places


def _merged(table: Ruled, across: list[Rule], down: list[Rule]) -> dict[tuple[int, int], tuple[int, int]]:
    """The first place of the cell of each place: places without a border between them are one cell."""
    width = table.columns
    roots = list(range(table.rows * width))
    xs, ys = table.across, table.down
    for row in range(table.rows):
        for column in range(width):
            at = row * width + column
            if column + 1 < width and not _drawn(down, xs[column + 1], ys[row], ys[row + 1]):
                _unite_first(roots, at, at + 1)
            if row + 1 < table.rows and not _drawn(across, ys[row + 1], xs[column], xs[column + 1]):
                _unite_first(roots, at, at + width)
    return {divmod(at, width): divmod(_root(roots, at), width) for at in range(len(roots))}


def _unite_first(roots: list[int], first: int, second: int) -> None:
    a, b = _root(roots, first), _root(roots, second)
    roots[max(a, b)] = min(a, b)


def _drawn(rules: list[Rule], place: float, start: float, end: float) -> bool:
    """Whether a line is drawn at that place along most of the way."""
    first = bisect_right(rules, place - _SAME - 0.01, key=lambda rule: rule.at)
    covered = 0.0
    for at in range(first, len(rules)):
        rule = rules[at]
        if rule.at > place + _SAME:
            break
        covered += max(0.0, min(rule.end, end) - max(rule.start, start))
    return covered >= _MOST_OF * (end - start)
