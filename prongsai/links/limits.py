"""How much, how often and how long: every limit of the checker in one place."""

from __future__ import annotations

from dataclasses import dataclass
from ipaddress import IPv4Network, IPv6Network, ip_network

from prongsai import __version__

Network = IPv4Network | IPv6Network

KILOBYTE, MEGABYTE = 1 << 10, 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes in bytes, times in seconds. A host is a name with its port; 80 and 443 are one host.

    ``at_once`` and ``per_host`` count requests that are open; ``per_second`` those that begin at one host (0: as many
    as come). ``ahead``: links read from the source before their turn, so that many hosts are at hand. ``tries`` of one
    link, with pauses of ``pause`` and twice that and so on, at most ``longest_pause``, which bounds Retry-After too.
    ``total`` is the time of one try with its body, ``read`` between two pieces of it. A page is cut at ``page_bytes``,
    a file at ``file_bytes``; large bodies together hold at most ``held_bytes``. A host that fails ``patience`` times in
    a row, with no answer between, is not asked again in this run. ``allow``: networks that may be opened though they
    are not public. ``about``: an address that tells who is asking.
    """

    at_once: int = 200
    per_host: int = 2
    per_second: float = 2.0
    ahead: int = 20_000
    tries: int = 3
    pause: float = 1.0
    longest_pause: float = 60.0
    connect: float = 10.0
    read: float = 20.0
    total: float = 60.0
    hops: int = 8
    page_bytes: int = 2 * MEGABYTE
    file_bytes: int = 20 * MEGABYTE
    held_bytes: int = 40 * MEGABYTE
    robots_bytes: int = 500 * KILOBYTE
    robots_age: float = 24 * 3600.0
    longest_delay: float = 10.0
    patience: int = 4
    allow: tuple[Network, ...] = ()
    about: str = ""

    @property
    def user_agent(self) -> str:
        """What servers see; robots.txt calls us Prongsai."""
        about = f" (+{self.about})" if self.about else ""
        return f"Prongsai/{__version__}{about} link check"

    @property
    def interval(self) -> float:
        """Seconds between the beginnings of two requests at one host."""
        return 1 / self.per_second if self.per_second else 0.0


def allowed_networks(words: str) -> tuple[Network, ...]:
    """Networks as CIDR, commas between; ValueError where one is none."""
    return tuple(ip_network(word.strip()) for word in words.split(",") if word.strip())
