"""Stands for the process that opens files, and does to it what a file asks for: hang, die, or talk nonsense."""

from __future__ import annotations

import json
import sys
import time


def main() -> None:
    """Answer what stands in each file."""
    source = sys.stdin.buffer
    while header := source.readline():
        wish = source.read(int(header.split()[1])).decode()
        if "hang" in wish:
            time.sleep(60)
        if "die" in wish:
            sys.exit(1)
        print("nonsense" if "talk" in wish else json.dumps({"opens": True, "text": wish}), flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
