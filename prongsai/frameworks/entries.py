"""What the entries of a framework file have in common: taking values, numbers, words, days and origins, with faults."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any, TypeVar

from prongsai.core.framework.origin import Confidence, Origin
from prongsai.strict_yaml import Marked, Reader

T = TypeVar("T")
ORIGIN = MappingProxyType({"source": str, "confidence": str})
#: A number may stand with or without quotes; quotes keep it exact.
NUMBER = (str, int, float)
#: As many as a number has that YAML reads as a float.
_MOST_DECIMALS = 20
_NONE: Mapping[str, Any] = MappingProxyType({})


class Entries:
    """Takes entries of one file; ``lines`` keeps the line of each by its key, for checks over the whole."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.lines: dict[str, int] = {}

    def each(self, inside: Marked, key: str, make: Callable[[Marked], T | None]) -> Iterator[T]:
        """The entries of a list; those at fault are left out."""
        parts = inside.values.get(key)
        for part in parts if isinstance(parts, list) else []:
            if not isinstance(part, Marked):
                line, th = inside.lines[key], f"แต่ละรายการใน “{key}” ต้องเป็น “ชื่อ: ค่า”"
                self.reader.fault(line, th, f"each entry of {key!r} is a mapping")
            elif (made := make(part)) is not None:
                yield made

    def words(self, part: Marked, key: str) -> tuple[str, ...]:
        """The texts of a list; what is none is a fault."""
        values = part.values.get(key, [])
        if not isinstance(values, list) or not all(isinstance(one, str) and one.strip() for one in values):
            self.reader.fault(part.lines[key], f"“{key}” ต้องเป็นรายการข้อความ", f"{key!r} is a list of texts")
            return ()
        return tuple(values)

    def take(
        self, part: Marked, kinds: Mapping[str, Any], optional: Mapping[str, Any] = _NONE, *, origin: bool = True
    ) -> dict[str, Any] | None:
        """The values of an entry; None where one that it must have is missing or wrong."""
        must = {**kinds, **(ORIGIN if origin else {})}
        got = self.reader.take(part, {**must, **optional}, frozenset(optional))
        for key in (key for key, value in got.items() if isinstance(value, str) and not value.strip()):
            self.reader.fault(part.lines[key], f"“{key}” ว่างอยู่", f"{key!r} is empty")
        return got if must.keys() <= got.keys() else None

    def origin(self, part: Marked) -> Origin:
        """Where an entry comes from."""
        return Origin(part.values["source"], self.member(Confidence, part, "confidence"))

    def remember(self, part: Marked, key: str) -> None:
        """Keep the line of an entry; one that stands already is a fault."""
        if key in self.lines:
            line = self.lines[key]
            self.reader.fault(part.line, f"“{key}” ซ้ำกับบรรทัด {line}", f"{key!r} stands already in line {line}")
        self.lines.setdefault(key, part.line)

    def decimal(self, part: Marked, key: str, *, most: int) -> Decimal:
        """The exact number of a key; a fault, and 0, where it is none from 0 to ``most``."""
        return self.number(part.values[key], part.lines[key], key, most=most)

    def number(self, value: Any, line: int, key: str, *, most: int) -> Decimal:
        """An exact number from 0 to ``most``; a fault, and 0, where it is none, or has more than 20 decimals."""
        try:
            number = Decimal("NaN") if isinstance(value, bool) else Decimal(str(value))
        except InvalidOperation:
            number = Decimal("NaN")
        exponent = number.as_tuple().exponent
        # To reckon with 1e-9999999 exactly takes all memory there is.
        if isinstance(exponent, int) and exponent >= -_MOST_DECIMALS and 0 <= number <= most:
            return number
        self.reader.fault(line, f"“{key}” ต้องเป็นตัวเลข 0 ถึง {most}", f"{key!r} is a number from 0 to {most}")
        return Decimal(0)

    def count(self, part: Marked, key: str) -> int | None:
        """A whole number from 0 on; None where the key is not there."""
        value = part.values.get(key)
        if isinstance(value, int) and value < 0:
            self.reader.fault(part.lines[key], f"“{key}” ต้องไม่ติดลบ", f"{key!r} is not below 0")
        return value if isinstance(value, int) else None

    def day(self, part: Marked, key: str) -> date:
        """A day, written 2023-08-10 in the Christian era."""
        value = part.values[key]
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            th, en = f"“{key}” ต้องเป็นวันที่ ค.ศ. เช่น 2023-08-10", f"{key!r} is a day such as 2023-08-10"
            self.reader.fault(part.lines[key], th, en)
            return date.min

    def member(self, kind: Any, part: Marked, key: str) -> Any:
        """The member of a list of words; the first of them, with a fault told once, where the value is none."""
        value, line = part.values[key], part.lines[key]
        if value in {member.value for member in kind}:
            return kind(value)
        choices = ", ".join(member.value for member in kind)
        en = f"{value!r} is none of {choices}"
        if (line, en) not in {(one.line, one.sentence.en) for one in self.reader.faults}:
            self.reader.fault(line, f"“{value}” ต้องเป็นหนึ่งใน {choices}", en)
        return next(iter(kind))
