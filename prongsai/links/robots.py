"""What a site's robots.txt asks for (RFC 9309), read by Protego as the big crawlers do."""

from __future__ import annotations

from dataclasses import dataclass

from protego import Protego

from prongsai.core.links.link import Failure
from prongsai.links.exchange import Answer, Fault
from prongsai.links.limits import Limits

#: What robots.txt calls us.
TOKEN = "prongsai"  # noqa: S105 -- a name, not a secret
#: Seconds for which a site that gave no robots.txt is left alone.
REFUSAL_AGE = 600.0
#: The site cannot be reached at all: its links fail as its robots.txt did.
_UNREACHABLE = frozenset(
    {Failure.NO_SUCH_HOST, Failure.PRIVATE_ADDRESS, Failure.REFUSED, Failure.TIME_OUT, Failure.TLS}
)


@dataclass(frozen=True, slots=True)
class Rules:
    """What one site asks for. ``refusal``: no page may be opened, and this is why. ``until`` on the loop's clock."""

    until: float
    delay: float = 0.0
    refusal: Failure | None = None
    parsed: Protego | None = None

    def refuses(self, url: str) -> Failure | None:
        """Why this page is not opened; None where it may be."""
        if self.refusal is not None:
            return self.refusal
        allowed = self.parsed is None or self.parsed.can_fetch(url, TOKEN)
        return None if allowed else Failure.ROBOTS


def rules_of(result: Answer | Fault, limits: Limits, now: float) -> Rules:
    """Rules from what came for robots.txt.

    As RFC 9309 says: what is not there (4xx, or an endless chain of redirects) forbids nothing; what fails (5xx, a line
    that breaks) forbids all for a while. A site that is not there at all tells that of each of its links.
    """
    if isinstance(result, Fault):
        if result.failure is Failure.TOO_MANY_HOPS:
            return Rules(now + limits.robots_age)
        known = result.failure in _UNREACHABLE
        return Rules(now + REFUSAL_AGE, refusal=result.failure if known else Failure.ROBOTS)
    if result.status >= 500:
        return Rules(now + REFUSAL_AGE, refusal=Failure.ROBOTS)
    if result.status >= 300:
        return Rules(now + limits.robots_age)
    parsed = Protego.parse(result.body.data.decode("utf-8", "replace"))
    asked = parsed.crawl_delay(TOKEN) or 0.0
    return Rules(now + limits.robots_age, min(float(asked), limits.longest_delay), parsed=parsed)
