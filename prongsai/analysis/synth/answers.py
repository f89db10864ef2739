"""Made-up answers, written one stretch of agencies after the other, so that memory stays small."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pyarrow as arrow
import pyarrow.parquet as parquet

from prongsai.analysis.counting.columns import AnswerColumn
from prongsai.analysis.country import written

Bytes = npt.NDArray[np.uint8]
#: Rows of a stretch, and so of a row group: enough to compress well, few enough that engines skip what they need not.
STRETCH = 65_536
#: Of 256 answers so many are left out: 3 %.
_LEFT_OUT = 8


def write_answers(
    path: Path,
    columns: list[tuple[AnswerColumn, npt.NDArray[np.float64]]],
    sizes: npt.NDArray[np.int64],
    draw: Callable[[int], np.random.Generator],
) -> None:
    """A file of answers. ``columns`` with the share of points expected of each agency; ``sizes``: its respondents.

    ``draw`` gives the dice of a stretch by its number.
    """
    schema = arrow.schema([("agency", arrow.int32()), *((one.key, arrow.int8()) for one, _share in columns)])
    with written(path) as new, parquet.ParquetWriter(new, schema, compression="zstd") as file:
        for number, numbers in enumerate(_stretches(sizes)):
            dice = draw(number)
            made = {"agency": arrow.array(numbers)}
            made |= {one.key: _answers(one, share[numbers], dice) for one, share in columns}
            file.write_table(arrow.table(made, schema), row_group_size=len(numbers))


def _stretches(sizes: npt.NDArray[np.int64]) -> Iterator[npt.NDArray[np.int32]]:
    """Numbers of agencies, each as often as it has respondents, cut into stretches."""
    ends = np.cumsum(sizes)
    for start in range(0, int(ends[-1]) if len(ends) else 0, STRETCH):
        rows = np.arange(start, min(start + STRETCH, int(ends[-1])))
        yield np.searchsorted(ends, rows, side="right").astype(np.int32)


def _answers(column: AnswerColumn, share: npt.NDArray[np.float64], dice: np.random.Generator) -> arrow.Array:
    """Answers of which the points have this mean.

    A respondent is content with the probability of the share, and then chooses high; another chooses low. Values are
    ordered by their points, so that a reversed question is answered the other way round.
    """
    content = _dice(dice, len(share)) < _bytes(share)
    inclined = np.where(content, 1 - 0.3 * (1 - share), 0.3 * share)
    steps = len(column.values) - 1
    chosen = np.zeros(len(share), np.uint8)
    threshold = _bytes(inclined)
    for _step in range(steps):
        chosen += _dice(dice, len(share)) < threshold
    by_points = [value for _points, value in sorted(zip(column.points, column.values, strict=True))]
    values = np.array(by_points, np.int8)[chosen]
    return arrow.array(values, mask=_dice(dice, len(share)) < _LEFT_OUT)


def _dice(dice: np.random.Generator, count: int) -> Bytes:
    return np.frombuffer(dice.bytes(count), np.uint8)


def _bytes(share: npt.NDArray[np.float64]) -> npt.NDArray[np.uint16]:
    """Probabilities as so many of 256."""
    return np.rint(share * 256).astype(np.uint16)
