"""YAML read strictly: every fault is named with its file and line, and all of them are told, not only the first."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from prongsai.core.sentence import Sentence

#: Characters that no paper can carry: YAML lets them in as ``\u0001``.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
#: Data of ours is nested a handful of levels.
DEEPEST = 50
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a data file, and where; ``line`` counts from 1."""

    file: Path
    line: int
    sentence: Sentence

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.sentence.th} ({self.sentence.en})"


class Faulty(ValueError):
    """A data file has faults."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


@dataclass(slots=True)
class Marked:
    """A mapping of a YAML file with the line of each key; ``line`` is its own."""

    line: int
    values: dict[str, Any]
    lines: dict[str, int]


@dataclass(slots=True)
class Reader:
    """Reads one file and gathers its faults. Lists become lists, mappings Marked, the rest plain values."""

    file: Path
    text: str | None = None  # where the text is known already, and ``file`` is only its name
    faults: list[Fault] = field(default_factory=list)
    _seen: set[int] = field(default_factory=set)

    def fault(self, line: int, th: str, en: str) -> None:
        """Note a fault at a line."""
        self.faults.append(Fault(self.file, line, Sentence(th, en)))

    def read(self) -> Marked:
        """The file's mapping; an empty one where the file is no YAML mapping, with a fault."""
        try:
            value = self._value(self._tree())
        except UnicodeDecodeError:
            self.fault(1, "ไฟล์ไม่ใช่ข้อความ UTF-8 โปรดบันทึกใหม่เป็น UTF-8", "not UTF-8 text; please save it as UTF-8")
        except yaml.MarkedYAMLError as broken:
            line = broken.problem_mark.line + 1 if broken.problem_mark else 1
            self.fault(line, f"ไม่ใช่ YAML ที่ถูกต้อง: {broken.problem}", f"not valid YAML: {broken.problem}")
        except (yaml.YAMLError, RecursionError) as broken:  # letters that YAML forbids; nested without end
            why = str(broken).splitlines()[0]
            self.fault(1, f"ไม่ใช่ YAML ที่ถูกต้อง: {why}", f"not valid YAML: {why}")
        else:
            if isinstance(value, Marked):
                return value
            self.fault(1, "ต้องเป็นรายการ “ชื่อ: ค่า”", "expected a mapping")
        return Marked(1, {}, {})

    def take(self, marked: Marked, kinds: Mapping[str, Any], optional: frozenset[str] = frozenset()) -> dict[str, Any]:
        """The values of a mapping by their keys: unknown and missing keys and wrong kinds are faults.

        ``kinds`` maps a key to a type or a tuple of types; a faulty value is left out.
        """
        for key in marked.values.keys() - kinds.keys():
            self.fault(marked.lines[key], f"ไม่รู้จักคำว่า “{key}”", f"unknown key {key!r}")
        for key in (key for key in kinds if key not in marked.values and key not in optional):
            self.fault(marked.line, f"ขาด “{key}”", f"missing key {key!r}")
        good = {}
        for key, kind in kinds.items():
            if key not in marked.values:
                continue
            value = marked.values[key]
            if isinstance(value, kind) and not (isinstance(value, bool) and kind is not bool):
                good[key] = value
            else:
                self.fault(marked.lines[key], f"ค่าของ “{key}” ผิดชนิด", f"{key!r} has a value of the wrong kind")
        return good

    def done(self) -> None:
        """Raises Faulty where there were faults."""
        if self.faults:
            raise Faulty(sorted(self.faults, key=lambda fault: fault.line))

    def _tree(self) -> Any:
        """The nodes of the text. Nesting is counted first: the parser written in C would end the whole process."""
        text, depth = self._source(), 0
        for event in yaml.parse(text, Loader=_LOADER):
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > DEEPEST:
                line = event.start_mark.line + 1 if event.start_mark else 1
                self.fault(line, f"ซ้อนกันเกิน {DEEPEST} ชั้น", f"nested deeper than {DEEPEST} levels")
                return None
        return yaml.compose(text, Loader=_LOADER)

    def _source(self) -> str:
        return self.file.read_text(encoding="utf-8") if self.text is None else self.text

    def _value(self, node: Any) -> Any:
        if isinstance(node, yaml.CollectionNode):
            if id(node) in self._seen:  # an alias may hold itself, or grow a small file beyond all memory
                self.fault(node.start_mark.line + 1, "โปรดเขียนซ้ำแทนการใช้ & และ *", "write it out, without & and *")
                return None
            self._seen.add(id(node))
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._value(part) for part in node.value]
        return None if node is None else self._scalar(node)

    def _scalar(self, node: yaml.ScalarNode) -> Any:
        if _CONTROL.search(node.value):
            th, en = "มีอักขระควบคุมที่พิมพ์ไม่ได้ โปรดลบออก", "holds control characters; please take them out"
            self.fault(node.start_mark.line + 1, th, en)
            return None
        try:
            return _LOADER("").construct_object(node)
        except (ValueError, yaml.YAMLError):  # a day that no calendar has, a tag that only programs use
            th, en = (
                f"อ่าน “{node.value}” ไม่ได้ โปรดใส่ในเครื่องหมายคำพูด",
                f"{node.value!r} cannot be read; put it in quotes",
            )
            self.fault(node.start_mark.line + 1, th, en)
            return None

    def _mapping(self, node: yaml.MappingNode) -> Marked:
        made = Marked(node.start_mark.line + 1, {}, {})
        for key_node, value_node in node.value:
            key, line = str(key_node.value), key_node.start_mark.line + 1
            if key in made.values:
                self.fault(
                    line, f"“{key}” ซ้ำกับบรรทัด {made.lines[key]}", f"{key!r} stands already in line {made.lines[key]}"
                )
                continue
            made.values[key], made.lines[key] = self._value(value_node), line
        return made
