"""The wheel holds what the program needs at run time. Usage: python -m tools.check_wheel FOLDER_WITH_THE_WHEEL."""

from __future__ import annotations

import sys
import zipfile
from fnmatch import fnmatch
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

#: Data beside the code: every such file of the tree must be in the wheel, and at least one must exist.
DATA = ("*.html", "*.txt", "*.yaml", "*.xml", "*.ttf", "*.woff2", "*.css", "*.js", "*.svg", "*.po", "*.mo", "*.npz")


def missing(wheel: Path) -> list[str]:
    """Files of the package that the wheel lacks, and kinds of which the tree has none."""
    inside = set(zipfile.ZipFile(wheel).namelist())
    files = [path.relative_to(ROOT).as_posix() for path in (ROOT / "prongsai").rglob("*") if path.is_file()]
    wanted = [name for name in files if name.endswith(".py") or any(fnmatch(name, kind) for kind in DATA)]
    absent = [name for name in wanted if name not in inside]
    kinds = [f"no {kind} in the package" for kind in DATA if not any(fnmatch(name, kind) for name in files)]
    strangers = [f"{name} does not belong in it" for name in inside if name.split("/")[0] in {"tests", "tools", "docs"}]
    return absent + kinds + strangers


def main() -> int:
    """0 when the wheel is whole; otherwise what it lacks, and 1."""
    wheels = sorted(Path(sys.argv[1]).glob("*.whl"))
    if len(wheels) != 1:
        sys.stderr.write(f"{len(wheels)} wheels in {sys.argv[1]}: one was expected\n")
        return 1
    absent = missing(wheels[0])
    sys.stdout.writelines(f"{wheels[0].name}: missing {name}\n" for name in absent)
    if not absent:
        sys.stdout.write(f"{wheels[0].name}: {wheels[0].stat().st_size // 1024} KB, whole\n")
    return 1 if absent else 0


if __name__ == "__main__":
    sys.exit(main())
