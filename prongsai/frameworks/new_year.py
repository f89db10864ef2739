"""A new year begun: the files of the newest year copied, every entry marked as carried over, its days moved on."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from prongsai.core.framework.calendar import years_later
from prongsai.frameworks.loader import HERE, NoFramework, available, own_folder

_NOTES = """# ที่มาของกรอบการประเมิน {kind} ปีงบประมาณ พ.ศ. {year} · Sources of the framework of FY{year}

คัดลอกจากปี {old} ยังไม่ได้เทียบกับประกาศของปี {year} รายการที่ยืนยันแล้วให้แก้ `source` และ `confidence`
Copied from {old}, not yet compared with what is announced for {year}: put each `source` and `confidence` right.
"""
_DAY = re.compile(r"^(\s*(?:opens|closes): )[\"']?(\d{4})-(\d\d)-(\d\d)[\"']?$", re.M)


def begin(year: int, into: Path, kind: str = "ita") -> Path:
    """The folder ``into/kind/year`` with the three files of the newest year before it.

    NoFramework where there is no year to begin from, FileExistsError where the folder is there already.
    """
    old = max((one for other, one in available() if other == kind and one < year), default=None)
    if old is None:
        raise NoFramework(f"{kind} {year}")
    source, target = _folder(kind, old), into / kind / str(year)
    target.mkdir(parents=True)
    text = (source / "framework.yaml").read_text(encoding="utf-8")
    (target / "framework.yaml").write_text(_carried(text, old, year), encoding="utf-8")
    if (source / "examples.yaml").is_file():
        (target / "examples.yaml").write_bytes((source / "examples.yaml").read_bytes())
    (target / "SOURCES.md").write_text(_NOTES.format(kind=kind, year=year, old=old), encoding="utf-8")
    return target


def _folder(kind: str, year: int) -> Path:
    """Where the whole file of a year stands: an overlay is no beginning."""
    own = own_folder()
    place = own / kind / str(year) if own else None
    shipped = HERE / kind / str(year)
    return shipped if place is None or (shipped / "framework.yaml").is_file() else place


def _carried(text: str, old: int, year: int) -> str:
    """The text of a framework as the new year's: nothing is certain of it but that the year before had it so."""
    text = re.sub(rf"^year: {old}$", f"year: {year}", text, flags=re.M)
    text = text.replace(f"ปีงบประมาณ พ.ศ. {old}", f"ปีงบประมาณ พ.ศ. {year}", 1)
    text = re.sub(r"^(\s*source: \")", rf"\g<1>as in {old}: ", text, flags=re.M)
    text = re.sub(r"^(\s*\w*confidence: )certain$", r"\g<1>likely", text, flags=re.M)
    return _DAY.sub(lambda found: f"{found[1]}{_later(found, year - old)}", text)


def _later(found: re.Match[str], years: int) -> date:
    return years_later(date(int(found[2]), int(found[3]), int(found[4])), years)
