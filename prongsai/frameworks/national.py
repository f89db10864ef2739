"""The published figures of the whole country, read from their data file."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import MappingProxyType

from prongsai.core.framework.benchmarks import Benchmark
from prongsai.frameworks.checks_rules import KINDS
from prongsai.frameworks.entries import NUMBER, Entries
from prongsai.strict_yaml import Marked, Reader

FILE = Path(__file__).parent / "benchmarks.yaml"
_FIGURES = MappingProxyType(
    {"kind": str, "mean": NUMBER, "agencies": int, "respondents": int, "passed": int, "passed_share": NUMBER}
)
_CODE = re.compile(r"total|[1-9][0-9]?")


@cache
def benchmarks() -> tuple[Benchmark, ...]:
    """All that was published, by year."""
    return read_benchmarks(FILE)


def read_benchmarks(path: Path) -> tuple[Benchmark, ...]:
    """The figures of one file. Raises Faulty with all faults."""
    reader = Reader(path)
    root = reader.read()
    reader.take(root, {"schema": int, "benchmarks": list})
    entries = _Figures(reader)
    made = tuple(entries.each(root, "benchmarks", entries.benchmark))
    reader.done()
    return made


class _Figures(Entries):
    """Makes the entries of the file."""

    def benchmark(self, part: Marked) -> Benchmark | None:
        """The figures of one year."""
        got = self.take(part, {"year": int, "code": str}, _FIGURES)
        if got is None:
            return None
        self.remember(part, f"{got['year']} {got['code']} {got.get('kind', '')}".strip())
        if not _CODE.fullmatch(got["code"]):
            self.reader.fault(part.lines["code"], "“code” เป็น total หรือเลขตัวชี้วัด", "'code' is total or an indicator")
        if got.get("kind") not in (*KINDS, None):
            th, en = f"ไม่รู้จักประเภทหน่วยงาน “{got['kind']}”", f"{got['kind']!r} is no kind of agency"
            self.reader.fault(part.lines["kind"], th, en)
        return Benchmark(
            got["year"],
            got["code"],
            self.origin(part),
            kind=got.get("kind"),
            mean=self.decimal(part, "mean", most=100) if "mean" in got else None,
            agencies=self.count(part, "agencies"),
            respondents=self.count(part, "respondents"),
            passed=self.count(part, "passed"),
            passed_share=self.decimal(part, "passed_share", most=100) if "passed_share" in got else None,
        )
