"""A link on its way: what is done next after each answer. No network, no clock: answers in, the next step out."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from yarl import URL

from prongsai.core.links.link import Before, Failure, Fetched, Hop, Request
from prongsai.links.addresses import is_public, literal, target_of
from prongsai.links.certificates import INCOMPLETE, OUTDATED, UNTRUSTED
from prongsai.links.exchange import Answer, Fault
from prongsai.links.limits import Limits

_AGAIN = frozenset({408, 429, 500, 502, 503, 504})


@dataclass(slots=True)
class Visit:
    """A request under way. ``robots_of``: it fetches the robots.txt of that site, for the pages that wait for it.

    ``cookies``: some sites set one, lead back to the same address, and look whether it is shown. They are of this visit
    and this host alone.
    """

    request: Request
    url: str
    place: str
    robots_of: str = ""
    robots_for: str = ""
    hops: list[Hop] = field(default_factory=list)
    failed: int = 0
    trusting: bool = True
    tls_fault: str = ""
    took: float = 0.0
    cookies: dict[str, str] = field(default_factory=dict)

    @property
    def site(self) -> str:
        """Scheme, name and port: what has a robots.txt."""
        return site_of(self.url)

    @property
    def before(self) -> Before:
        """What makes the request conditional; robots.txt is not."""
        return Before() if self.robots_of else self.request.before

    def move(self, url: URL) -> None:
        """Its next request goes there."""
        place = place_of(url)
        if place != self.place:
            self.trusting = True
            self.cookies.clear()
        self.url, self.place = str(url), place


@dataclass(frozen=True, slots=True)
class Done:
    """The visit is over with this."""

    result: Answer | Fault


@dataclass(frozen=True, slots=True)
class Again:
    """The same once more, after so many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class Onward:
    """A redirect."""

    url: URL


def place_of(url: URL) -> str:
    """The host as politeness counts it: 80 and 443 are one."""
    return f"{url.raw_host}" if url.port in (80, 443) else f"{url.raw_host}:{url.port}"


def site_of(url: str) -> str:
    """``https://host:port`` of an address."""
    return url[: url.index("/", 8)]


def begun(request: Request, limits: Limits) -> Visit | Fault:
    """A visit of the link, or why there can be none."""
    url = target_of(request.url)
    if url is None:
        return Fault(Failure.NOT_AN_ADDRESS)
    return _refused(url, limits) or Visit(request, str(url), place_of(url))


def robots_visit(visit: Visit) -> Visit:
    """The visit that must be made before this one."""
    return Visit(visit.request, visit.site + "/robots.txt", visit.place, robots_of=visit.site, robots_for=visit.place)


def after(visit: Visit, result: Answer | Fault, limits: Limits, now: datetime, chance: float) -> Done | Again | Onward:
    """What follows from an answer; the visit remembers it. ``chance`` in 0…1 scatters the pauses."""
    if isinstance(result, Fault):
        return _after_fault(visit, result, limits, chance)
    if result.orphan and visit.tls_fault == INCOMPLETE:
        visit.tls_fault = UNTRUSTED
    if result.leads_to:
        return _after_redirect(visit, result, limits)
    if result.status not in _AGAIN or visit.failed + 1 >= limits.tries:
        return Done(result)
    asked = _asked_to_wait(result, now)
    if asked is not None and asked > limits.longest_pause:
        return Done(result)
    visit.failed += 1
    return Again(max(asked or 0.0, _pause(visit, limits, chance)))


def _after_fault(visit: Visit, fault: Fault, limits: Limits, chance: float) -> Done | Again:
    if fault.certificate and visit.trusting:
        visit.trusting, visit.tls_fault = False, fault.certificate
        return Again(0.0)
    if fault.failure is Failure.TLS and visit.tls_fault == OUTDATED:
        visit.tls_fault = ""  # not even that: it speaks no TLS that anybody knows
    if not fault.again or visit.failed + 1 >= limits.tries:
        return Done(fault)
    visit.failed += 1
    return Again(_pause(visit, limits, chance))


def _after_redirect(visit: Visit, answer: Answer, limits: Limits) -> Done | Onward:
    target = target_of(answer.leads_to, URL(visit.url, encoded=True))
    visit.hops.append(Hop(visit.url, answer.status))
    if target is None:
        return Done(Fault(Failure.NOT_AN_ADDRESS))
    news = any(visit.cookies.get(name) != value for name, value in answer.cookies.items())
    visit.cookies.update(answer.cookies)
    if len(visit.hops) > limits.hops or (not news and any(hop.url == str(target) for hop in visit.hops)):
        return Done(Fault(Failure.TOO_MANY_HOPS))
    refused = _refused(target, limits)
    return Done(refused) if refused else Onward(target)


def _refused(url: URL, limits: Limits) -> Fault | None:
    """A number that is not public is refused before anybody is asked; names are when they are resolved."""
    number = literal(url.raw_host or "")
    return Fault(Failure.PRIVATE_ADDRESS) if number is not None and not is_public(number, limits.allow) else None


def _pause(visit: Visit, limits: Limits, chance: float) -> float:
    """Twice as long each time, somewhere between half and all of it, so that many do not come back at once."""
    longest: float = limits.pause * 2 ** (visit.failed - 1)
    return min(longest, limits.longest_pause) * (0.5 + chance / 2)


def _asked_to_wait(answer: Answer, now: datetime) -> float | None:
    """Seconds of Retry-After, which is a number or a date."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        until = parsedate_to_datetime(text)
    except (ValueError, IndexError, OverflowError):
        return None
    return max(0.0, (until.replace(tzinfo=until.tzinfo or UTC) - now).total_seconds())


def fetched(visit: Visit, result: Answer | Fault, at: datetime) -> Fetched:
    """All that is known at the end."""
    told = Fetched(
        url=visit.request.url,
        at=at,
        final_url=visit.url,
        hops=tuple(visit.hops),
        tls_fault=visit.tls_fault,
        took=visit.took,
        tries=visit.failed + 1,
    )
    if isinstance(result, Fault):
        return replace(told, failure=result.failure)
    body = result.body
    return replace(
        told,
        status=result.status,
        headers=result.headers,
        body=body.data,
        size=body.size,
        cut=body.cut,
        unchanged=result.status == 304,
    )
