"""The folder of a country: where the answers, items, counts and scores of each year lie.

agencies.parquet              number, code, name, kind, size, province, region: the register
2566/answers/IIT/*.parquet    one row a respondent, sorted by agency: agency (its number), i1a, i1b, i2 …
2566/answers/EIT/*.parquet
2566/items.parquet            one row an agency: agency, O1, O2 … in hundredths; null: does not apply
2566/counts/IIT.parquet       the cube: answers counted by agency, question and value
2566/scores.parquet           the scores, with what the register says of each agency
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from prongsai.core.access.decision import Refused
from prongsai.core.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Country:
    """The paths within one folder. Nothing is made by asking for a path."""

    folder: Path

    @property
    def register(self) -> Path:
        """The table of agencies."""
        return self.folder / "agencies.parquet"

    @property
    def years(self) -> tuple[int, ...]:
        """Fiscal years (Buddhist era) that have a folder, sorted."""
        if not self.folder.is_dir():
            return ()
        return tuple(sorted(int(one.name) for one in self.folder.iterdir() if one.is_dir() and one.name.isdecimal()))

    def shards(self, year: int, instrument: str) -> list[Path]:
        """The files of raw answers to an instrument, in the order of their names."""
        return sorted((self.folder / str(year) / "answers" / instrument).glob("*.parquet"))

    def answers(self, year: int, instrument: str, shard: str) -> Path:
        """One file of raw answers."""
        return self.folder / str(year) / "answers" / instrument / f"{shard}.parquet"

    def items(self, year: int) -> Path:
        """The results of disclosure items."""
        return self.folder / str(year) / "items.parquet"

    def cube(self, year: int, instrument: str) -> Path:
        """The counts of answers to an instrument."""
        return self.folder / str(year) / "counts" / f"{instrument}.parquet"

    def scores(self, year: int) -> Path:
        """The scores of all agencies."""
        return self.folder / str(year) / "scores.parquet"

    def opened(self) -> Country:
        """This country; Refused where the folder holds none."""
        if self.register.is_file() and self.years:
            return self
        make = f"prongsai synth {self.folder}"
        th = f"ไม่พบข้อมูลประเทศใน {self.folder} (ต้องมี agencies.parquet และโฟลเดอร์ของปี) ลองสร้างด้วย {make}"
        en = f"{self.folder} holds no country (agencies.parquet and folders of years). Make one: {make}"
        raise Refused(Sentence(th, en))


@contextmanager
def written(path: Path) -> Iterator[Path]:
    """A path to write to, which takes the place of ``path`` only when it is whole and on the disk.

    Whoever reads meanwhile sees the old file; a crash leaves the old file.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        yield new
        with new.open("rb+") as file:
            os.fsync(file.fileno())
        new.replace(path)
        _sync_folder(path.parent)
    finally:
        new.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """The new name itself must be on the disk too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
