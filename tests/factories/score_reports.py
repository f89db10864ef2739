"""How well made-up reports are read: ``python -m tests.factories.score_reports --seeds 300 --from N``."""

from __future__ import annotations

import argparse
import statistics
import sys
import time

from prongsai.core.reports.reading_json import to_json
from prongsai.documents.readers import read
from tests.factories.reports import make
from tests.factories.scoring import score


def main() -> int:
    """Print median, worst and seconds; with ``--show`` what was lost in each of the worst."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=300)
    parser.add_argument("--from", dest="first", type=int, default=1_000_000)
    parser.add_argument("--show", type=int, default=0, help="print the faults of so many of the worst")
    options = parser.parse_args()
    begun = time.perf_counter()
    found = []
    reading_time = 0.0
    for seed in range(options.first, options.first + options.seeds):
        made = make(seed)
        data = made.text.encode()
        start = time.perf_counter()
        reading = read(data).reading
        reading_time += time.perf_counter() - start
        told: list[str] = []
        value = score(to_json(made.truth), to_json(reading), told.append)
        found.append((value, seed, f"{made.kind}/{made.serial.value}", told))
    values = [value for value, *_ in found]
    seconds = time.perf_counter() - begun
    print(  # noqa: T201 - a command line
        f"{len(values)} reports from seed {options.first}: median {statistics.median(values):.3f}, "
        f"worst {min(values):.3f}, "
        f"mean {statistics.fmean(values):.3f}; read in {reading_time:.1f} s, {seconds:.1f} s in all"
    )
    for value, seed, kind, told in sorted(found)[: options.show]:
        print(f"{value:.3f} seed {seed} {kind}", *told[:12], sep="\n   ")  # noqa: T201
    return 0


if __name__ == "__main__":
    sys.exit(main())
