"""One request and what comes back: an answer or a fault, never an exception. Redirects are not followed here."""

from __future__ import annotations

import asyncio
import errno
import socket
from asyncio.sslproto import SSLProtocol
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import islice

import aiohttp
from aiohttp import hdrs
from yarl import URL

from prongsai.core.links.link import Before, Failure
from prongsai.links.bodies import Body, Reading, Room, Undecodable
from prongsai.links.certificates import fault_of, looking, trusting
from prongsai.links.guard import PrivateAddress, PublicResolver, connector
from prongsai.links.limits import KILOBYTE, Limits

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_UNKNOWN_FOR_NOW = {socket.EAI_AGAIN}
_OURS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS})
_COOKIES, _LONGEST_COOKIE = 10, 2000
_LINE, _FIELDS, _BUFFER = 8190, 100, 256 * KILOBYTE
# Every TLS connection of asyncio holds a buffer of a quarter of a megabyte, also while it waits for the next link of
# its host, and a thousand of them are open here. A record of TLS has 16 KB: a smaller buffer makes nothing slower.
SSLProtocol.max_size = 32 * KILOBYTE


@dataclass(frozen=True, slots=True)
class Answer:
    """A server spoke HTTP. ``headers`` with lower-case names; ``leads_to`` of a redirect, as written.

    ``held``: what its body took of the room. ``orphan``: of its certificate nobody can find the issuer. ``cookies``:
    what a redirect wants to be shown again.
    """

    status: int
    headers: Mapping[str, str]
    body: Body = field(default_factory=Body)
    leads_to: str = ""
    held: int = 0
    orphan: bool = False
    cookies: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Fault:
    """Nothing came, or not all. ``again``: it may be otherwise a little later. ``certificate``: its fault."""

    failure: Failure
    again: bool = False
    certificate: str = ""


class Opener:
    """Opens addresses with one client for all: no cookies from link to link, no proxy, no credentials."""

    def __init__(self, limits: Limits, resolver: PublicResolver | None = None) -> None:
        self._limits = limits
        self._of_robots = replace(limits, page_bytes=limits.robots_bytes, file_bytes=limits.robots_bytes)
        self._resolver = resolver or PublicResolver(limits.allow)
        self.room = Room(limits.held_bytes)
        self._orphans = set[str]()
        self._trusting, self._looking = trusting(), looking(self._orphans)
        self._connector = connector(limits, self._resolver)
        self._session = aiohttp.ClientSession(
            connector=self._connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            timeout=aiohttp.ClientTimeout(total=None, sock_connect=limits.connect, sock_read=limits.read),
            headers={
                hdrs.USER_AGENT: limits.user_agent,
                hdrs.ACCEPT: "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
                hdrs.ACCEPT_LANGUAGE: "th,en;q=0.5",
                hdrs.ACCEPT_ENCODING: "gzip, deflate",
            },
            auto_decompress=False,  # our own counts what it unpacks
            max_line_size=_LINE,
            max_field_size=_LINE,
            max_headers=_FIELDS,
            read_bufsize=_BUFFER,
        )

    async def close(self) -> None:
        """Ends all connections at once."""
        await self._session.close()
        await self._resolver.close()

    def forget_names(self) -> None:
        """The next connection looks its name up anew."""
        self._connector.clear_dns_cache()

    async def open(
        self,
        url: URL,
        before: Before,
        *,
        trusting: bool = True,
        keep: bool = False,
        robots: bool = False,
        cookies: Mapping[str, str] | None = None,
    ) -> Answer | Fault:
        """One request. ``trusting``: as a browser would; ``keep`` the connection for the next of this host."""
        limits = self._of_robots if robots else self._limits
        headers = _asked_for(before, keep)
        if cookies:
            headers[hdrs.COOKIE] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        context = self._trusting if trusting else self._looking
        try:
            async with asyncio.timeout(limits.total) as clock:
                asked = self._session.get(url, headers=headers, allow_redirects=False, ssl=context)
                async with asked as response:
                    return await self._read(response, limits, clock)
        except (TimeoutError, aiohttp.ClientError, OSError, ValueError) as error:
            return fault(error)

    async def _read(self, response: aiohttp.ClientResponse, limits: Limits, clock: asyncio.Timeout) -> Answer:
        headers = _plain(response.headers)
        leads_to = response.headers.get(hdrs.LOCATION, "") if response.status in _REDIRECTS else ""
        if leads_to or response.status == 304:
            _drop_unless_short(response)
            cookies = _cookies(response.headers.getall(hdrs.SET_COOKIE, ()))
            return Answer(
                response.status, headers, leads_to=leads_to, orphan=self._is_orphan(response), cookies=cookies
            )
        reading = Reading(
            headers.get("content-encoding", ""), headers.get("content-type", ""), response.content_length, limits
        )
        try:
            body = await reading.read(response.content, self.room, clock)
        except BaseException:
            await self.room.give_back(reading.held)
            raise
        if body.cut:
            response.close()  # what is still on its way is not read
        return Answer(response.status, headers, body, held=reading.held, orphan=self._is_orphan(response))

    def _is_orphan(self, response: aiohttp.ClientResponse) -> bool:
        return bool(self._orphans) and response.url.raw_host in self._orphans


