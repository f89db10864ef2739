"""A source as plain JSON and back: what the process that reads a file hands to the application.

JSON, and not Python's own way of keeping objects: the process has looked into a stranger's file, and what it says is
data, never code.
"""

from __future__ import annotations

from typing import Any

from prongsai.core.sentence import Sentence
from prongsai.documents.readers.document import Cell, Document, DoubtfulWord, Para, Region, Row, Source, Spot, Table


def source_to_json(source: Source) -> dict[str, Any]:
    """The source as lists, numbers and texts."""
    return {
        "blocks": [_table(block) if isinstance(block, Table) else _para(block) for block in source.document.blocks],
        "lines": list(source.lines),
        "page_of_line": list(source.page_of_line),
        "regions": [[*_spot(spot), *_region(region)] for spot, region in source.regions.items()],
        "doubtful": [
            [word.text, word.confidence, *_spot(word.spot), *_region(word.region)] for word in source.doubtful
        ],
        "remarks": [[remark.th, remark.en] for remark in source.remarks],
    }


def source_from_json(value: Any) -> Source:
    """The source that ``source_to_json`` made; ValueError for anything else."""
    try:
        return Source(
            document=Document(tuple(map(_block_of, value["blocks"]))),
            lines=tuple(map(str, value["lines"])),
            page_of_line=tuple(map(int, value["page_of_line"])),
            regions={_spot_of(row[:2]): _region_of(row[2:]) for row in value["regions"]},
            doubtful=tuple(
                DoubtfulWord(str(row[0]), float(row[1]), _spot_of(row[2:4]), _region_of(row[4:]))
                for row in value["doubtful"]
            ),
            remarks=tuple(Sentence(str(th), str(en)) for th, en in value["remarks"]),
        )
    except (KeyError, TypeError, IndexError, AttributeError) as fault:
        raise ValueError("not a source") from fault


def _para(para: Para) -> list[Any]:
    return [para.text, para.line, para.block, para.depth, para.gap]


def _table(table: Table) -> dict[str, Any]:
    return {
        "number": table.number,
        "rows": [[row.line, [[_para(para) for para in cell.paras] for cell in row.cells]] for row in table.rows],
    }


def _spot(spot: Spot) -> list[int | None]:
    return [spot.line, spot.column]


def _region(region: Region) -> list[float]:
    return [region.page, region.left, region.top, region.right, region.bottom]


def _block_of(value: Any) -> Para | Table:
    if isinstance(value, dict):
        return Table(int(value["number"]), tuple(_row_of(row) for row in value["rows"]))
    return _para_of(value)


def _row_of(value: Any) -> Row:
    line, cells = value
    return Row(tuple(Cell(tuple(map(_para_of, paras))) for paras in cells), int(line))


def _para_of(value: Any) -> Para:
    text, line, block, depth, gap = value
    return Para(str(text), int(line), bool(block), int(depth), bool(gap))


def _spot_of(value: Any) -> Spot:
    line, column = value
    return Spot(int(line), None if column is None else int(column))


def _region_of(value: Any) -> Region:
    page, *edges = value
    left, top, right, bottom = map(float, edges)
    return Region(int(page), left, top, right, bottom)
