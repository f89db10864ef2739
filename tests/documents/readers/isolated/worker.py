"""Stands for the process that reads a file, and misbehaves as the file says: a word a page, by its first line."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from prongsai.documents.readers.isolated.limits import confine

SOURCE = {"blocks": [], "lines": ["อ่านแล้ว"], "page_of_line": [], "regions": [], "doubtful": [], "remarks": []}


def say(message: Any) -> None:
    sys.stdout.write(json.dumps(message, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def main() -> None:
    confine()
    _kind, path, _name, _pictures, wanted = sys.argv[1:]
    opening, *words = Path(path).read_text("utf-8").split()
    DEEDS[opening](0)
    say({"pages": len(words)})
    for number in [int(part) for part in wanted.split(",") if part] or range(1, len(words) + 1):
        say({"begins": number})
        DEEDS[words[number - 1]](number)
        say(
            {"page": number, "source": SOURCE, "picture": "../../etc/passwd" if words[number - 1] == "climbs" else None}
        )


def well(_: int) -> None:
    pass


def hangs(_: int) -> None:
    # A child of its own hangs on too: it must end with the process.
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", "prongsai-hangs-on"])
    time.sleep(600)


def breaks(_: int) -> None:
    sys.exit(3)


def bursts(_: int) -> None:
    bytearray(2 * 1024**3)


def babbles(_: int) -> None:
    sys.stdout.write("{ this is no message\n")


def floods(_: int) -> None:
    while True:
        sys.stdout.write("x" * 1_000_000)


def lies(number: int) -> None:
    say({"page": number, "source": {"blocks": 7}, "picture": None})


def refuses(number: int) -> None:
    say({"lost": number, "why": ["ไม่มีโปรแกรมอ่านภาพ", "There is no program for pictures."]})
    sys.exit(0)


DEEDS = {
    "well": well, "climbs": well, "hangs": hangs, "breaks": breaks, "bursts": bursts, "babbles": babbles,
    "floods": floods, "lies": lies, "refuses": refuses,
}  # fmt: skip

if __name__ == "__main__":
    main()
