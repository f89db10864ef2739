"""No connection but to a checked address: names are resolved here, and the socket itself is refused once more.

The resolver answers with public addresses only, and the connector opens what it answered; a name that points elsewhere
a moment later changes nothing. The second check stands where the socket is made and sees the number really connected
to, whichever way it came there: a literal, a cache, a redirect.
"""

from __future__ import annotations

import asyncio
import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from prongsai.links.addresses import is_public, literal
from prongsai.links.limits import Limits, Network

#: Looks-up of names block a thread each; names of dead offices take long.
_LOOKUPS = 48
_NAMES_KEPT, _SECONDS_KEPT, _IDLE = 5000, 120, 4.0


class PrivateAddress(OSError):
    """The address is not on the public internet. An OSError, for that is what a refused connection is to its caller."""


class PublicResolver(AbstractResolver):
    """Names to public addresses; PrivateAddress where a name has none but others, OSError where it is not known."""

    def __init__(self, allow: tuple[Network, ...]) -> None:
        self._allow = allow
        self._threads = ThreadPoolExecutor(_LOOKUPS, thread_name_prefix="names")

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        """The addresses that may be opened, in the order in which the system prefers them."""
        found = await self.look_up(host, port, family)
        public = [(kind, number) for kind, number in found if _allowed(number, self._allow)]
        if not public:
            raise PrivateAddress(f"{host} leads to no public address")
        return [
            ResolveResult(hostname=host, host=number, port=port, family=kind, proto=0, flags=socket.AI_NUMERICHOST)
            for kind, number in public
        ]

    async def look_up(self, host: str, port: int, family: socket.AddressFamily) -> list[tuple[int, str]]:
        """All addresses of a name, as the system knows them: family and number."""

        def ask() -> list[tuple[int, str]]:
            rows = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM)
            return [(row[0], str(row[4][0])) for row in rows]

        return await asyncio.get_running_loop().run_in_executor(self._threads, ask)

    async def close(self) -> None:
        """Waits for no look-up."""
        self._threads.shutdown(wait=False, cancel_futures=True)


def connector(limits: Limits, resolver: AbstractResolver) -> aiohttp.TCPConnector:
    """A connector that opens checked addresses only. How many are open is counted by the turns of the hosts."""

    def checked_socket(info: Any) -> socket.socket:
        family, kind, protocol, _, address = info
        if not _allowed(str(address[0]), limits.allow):
            raise PrivateAddress(f"{address[0]} is no public address")
        return socket.socket(family, kind, protocol)

    return aiohttp.TCPConnector(
        limit=0,
        resolver=resolver,
        dns_cache_max_size=_NAMES_KEPT,
        ttl_dns_cache=_SECONDS_KEPT,
        keepalive_timeout=_IDLE,
        socket_factory=checked_socket,
    )


def _allowed(number: str, allow: tuple[Network, ...]) -> bool:
    address = literal(number)
    return address is not None and is_public(address, allow)
