"""What the analysis of last year's result says beside its memo and its measures. Source: ita.md §3.2, O42.

It is made once, frozen in the snapshot, and printed by every format. Its texts are Thai, as on the paper.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class ResultLine:
    """A line of the table of results: an indicator (with its ``number``), an instrument, or the total; 0 to 100.

    ``before`` is the score of the year before, None where it is not known. ``from_memory``: the name is.
    """

    number: int | None
    name: str
    score: Decimal | None
    before: Decimal | None = None
    from_memory: bool = False

    @property
    def change(self) -> Decimal | None:
        """How much it rose or fell; None where either year is not known."""
        return None if self.score is None or self.before is None else self.score - self.before


@dataclass(frozen=True, slots=True)
class PointLine:
    """A strength or a weak point: what, its score (0 to 100), and the points of the total to be won (weak ones only).

    ``remarks`` say why it stands here, what the assessor wrote, what is recommended. ``from_memory`` marks its wording.
    """

    name: str
    score: Decimal
    points: Decimal | None = None
    remarks: tuple[str, ...] = ()
    from_memory: bool = False


@dataclass(frozen=True, slots=True)
class Analysis:
    """``result_year`` and ``before_year`` are fiscal years of the Buddhist era; the latter None where none is compared.

    ``notes`` stand below the table of results, such as that another year's framework serves; ``more`` below the points
    to be made better, of which only the foremost are printed.
    """

    result_year: int
    before_year: int | None
    lines: tuple[ResultLine, ...]
    level: str
    level_before: str
    strengths: tuple[PointLine, ...]
    urgent: tuple[PointLine, ...]
    improvable: tuple[PointLine, ...]
    notes: tuple[str, ...] = ()
    level_from_memory: bool = False
    more: str = ""


def analysis_to_json(analysis: Analysis) -> dict[str, Any]:
    """The analysis as plain JSON values; figures are strings, so that no decimal is lost."""
    made: dict[str, Any] = _plain(dataclasses.asdict(analysis))
    return made


def analysis_from_json(value: Mapping[str, Any]) -> Analysis:
    """The analysis that ``analysis_to_json`` made. Raises KeyError or ValueError where it is none."""
    lines = tuple(
        ResultLine(**(one | {"score": _figure(one["score"]), "before": _figure(one["before"])}))
        for one in value["lines"]
    )
    lists = {name: tuple(map(_point, value[name])) for name in ("strengths", "urgent", "improvable")}
    return Analysis(**(dict(value) | lists | {"lines": lines, "notes": tuple(value["notes"])}))


def _point(value: Mapping[str, Any]) -> PointLine:
    made = {"score": Decimal(value["score"]), "points": _figure(value["points"]), "remarks": tuple(value["remarks"])}
    return PointLine(**(dict(value) | made))


def _figure(value: str | None) -> Decimal | None:
    return None if value is None else Decimal(value)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _plain(part) for name, part in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    return str(value) if isinstance(value, Decimal) else value
