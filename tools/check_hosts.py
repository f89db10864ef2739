"""Nothing committed names a package registry's host, a path of somebody's machine, or a secret.

Every lock entry carries a hash. Looks at the files that git knows or would add.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]

# Cut in two, so that this file does not find itself.
PATTERNS = {
    "a registry's host": r"pypi" r"\.org|python" r"hosted\.org|registry\.npm" r"js|deb\.debian" r"\.org",
    "a path of a machine": r"(?<![\w.\-/])/(?:home|Users|ro" r"ot|wo" r"rk|fa" r"rm)/[a-z]",
    "a private key": r"-----BEGIN [A-Z ]*PRIVATE" r" KEY-----",
    "a token": r"\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github" r"_pat_\w{30,}|AKIA[0-9A-Z]{16}|xox[abp]-[\w-]{20,})",
    "a password in an address": r"\b[a-z]+://[^\s:/@\"'{}<>]+:(?!password@|secret@|PASSWORD@)[^\s@\"'{}<>/]{3,}@",
}
COMPILED = {what: re.compile(pattern) for what, pattern in PATTERNS.items()}


def tracked() -> list[Path]:
    """Files that git knows, and new ones that it does not ignore."""
    done = subprocess.run(  # a fixed command
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],  # noqa: S607  # git is found by PATH
        cwd=ROOT,
        capture_output=True,
        check=True,
    )
    return [path for name in done.stdout.decode().split("\0") if name and (path := ROOT / name).is_file()]


def faults_in(path: Path) -> Iterator[str]:
    """``file:line: what`` for each find; binary files are passed over."""
    data = path.read_bytes()
    if b"\0" in data[:8000]:
        return
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        for what, pattern in COMPILED.items():
            if pattern.search(line):
                yield f"{path.relative_to(ROOT)}:{number}: {what}"


def faults_in_lock(path: Path) -> Iterator[str]:
    """Entries without a hash, and addresses."""
    entries = re.split(r"\n(?=[A-Za-z0-9])", path.read_text("utf-8"))
    for entry in entries:
        name = entry.split("==")[0].strip()
        if "==" in entry and "--hash=sha256:" not in entry:
            yield f"{path.name}: {name} has no hash"
        if "://" in entry:
            yield f"{path.name}: {name} has an address"


def main() -> int:
    """0 when clean; otherwise every find on a line of its own, and 1."""
    found = [fault for path in tracked() for fault in faults_in(path)]
    found += [fault for path in sorted(ROOT.glob("requirements*.lock")) for fault in faults_in_lock(path)]
    sys.stdout.writelines(fault + "\n" for fault in found)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
