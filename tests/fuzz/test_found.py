"""What fuzzing once found: files that broke a reader. Each is refused or read now. Named by its reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fuzz.packages import changed
from tests.fuzz.seeds import seeds
from tests.fuzz.targets import TARGETS, one

FOUND = sorted((Path(__file__).parent / "found").iterdir())


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.name)
def test_what_once_broke_a_reader_does_no_more(path: Path) -> None:
    reader = path.name.partition("-")[0]
    one(reader, path.read_bytes())


@pytest.mark.parametrize("reader", TARGETS)
def test_the_seeds_of_every_reader_are_read(reader: str) -> None:
    found = list(seeds(reader))
    assert found
    for seed in found:
        TARGETS[reader](seed)


def test_a_package_is_changed_inside_and_still_a_package() -> None:
    seed = next(iter(seeds("word")))
    made = changed(seed, 10**6, 9, lambda part, _size: part[::-1])
    assert made != seed
    assert made.startswith(b"PK")
