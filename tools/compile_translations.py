"""Compiles every .po file of the package to the .mo beside it, without the gettext programs."""

from __future__ import annotations

import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    """0 when all are compiled; a faulty file is named with its line."""
    for path in sorted((ROOT / "prongsai").rglob("*.po")):
        try:
            polib.pofile(str(path), encoding="utf-8").save_as_mofile(str(path.with_suffix(".mo")))
        except (OSError, UnicodeDecodeError) as fault:
            sys.stderr.write(f"{path.relative_to(ROOT)}: {fault}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
