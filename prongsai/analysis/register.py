"""The register of a country: which agencies there are, whether or not they have a result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING

from prongsai.analysis.country import written
from prongsai.analysis.needs import needed

if TYPE_CHECKING:
    from prongsai.analysis.counting.counts import Whole


@dataclass(frozen=True, slots=True)
class Registered:
    """One agency. ``number`` names it in answers; ``kind``, ``region`` as in ``core.country``; ``size`` S, M or L."""

    number: int
    code: str
    name: str
    kind: str
    size: str
    province: str
    region: str


FIELDS = tuple(one.name for one in fields(Registered))


def write_register(path: Path, agencies: Iterable[Registered]) -> None:
    """Keep the register; its rows stand in the order of their numbers."""
    with needed("analysis"):
        import pyarrow as arrow
        import pyarrow.parquet as parquet
    rows = sorted(agencies, key=lambda one: one.number)
    columns = dict(zip(FIELDS, zip(*map(astuple, rows), strict=True), strict=True)) if rows else {}
    schema = arrow.schema([(name, arrow.int32() if name == "number" else arrow.string()) for name in FIELDS])
    with written(path) as new:
        parquet.write_table(arrow.table({name: columns.get(name, ()) for name in FIELDS}, schema), new)


def read_register(path: Path) -> Iterator[Registered]:
    """The agencies, by their numbers."""
    with needed("analysis"):
        import pyarrow.parquet as parquet
    table = parquet.read_table(path, columns=list(FIELDS))
    for row in zip(*(table.column(name).to_pylist() for name in FIELDS), strict=True):
        yield Registered(*row)


def read_kinds(path: Path) -> tuple[Whole, list[str]]:
    """Numbers and kinds alone, which is all that scoring needs."""
    with needed("analysis"):
        from prongsai.analysis.arrays import numbers, read_columns
    table = read_columns(path, ["number", "kind"])
    return numbers(table.column("number")), table.column("kind").to_pylist()