def _asked_for(before: Before, keep: bool) -> dict[str, str]:
    headers: dict[str, str] = {} if keep else {hdrs.CONNECTION: "close"}
    if before.etag:
        headers[hdrs.IF_NONE_MATCH] = before.etag
    if before.last_modified:
        headers[hdrs.IF_MODIFIED_SINCE] = before.last_modified
    return headers


def _cookies(lines: Iterable[str]) -> dict[str, str]:
    """A few short ones, without what is said of them."""
    pairs = (line.partition(";")[0].partition("=") for line in islice(lines, _COOKIES))
    return {name.strip(): value.strip() for name, _, value in pairs if len(value) < _LONGEST_COOKIE}


def _drop_unless_short(response: aiohttp.ClientResponse) -> None:
    """The page under a redirect is not looked at; a long one is not even taken."""
    if (response.content_length or 0) > _BUFFER or response.content_length is None:
        response.close()


def _plain(headers: Mapping[str, str]) -> dict[str, str]:
    """Lower-case names; a header that comes twice is one list. Bytes that are no UTF-8 are Thai of old servers."""
    found = dict[str, str]()
    for name, value in headers.items():
        key, text = name.lower(), _text(value)
        found[key] = f"{found[key]}, {text}" if key in found else text
    return found


def _text(value: str) -> str:
    if value.isascii():
        return value
    raw = value.encode("utf-8", "surrogateescape")
    try:
        return raw.decode()
    except UnicodeDecodeError:
        return raw.decode("cp874", "replace")


def fault(error: Exception) -> Fault:
    """What an error of the client means."""
    cause = _cause(error)
    if isinstance(cause, PrivateAddress):
        return Fault(Failure.PRIVATE_ADDRESS)
    if isinstance(error, aiohttp.ClientConnectorCertificateError):
        return Fault(Failure.TLS, certificate=fault_of(error.certificate_error))
    if isinstance(error, aiohttp.ClientConnectorSSLError):
        return Fault(Failure.TLS, certificate=fault_of(error))
    if isinstance(error, asyncio.TimeoutError):
        return Fault(Failure.TIME_OUT, again=True)
    if isinstance(error, aiohttp.ClientConnectorDNSError) or isinstance(cause, socket.gaierror):
        return Fault(Failure.NO_SUCH_HOST, again=getattr(cause, "errno", None) in _UNKNOWN_FOR_NOW)
    if isinstance(error, aiohttp.ClientConnectorError):
        return Fault(Failure.REFUSED, again=True)
    if isinstance(error, (aiohttp.ClientResponseError, Undecodable)):
        return Fault(Failure.BAD_ANSWER)
    if isinstance(error, (aiohttp.InvalidURL, UnicodeError)):
        return Fault(Failure.NOT_AN_ADDRESS)
    return Fault(Failure.CUT_OFF, again=True)


def _cause(error: BaseException) -> BaseException:
    """The first error of the system behind it."""
    while (deeper := getattr(error, "os_error", None) or error.__cause__) is not None and deeper is not error:
        error = deeper
    return error
