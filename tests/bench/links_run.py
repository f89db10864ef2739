"""Opens the bench's links in a process of its own: ``python -m tests.bench.links_run FILE [ARCHIVE]``.

FILE has an address a line. Prints one line of JSON: how many, seconds, the second at which the last of the hosts that
do not hang was done, the peak of memory in MB, and how the links stand.
"""

from __future__ import annotations

import asyncio
import json
import resource
import socket
import sys
import time
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

from prongsai.core.links.link import Fetched, Request
from prongsai.links import archive
from prongsai.links.checking import Kept
from prongsai.links.engine import check_links
from prongsai.links.exchange import Opener
from prongsai.links.guard import PublicResolver
from prongsai.links.limits import Limits, allowed_networks

#: As in use, but that a host is asked as often as it answers, and that whoever hangs is given up sooner.
LIMITS = Limits(per_second=0, read=5.0, pause=0.5, allow=allowed_networks("127.0.0.0/8"))
HANGS = "127.99.99.99"


class Names(PublicResolver):
    """``h-127-7-0-1.bench.test`` is 127.7.0.1."""

    async def look_up(self, host: str, port: int, family: socket.AddressFamily) -> list[tuple[int, str]]:
        """No name server is asked."""
        return [(socket.AF_INET, host.partition(".")[0].removeprefix("h-").replace("-", "."))]


def keeping(root: Path) -> object:
    """Each host's answers go to a file of its own, as an agency's do."""

    def keep(answers: Sequence[tuple[Request, Fetched]]) -> list[Kept | None]:
        by_agency: dict[str, list[int]] = {}
        for place, (_, found) in enumerate(answers):
            name = (urlsplit(found.url).hostname or "").replace(".", "-")
            by_agency.setdefault(f"a-{name}", []).append(place)
        kept = dict[int, Kept]()
        for slug, places in by_agency.items():
            found_here = [archive.Answer(answers[place][1]) for place in places]
            kept.update(zip(places, archive.keep(root, slug, found_here), strict=True))
        return [kept.get(place) for place in range(len(answers))]

    return keep


async def run(urls: list[str], root: Path | None) -> dict[str, object]:
    """All of them."""
    states: Counter[str] = Counter()
    others = 0.0
    keep = keeping(root) if root else None
    start = time.perf_counter()
    requests = (Request(url) for url in urls)
    async for checked in check_links(requests, limits=LIMITS, archive=keep, opener=Opener(LIMITS, Names(LIMITS.allow))):  # type: ignore[arg-type]
        found = checked.fetched
        states[found.failure or (f"{checked.verdict.state} {found.status}")] += 1
        if HANGS not in found.url:
            others = time.perf_counter() - start
    return {"links": sum(states.values()), "seconds": time.perf_counter() - start, "others": others, "states": states}


def main() -> None:
    """Prints the line."""
    urls = Path(sys.argv[1]).read_text().split()
    told = asyncio.run(run(urls, Path(sys.argv[2]) if len(sys.argv) > 2 else None))
    own = resource.getrusage(resource.RUSAGE_SELF)
    told["megabytes"] = own.ru_maxrss / 1024
    told["processor"] = own.ru_utime + own.ru_stime
    print(json.dumps(told))


if __name__ == "__main__":
    main()
