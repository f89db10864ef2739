"""One page and what should be thought of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime

from prongsai.core.framework.rules import YearRule
from prongsai.core.links.link import Expected, Fetched, Hop, Reason, Request, State

AT = datetime(2026, 4, 2, 1, 2, 3, tzinfo=UTC)
URL = "https://www.nongphailai.go.th/o12"


@dataclass(frozen=True, slots=True)
class Case:
    """``noticed`` are the reasons that should be given, in any order; what is fine may have such that are no fault."""

    name: str
    body: str | bytes
    state: State = State.FINE
    noticed: tuple[Reason, ...] = ()
    url: str = URL
    final: str = ""
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=lambda: {"content-type": "text/html; charset=utf-8"})
    rule: YearRule = YearRule.NONE
    charset: str = "utf-8"

    @property
    def request(self) -> Request:
        """For fiscal year 2566."""
        return Request(self.url, Expected(2566, self.rule))

    @property
    def fetched(self) -> Fetched:
        """As it came."""
        body = self.body if isinstance(self.body, bytes) else self.body.encode(self.charset)
        hops = (Hop(self.url, 302),) if self.final else ()
        return Fetched(
            self.url,
            AT,
            final_url=self.final or self.url,
            hops=hops,
            status=self.status,
            headers=self.headers,
            body=body,
            size=len(body),
        )
