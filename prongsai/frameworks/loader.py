"""The one loader of frameworks: strict, every fault by file and line."""

from __future__ import annotations

import os
import re
from functools import cache
from pathlib import Path

from prongsai.core.framework.framework import Framework
from prongsai.frameworks.reading import read
from prongsai.strict_yaml import Fault, Faulty

HERE = Path(__file__).parent
#: The setting that names a folder of the installation's own frameworks.
OWN = "PRONGSAI_FRAMEWORKS"
_SOURCE = re.compile(r"^\| (S\d+) \| (.+?) \|$", re.M)


class NoFramework(LookupError):
    """No framework of that kind and year."""


def own_folder() -> Path | None:
    """The folder of the installation's own frameworks, laid out as the shipped ones; None where there is none."""
    told = os.environ.get(OWN, "").strip()
    return Path(told) if told else None


def available() -> tuple[tuple[str, int], ...]:
    """Kind and year (Buddhist era) of every framework, sorted."""
    return _available(own_folder())


def load(kind: str, year: int) -> Framework:
    """The framework of a kind and year. NoFramework where there is none, Faulty where its file has faults.

    A file of the installation's own takes the place of the shipped one, or of the entries that it names.
    """
    own = own_folder()
    if (kind, year) not in _available(own):
        raise NoFramework(f"{kind} {year}")
    return _load(kind, year, own)


def source_of(kind: str, year: int) -> str:
    """The file of a year as it stands, to begin an own one with. NoFramework where there is none."""
    load(kind, year)
    return _place(kind, year, own_folder()).read_text(encoding="utf-8")


def sources_of(kind: str, year: int) -> tuple[tuple[str, str], ...]:
    """The sources that a shipped or own year names by a code, such as S13, and what each is."""
    notes = _place(kind, year, own_folder()).with_name("SOURCES.md")
    found = _SOURCE.findall(notes.read_text(encoding="utf-8")) if notes.is_file() else []
    return tuple((code, what) for code, what in found)


def newest_for(year: int, kind: str = "ita") -> tuple[Framework, bool]:
    """The framework that serves a year, and whether only provisionally: the newest before it, else the oldest."""
    years = [one for other, one in available() if other == kind]
    if not years:
        raise NoFramework(kind)
    chosen = max((one for one in years if one <= year), default=years[0])
    return load(kind, chosen), chosen != year


def check(path: Path | None = None) -> list[Fault]:
    """Every fault of every framework file below a folder; by default of the shipped and the installation's own."""
    found: list[Fault] = []
    folders = [path] if path else [folder for folder in (HERE, own_folder()) if folder]
    for file in (file for folder in folders for file in sorted(folder.rglob("framework.yaml"))):
        try:
            read(file, base=_shipped)
        except Faulty as faulty:
            found += faulty.faults
    return found


def parse(text: str, name: str) -> Framework:
    """The framework of a text that somebody brought; ``name`` is the file's, told in faults. Faulty with all faults.

    Where the text says only what is different, it is laid over what the installation has for that year.
    """
    return read(Path(name), base=_installed, own=True, text=text)


@cache
def _available(own: Path | None) -> tuple[tuple[str, int], ...]:
    folders = [path.parent for folder in (HERE, own) if folder for path in folder.glob("*/*/framework.yaml")]
    return tuple(sorted({(one.parent.name, int(one.name)) for one in folders if one.name.isdecimal()}))


@cache
def _load(kind: str, year: int, own: Path | None) -> Framework:
    own_file = own is not None and _place(kind, year, own).is_relative_to(own)
    return read(_place(kind, year, own), base=_shipped, own=own_file)


def _place(kind: str, year: int, own: Path | None) -> Path:
    """Where the file of a year stands: the installation's own before the shipped one."""
    folders = [folder for folder in (own, HERE) if folder]
    places = [folder / kind / str(year) / "framework.yaml" for folder in folders]
    return next((place for place in places if place.is_file()), places[-1])


def _shipped(kind: str, year: int) -> Framework | None:
    return _load(kind, year, None) if (kind, year) in _available(None) else None


def _installed(kind: str, year: int) -> Framework | None:
    return load(kind, year) if (kind, year) in available() else None
