"""``python -m tests.fuzz READER [SECONDS]``: coverage-guided fuzzing of one reader with atheris.

A crash, a hang over 30 s or more than 1 GB ends it with the file that did it, in var/fuzz-found.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["prongsai.documents", "docx"]):
    from tests.fuzz.targets import one

    one(sys.argv[1], b"x")  # so that what the reader imports is watched too

from tests.fuzz.packages import changed
from tests.fuzz.seeds import seeds

FOUND = Path("var") / "fuzz-found"


def main() -> None:
    """Fuzz until the time is over."""
    reader, seconds = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 600
    FOUND.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as folder:
        for at, seed in enumerate(seeds(reader)):
            (Path(folder) / f"seed-{at}").write_bytes(seed)
        words = [
            sys.argv[0], folder, f"-max_total_time={seconds}", "-timeout=30", "-rss_limit_mb=1024", "-max_len=400000",
            f"-artifact_prefix={FOUND}/{reader}-", "-print_final_stats=1", "-verbosity=1",
        ]  # fmt: skip
        packed = reader in ("word", "sheets")
        more = {"custom_mutator": _in_package} if packed else {}
        atheris.Setup(words, lambda data: one(reader, data), **more)
        atheris.Fuzz()


def _in_package(data: bytes, size: int, seed: int) -> bytes:
    return changed(data, size, seed, atheris.Mutate)[:size]


if __name__ == "__main__":
    main()
