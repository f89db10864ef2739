"""Rules → tables: rows and columns of cells; a cell that spans several is one cell."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from prongsai.documents.readers.scan.ink import Box
from prongsai.documents.readers.scan.rules import Rule, Rules

#: No page has a table of more rows or columns than this; what seems to is hatching.
_MOST = 120


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell: its first row and column, from 0, and its inside in pixels, the rules left out."""

    row: int
    column: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: how many rows and columns, where it stands, its cells in reading order, each once."""

    rows: int
    columns: int
    box: Box
    cells: tuple[GridCell, ...]


def grids(found: Rules, letter: int) -> list[Grid]:
    """The tables of a page from top to bottom, those beside each other from left to right."""
    made = [grid for across, down in _meeting(found, letter) if (grid := _grid(across, down, letter)) is not None]
    outer = [one for one in made if not any(_is_in(one.box, other.box) for other in made if other is not one)]
    return sorted(outer, key=lambda grid: (grid.box.top, grid.box.left))


def _is_in(inner: Box, outer: Box) -> bool:
    x, y = inner.middle
    return outer.left < x < outer.right and outer.top < y < outer.bottom and inner.width < outer.width


def _meeting(found: Rules, letter: int) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules across and down that hang together by crossings."""
    near = max(4, letter // 3)
    groups: list[tuple[list[Rule], list[Rule]]] = []
    for across in found.across:
        met = [
            down
            for down in found.down
            if across.begins - near <= down.at <= across.ends + near
            and down.begins - near <= across.at <= down.ends + near
        ]
        own: tuple[list[Rule], list[Rule]] = ([across], met)
        for group in [group for group in groups if any(down in group[1] for down in met)]:
            groups.remove(group)
            own = (group[0] + own[0], group[1] + [down for down in own[1] if down not in group[1]])
        groups.append(own)
    yield from groups


def _grid(across: Sequence[Rule], down: Sequence[Rule], letter: int) -> Grid | None:
    near = max(4, letter // 3)
    if len(across) < 1 or len(down) < 1:
        return None
    ys = _edges([rule.at for rule in across], [end for rule in down for end in (rule.begins, rule.ends)], letter)
    xs = _edges([rule.at for rule in down], [end for rule in across for end in (rule.begins, rule.ends)], letter)
    rows, columns = len(ys) - 1, len(xs) - 1
    if not (1 <= rows <= _MOST and 1 <= columns <= _MOST and rows * columns > 1):
        return None
    walls = _walls(xs, ys, down, near)
    floors = _walls(ys, xs, across, near).T
    inset = max(3, max(rule.thick for rule in (*across, *down)) // 2 + 2)
    cells = tuple(_cells(xs, ys, walls, floors, inset))
    if len(cells) < 2:
        return None
    # An edge at which no cell begins was a stroke of a stamp or a signature.
    begun = sorted({cell.row for cell in cells}), sorted({cell.column for cell in cells})
    kept = tuple(GridCell(begun[0].index(cell.row), begun[1].index(cell.column), cell.box) for cell in cells)
    return Grid(len(begun[0]), len(begun[1]), Box(round(xs[0]), round(ys[0]), round(xs[-1]), round(ys[-1])), kept)


def _edges(at: Sequence[float], ends: Sequence[int], letter: int) -> list[float]:
    """Where rules stand, those near each other as one; and the outer edges that have no rule but end the others."""
    made: list[list[float]] = []
    for value in sorted(at):
        if made and value - made[-1][-1] <= max(5, letter / 2):
            made[-1].append(value)
        else:
            made.append([value])
    edges = [float(np.mean(group)) for group in made]
    # One rule alone that reaches farther may be the stroke of a letter that stands in line with it.
    inner = sorted(ends)[1:-1] if len(ends) > 4 else sorted(ends)
    first, last = float(inner[0]), float(inner[-1])
    # Where a page ends within a row, its rules down go on below the last rule across.
    if first < edges[0] - 1.2 * letter:
        edges.insert(0, first)
    if last > edges[-1] + 1.2 * letter:
        edges.append(last)
    return edges


def _walls(ats: Sequence[float], stretches: Sequence[float], found: Sequence[Rule], near: int) -> NDArray[np.bool_]:
    """For each stretch and each inner edge between two cells, whether a rule stands there: stretches × (edges - 2)."""
    made = np.zeros((len(stretches) - 1, len(ats) - 2), dtype=bool)
    for one, (begins, ends) in enumerate(pairwise(stretches)):
        for edge, at in enumerate(ats[1:-1]):
            covered = sum(
                max(0.0, min(ends, rule.ends + near) - max(begins, rule.begins - near))
                for rule in found
                if abs(rule.at - at) <= 2 * near
            )
            made[one, edge] = covered >= 0.6 * (ends - begins)
    return made


def _cells(
    xs: Sequence[float], ys: Sequence[float], walls: NDArray[np.bool_], floors: NDArray[np.bool_], inset: int
) -> Iterator[GridCell]:
    """Unit cells with no rule between them are one cell; ``walls`` rows × inner xs, ``floors`` inner ys × columns."""
    rows, columns = len(ys) - 1, len(xs) - 1
    taken = np.zeros((rows, columns), dtype=bool)
    for row in range(rows):
        for column in range(columns):
            if taken[row, column]:
                continue
            last = column
            while last < columns - 1 and not walls[row, last] and not taken[row, last + 1]:
                last += 1
            low = row
            while low < rows - 1 and not floors[low, column : last + 1].any() and not walls[low + 1, column:last].any():
                low += 1
            taken[row : low + 1, column : last + 1] = True
            left, top, right, bottom = xs[column], ys[row], xs[last + 1], ys[low + 1]
            box = Box(round(left) + inset, round(top) + inset, round(right) - inset, round(bottom) - inset)
            if box.width > 0 and box.height > 0:
                yield GridCell(row, column, box)
