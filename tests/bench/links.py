"""Twenty thousand links of local websites, opened and judged: ``make bench-links``.

Websites are two processes on the same two cores; every address of 127.7.0.0/16 is a host, with 43 links as an agency
has. Of 100 links 5 are slow (1 to 3 s), 5 fail (404, 500, a line that breaks), and 4 of 1,000 have bodies of 20 MB;
the others are pages of 20 to 60 kB in Thai. LinkChecker opens a part of them in the same run.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from tests.bench.links_run import HANGS, LIMITS
from tests.bench.timing import line
from tests.factories.certificates import Authority

LINKS, PER_AGENCY, RUNS = 20_000, 43, 3
PORTS = (18_431, 18_432)
#: LinkChecker opens the links of so many agencies, whose hosts come in turn: so it waits least.
SAMPLE = 47
_LINKCHECKER = Path(__file__).parents[2] / ".venv-engines" / "bin" / "linkchecker"
_OPTIONS = "[checking]\nmaxrequestspersecond=100000\nthreads=100\nrecursionlevel=0\ntimeout=5\nsslverify=0\n"
_FAILING = ("missing", "fault", "reset")


@dataclass(frozen=True, slots=True)
class Run:
    """What one run told: links a second, seconds until all but the hanging host were done, MB, how links stand."""

    rate: float
    others: float
    megabytes: float
    processor: float
    states: Mapping[str, int]


def words(number: int) -> str:
    """What the website does for this link."""
    if number % 20 == 7:
        return "slow"
    if number % 20 == 13:
        return _FAILING[number // 20 % 3]
    return {100: "huge", 600: "huge", 300: "film", 800: "film"}.get(number % 1000, "page")


def urls(links: int, *, names: bool = False) -> list[str]:
    """The links, agency after agency."""
    found = []
    for number in range(links):
        agency = number // PER_AGENCY
        address = f"127.7.{agency // 200}.{agency % 200 + 1}"
        host = f"https://h-{address.replace('.', '-')}.bench.test" if names else f"http://{address}"
        found.append(f"{host}:{PORTS[agency % 2]}/{words(number)}/{number}")
    return found


def main() -> None:
    """All figures."""
    line("this machine alone: SHA-256 of 64 MB (reference)", _idle(), "s")
    print(f"  at one host at most {LIMITS.per_host} at once, as often as it answers; {LIMITS.at_once} links at once")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)  # LinkChecker gives up being root
        plain, encrypted = urls(LINKS), urls(LINKS, names=True)
        with websites():
            runs = [opened(plain, folder) for _ in range(RUNS)]
            _figures("plain HTTP", runs, "≥ 500")
            _limit_kept()
            _hanging(plain, folder)
            part = sorted(plain[: SAMPLE * PER_AGENCY], key=lambda url: int(url.rpartition("/")[2]) % PER_AGENCY)
            line(f"{len(part):,} of them, plain HTTP", opened(part, folder).rate, "/s")
            linkchecker(part, folder)
            _figures("plain HTTP, archive on", [opened(plain, folder, archive=True)])
        authority = Authority(folder)
        with websites(authority.server_file("*.bench.test")):
            _figures("TLS", [opened(encrypted, folder, {"SSL_CERT_FILE": str(authority.file)})])


def _figures(what: str, runs: list[Run], bar: str = "") -> None:
    times = f", median of {len(runs)}" if len(runs) > 1 else ""
    line(f"{what}: links opened and judged a second{times}", statistics.median(run.rate for run in runs), "/s", bar)
    line(f"{what}: processor's time of the checker for one", 1000 * runs[-1].processor / LINKS, "ms")
    line(f"{what}: memory at the peak", max(run.megabytes for run in runs), "MB", "< 300")
    print(f"  {dict(sorted(runs[-1].states.items()))}")


def _limit_kept() -> None:
    most = max(counted(port)[0] for port in PORTS)
    line("most requests that any host had at once", most, "", f"≤ {LIMITS.per_host}")


def _hanging(plain: list[str], folder: Path) -> None:
    """The same with one more agency whose website takes requests and answers none."""
    stuck = [f"http://{HANGS}:{PORTS[0]}/page/{number}" for number in range(PER_AGENCY)]
    run = opened([*stuck, *plain], folder)
    line("beside a host that hangs: the others a second", LINKS / run.others, "/s", "as without it")


def opened(links: list[str], folder: Path, more: Mapping[str, str] | None = None, *, archive: bool = False) -> Run:
    """The checker in a process of its own."""
    file = folder / "links.txt"
    file.write_text("\n".join(links))
    command = [sys.executable, "-m", "tests.bench.links_run", str(file)]
    command += [str(folder / "archive")] * archive
    done = subprocess.run(command, check=True, capture_output=True, text=True, env={**os.environ, **(more or {})})
    told = json.loads(done.stdout)
    return Run(told["links"] / told["seconds"], told["others"], told["megabytes"], told["processor"], told["states"])


def linkchecker(links: list[str], folder: Path) -> None:
    """LinkChecker on the same links: 100 threads, one level, so it reads no more than headers.

    Its own throttle is off as far as its options and the header of the websites allow.
    """
    if not _LINKCHECKER.exists():
        print("  LinkChecker is not installed here: make bench-links installs it")
        return
    (folder / "options").write_text(_OPTIONS)
    command = [str(_LINKCHECKER), "--config", str(folder / "options"), "--no-status", "-o", "none", "--stdin"]
    start = time.perf_counter()
    subprocess.run(command, input="\n".join(links), text=True, capture_output=True, check=False, cwd=folder)
    line("the same with LinkChecker, which reads no bodies", len(links) / (time.perf_counter() - start), "/s")


@contextmanager
def websites(certificate: Path | None = None) -> Iterator[None]:
    """Both processes, until the end."""
    options = [str(certificate)] if certificate else []
    started = [
        subprocess.Popen(
            [sys.executable, "-m", "tests.bench.links_servers", str(port), *options], stdout=subprocess.PIPE
        )
        for port in PORTS
    ]
    try:
        for process in started:
            assert process.stdout is not None
            process.stdout.readline()
        yield
    finally:
        for process in started:
            process.kill()
            process.communicate()


def counted(port: int) -> tuple[int, int]:
    """The most at once at any host of a website's process, and how many came, since it was last asked."""
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/count", timeout=30) as response:
        most, came = json.loads(response.read())
    return most, came


def _idle() -> float:
    data = b"\0" * (64 << 20)
    start = time.perf_counter()
    sha256(data).hexdigest()
    return time.perf_counter() - start
