"""Bodies within limits: of bytes as they come, of bytes that unpack, and of what all large ones hold together."""

from __future__ import annotations

import asyncio
import zlib
from dataclasses import dataclass
from typing import Protocol

from prongsai.links.limits import KILOBYTE, Limits

#: Until here nobody asks whether there is room.
SMALL = 256 * KILOBYTE
_PIECE = 64 * KILOBYTE


class Undecodable(ValueError):
    """The body is not what its Content-Encoding says."""


class Source(Protocol):
    """Where pieces of a body come from: a response of aiohttp."""

    async def readany(self) -> bytes:
        """The next piece; empty at the end."""


@dataclass(frozen=True, slots=True)
class Body:
    """What came: ``size`` is the full length as far as known, ``cut`` whether there was more than is kept."""

    data: bytes = b""
    size: int = 0
    cut: bool = False


class Room:
    """What large bodies may hold together. Who asks for more than is free waits; who asks for all waits for all."""

    def __init__(self, size: int) -> None:
        self._size, self._free = size, size
        self._changed = asyncio.Condition()

    async def take(self, size: int) -> int:
        """Waits until there is room; gives what was taken, at most all there is."""
        wanted = min(size, self._size)
        async with self._changed:
            await self._changed.wait_for(lambda: self._free >= wanted)
            self._free -= wanted
        return wanted

    async def give_back(self, size: int) -> None:
        """For the next."""
        if size:
            async with self._changed:
                self._free += size
                self._changed.notify_all()


class _Plain:
    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        """As it came, however much: a piece of the network is small."""
        return data, b""

    def end(self) -> bytes:
        """Nothing is held back."""
        return b""


class _Unpacked:
    """gzip and deflate; a server that says deflate may mean either of two forms."""

    def __init__(self, deflate: bool) -> None:
        self._deflate = deflate
        self._engine = zlib.decompressobj(zlib.MAX_WBITS if deflate else 16 + zlib.MAX_WBITS)

    def feed(self, data: bytes, most: int) -> tuple[bytes, bytes]:
        """At most so many bytes of what it unpacks to, and what is still packed; Undecodable."""
        try:
            return self._engine.decompress(data, most), self._engine.unconsumed_tail
        except zlib.error as error:
            if not self._deflate:
                raise Undecodable(str(error)) from error
        self._deflate, self._engine = False, zlib.decompressobj(-zlib.MAX_WBITS)
        return self.feed(data, most)

    def end(self) -> bytes:
        """The few bytes that are left; a body that breaks off is shown as far as it goes, as browsers do."""
        return self._engine.flush()


def decoder(encoding: str) -> _Plain | _Unpacked:
    """For a Content-Encoding; Undecodable for one that was not asked for."""
    name = encoding.strip().lower()
    if name in ("", "identity", "none", "utf-8"):  # the last by servers that mistake it for a charset
        return _Plain()
    if name in ("gzip", "x-gzip", "deflate"):
        return _Unpacked(name == "deflate")
    raise Undecodable(f"Content-Encoding: {encoding[:50]}")


def most_of(content_type: str, head: bytes, limits: Limits) -> int:
    """How many bytes are kept: of a page, text or film the first; of a file all, for many begin at their end."""
    kind = content_type.strip().lower()
    if head.startswith((b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return limits.file_bytes
    return limits.page_bytes if kind.startswith(("text/", "video/", "audio/")) else limits.file_bytes


class Reading:
    """One body that is being read. ``held`` is what it has taken of the room, to be given back by whoever drops it."""

    def __init__(self, encoding: str, content_type: str, length: int | None, limits: Limits) -> None:
        self._decoder = decoder(encoding)
        self._packed = isinstance(self._decoder, _Unpacked)
        self._type, self._length, self._limits = content_type, length, limits
        self._parts = list[bytes]()
        self._came = 0
        self._most = limits.file_bytes
        self.held = 0

    async def read(self, source: Source, room: Room, clock: asyncio.Timeout) -> Body:
        """All of it, or as much as is kept; waiting for room is not counted by the clock."""
        while piece := await source.readany():
            while piece:  # what unpacks to much does so bit by bit
                if not self.held and self._came + _PIECE > SMALL:
                    await self._make_room(room, clock)
                data, piece = self._decoder.feed(piece, _PIECE)
                self._keep(data)
                if self._came > self._most:
                    return self._body(cut=True)
        self._keep(self._decoder.end())
        return self._body(cut=False)

    def _keep(self, data: bytes) -> None:
        if not data:
            return
        if not self._parts:
            self._most = most_of(self._type, data, self._limits)
        self._parts.append(data)
        self._came += len(data)

    async def _make_room(self, room: Room, clock: asyncio.Timeout) -> None:
        loop = asyncio.get_running_loop()
        before, until = loop.time(), clock.when()
        clock.reschedule(None)
        self.held = await room.take(self._wanted())
        clock.reschedule(None if until is None else until + loop.time() - before)

    def _wanted(self) -> int:
        known = self._most if self._packed or self._length is None else self._length
        return min(known, self._most)

    def _body(self, *, cut: bool) -> Body:
        if self._came > self._most:
            self._parts[-1] = self._parts[-1][: self._most - self._came]
        data = b"".join(self._parts)
        self._parts.clear()
        known = 0 if self._packed else self._length or 0
        return Body(data, max(known, len(data)), cut)
