"""One framework file, or the text of one → its framework."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from prongsai.core.framework.framework import Framework
from prongsai.core.framework.rules import Rules
from prongsai.frameworks.build import Builder
from prongsai.frameworks.checks import consistent
from prongsai.frameworks.overlay import laid_over, left_out_of
from prongsai.strict_yaml import Marked, Reader

#: The version of the shape of these files.
SCHEMA = 2
#: Gives the framework that a file of differences is laid over; None where there is none.
Base = Callable[[str, int], Framework | None]

_HEAD = MappingProxyType({"schema": int, "kind": str, "year": int})
_LISTS = MappingProxyType(
    dict.fromkeys(("instruments", "indicators", "sub_indicators", "items", "questions", "levels"), list)
)
_MORE = MappingProxyType({"scales": list, "rules": Marked, "samples": list, "calendar": list})
_OVERLAY = MappingProxyType({"extends": str, "leave_out": list})


def read(path: Path, *, base: Base | None = None, own: bool = False, text: str | None = None) -> Framework:
    """The framework of one file. Raises Faulty with all faults.

    A file with ``extends: ita/2566`` says only what is different from that framework, which ``base`` gives. With
    ``text``, that is read, and ``path`` is only its name. ``own`` marks what is not shipped.
    """
    reader = Reader(path, text)
    root = reader.read()
    if not root.values:
        reader.done()  # what is no YAML lacks everything: that need not be told key by key
    build = Builder(reader)
    extends = "extends" in root.values
    top = _top(reader, root, extends)
    told = replace(_built(build, root, top), own=own)
    if text is None:
        _in_its_folder(reader, root, told)
    framework = _over_base(build, root, top, told, base) if extends else told
    for key, th, en in consistent(framework) if framework else ():
        reader.fault(build.lines.get(key, root.lines.get(key, root.line)), th, en)
    reader.done()
    return framework or told


def _top(reader: Reader, root: Marked, extends: bool) -> dict[str, Any]:
    """The values at the top of a file, of the shape that we read."""
    if extends:
        must, may = {**_HEAD, "extends": str}, {**_LISTS, **_MORE, **_OVERLAY}
    else:
        must, may = {**_HEAD, **_LISTS}, dict(_MORE)
    top = reader.take(root, {**must, **may}, frozenset(may) - must.keys())
    schema = top.get("schema", SCHEMA)
    if schema != SCHEMA:
        line = root.lines["schema"]
        reader.fault(line, f"รองรับเฉพาะ schema {SCHEMA}", f"only schema {SCHEMA} is read, not {schema}")
    return top


def _built(build: Builder, root: Marked, top: dict[str, Any]) -> Framework:
    return Framework(
        kind=top.get("kind", ""),
        year=top.get("year", 0),
        instruments=tuple(build.each(root, "instruments", build.instrument)),
        indicators=tuple(build.each(root, "indicators", build.indicator)),
        sub_indicators=tuple(build.each(root, "sub_indicators", build.sub_indicator)),
        items=tuple(build.each(root, "items", build.item)),
        questions=tuple(build.each(root, "questions", build.question)),
        levels=tuple(build.each(root, "levels", build.level)),
        scales=tuple(build.each(root, "scales", build.scale)),
        rules=(build.rules(top["rules"]) if "rules" in top else None) or Rules(),
        samples=tuple(build.each(root, "samples", build.sample)),
        calendar=tuple(build.each(root, "calendar", build.phase)),
    )


def _over_base(
    build: Builder, root: Marked, top: dict[str, Any], own: Framework, base: Base | None
) -> Framework | None:
    """The file laid over the framework that it extends; None, with a fault, where there is no such one."""
    told, name = top.get("extends", ""), f"{own.kind}/{own.year}"
    below = base(own.kind, own.year) if base and told == name else None
    line = root.lines["extends"]
    if told != name:
        build.reader.fault(line, f"“extends” ต้องเป็น {name} ตามปีของไฟล์", f"'extends' is {name}, the year of the file")
    elif below is None:
        th, en = f"ไม่มีกรอบ {name} ให้ต่อยอด ต้องเขียนทั้งไฟล์", f"there is no framework {name}: write a whole file"
        build.reader.fault(line, th, en)
    if below is None:
        return None
    leave_out = frozenset(build.words(root, "leave_out"))
    for key, th, en in left_out_of(below, leave_out):
        build.reader.fault(root.lines[key], th, en)
    return laid_over(below, own, frozenset(top), leave_out)


def _in_its_folder(reader: Reader, root: Marked, framework: Framework) -> None:
    """Whether the file stands in the folder of its kind and year."""
    folder = reader.file.resolve().parent
    if not folder.name.isdecimal():
        return  # a file being tried out elsewhere
    for key, told, stands in (("year", str(framework.year), folder.name), ("kind", framework.kind, folder.parent.name)):
        if key in root.lines and told != stands:
            th, en = f"“{key}” เป็น {told} แต่ไฟล์อยู่ในโฟลเดอร์ {stands}", f"{key!r} is {told}, but the folder says {stands}"
            reader.fault(root.lines[key], th, en)
