"""The one loader of frameworks: strict, every fault by file and line."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from prongsai.core.framework.framework import Framework
from prongsai.frameworks.build import Builder
from prongsai.frameworks.checks import consistent
from prongsai.strict_yaml import Fault, Faulty, Marked, Reader

HERE = Path(__file__).parent
#: The version of the shape of these files.
SCHEMA = 1

_TOP = {
    "schema": int, "kind": str, "year": int, "instruments": list, "indicators": list, "sub_indicators": list,
    "items": list, "questions": list, "levels": list,
}  # fmt: skip


class NoFramework(LookupError):
    """No framework of that kind and year."""


def available() -> tuple[tuple[str, int], ...]:
    """Kind and year (Buddhist era) of every framework, sorted."""
    folders = (path.parent for path in HERE.glob("*/*/framework.yaml"))
    return tuple(sorted((one.parent.name, int(one.name)) for one in folders if one.name.isdecimal()))


@cache
def load(kind: str, year: int) -> Framework:
    """The framework of a kind and year. NoFramework where there is none, Faulty where its file has faults."""
    if (kind, year) not in available():
        raise NoFramework(f"{kind} {year}")
    return read(HERE / kind / str(year) / "framework.yaml")


def newest_for(year: int, kind: str = "ita") -> tuple[Framework, bool]:
    """The framework that serves a year, and whether only provisionally: the newest before it, else the oldest."""
    years = [one for other, one in available() if other == kind]
    if not years:
        raise NoFramework(kind)
    chosen = max((one for one in years if one <= year), default=years[0])
    return load(kind, chosen), chosen != year


def check(path: Path | None = None) -> list[Fault]:
    """Every fault of every framework file below a folder; by default of those that are shipped."""
    found: list[Fault] = []
    for file in sorted((path or HERE).rglob("framework.yaml")):
        try:
            read(file)
        except Faulty as faulty:
            found += faulty.faults
    return found


def read(path: Path) -> Framework:
    """The framework of one file. Raises Faulty with all faults."""
    reader = Reader(path)
    root = reader.read()
    if not root.values:
        reader.done()  # what is no YAML lacks everything: that need not be told key by key
    top = reader.take(root, _TOP)
    build = Builder(reader)
    framework = Framework(
        kind=top.get("kind", ""),
        year=top.get("year", 0),
        instruments=tuple(build.each(root, "instruments", build.instrument)),
        indicators=tuple(build.each(root, "indicators", build.indicator)),
        sub_indicators=tuple(build.each(root, "sub_indicators", build.sub_indicator)),
        items=tuple(build.each(root, "items", build.item)),
        questions=tuple(build.each(root, "questions", build.question)),
        levels=tuple(build.each(root, "levels", build.level)),
    )
    _head(reader, root, framework, top.get("schema", SCHEMA))
    for key, th, en in consistent(framework):
        reader.fault(build.lines.get(key, root.lines.get(key, root.line)), th, en)
    reader.done()
    return framework


def _head(reader: Reader, root: Marked, framework: Framework, schema: int) -> None:
    """Whether the file is of the shape that we read, and stands in the folder of its kind and year."""
    if schema != SCHEMA:
        line = root.lines["schema"]
        reader.fault(line, f"รองรับเฉพาะ schema {SCHEMA}", f"only schema {SCHEMA} is read, not {schema}")
    folder = reader.file.resolve().parent
    if not folder.name.isdecimal():
        return  # a file being tried out elsewhere
    for key, told, stands in (("year", str(framework.year), folder.name), ("kind", framework.kind, folder.parent.name)):
        if key in root.lines and told != stands:
            th, en = f"“{key}” เป็น {told} แต่ไฟล์อยู่ในโฟลเดอร์ {stands}", f"{key!r} is {told}, but the folder says {stands}"
            reader.fault(root.lines[key], th, en)
