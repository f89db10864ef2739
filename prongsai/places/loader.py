"""The one loader of provinces and districts: strict, every fault by file and line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prongsai.core.review.gazetteer import Gazetteer, Province
from prongsai.strict_yaml import Marked, Reader

FILE = Path(__file__).parent / "thailand.yaml"
#: The version of the shape of the file.
SCHEMA = 1


@cache
def load() -> Gazetteer:
    """All provinces of Thailand with their districts. Faulty where the file has faults."""
    return read(FILE)


def read(path: Path) -> Gazetteer:
    """The provinces of one file. Raises Faulty with all faults."""
    reader = Reader(path)
    root = reader.read()
    top = reader.take(root, {"schema": int, "provinces": list})
    if top.get("schema", SCHEMA) != SCHEMA:
        reader.fault(root.lines["schema"], f"รองรับเฉพาะ schema {SCHEMA}", f"only schema {SCHEMA} is read")
    parts = [part for part in top.get("provinces", ()) if isinstance(part, Marked)]
    if len(parts) != len(top.get("provinces", ())):
        reader.fault(root.lines["provinces"], "แต่ละจังหวัดต้องเป็นรายการ “ชื่อ: ค่า”", "each province is a mapping")
    found = [province for part in parts if (province := _province(reader, part))]
    _unique(reader, parts, found)
    reader.done()
    return Gazetteer(tuple(found))


def _province(reader: Reader, part: Marked) -> Province | None:
    got = reader.take(part, {"name": str, "short": str, "also": list, "districts": list})
    if len(got) < 4:
        return None
    for key in ("also", "districts"):
        if not all(isinstance(name, str) and name.strip() for name in got[key]):
            reader.fault(part.lines[key], f"ทุกค่าของ “{key}” ต้องเป็นชื่อ", f"every entry of {key!r} is a name")
            return None
    if len(set(got["districts"])) != len(got["districts"]) or not got["districts"]:
        reader.fault(part.lines["districts"], "อำเภอซ้ำหรือไม่มีอำเภอ", "a district stands twice, or there is none")
    return Province(got["name"], got["short"], tuple(got["also"]), tuple(got["districts"]))


def _unique(reader: Reader, parts: list[Marked], found: list[Province]) -> None:
    """Names and letters stand for one province each."""
    lines = {part.values.get("name"): part.line for part in parts}
    seen: set[str] = set()
    for province in found:
        for word in (province.name, province.short, *province.also):
            if word in seen:
                reader.fault(lines[province.name], f"“{word}” มีอยู่แล้ว", f"{word!r} stands for another province already")
            seen.add(word)
