"""What a check looks at."""

from __future__ import annotations

from dataclasses import dataclass

from prongsai.core.links.link import Fetched, Request
from prongsai.core.links.pages import Page
from prongsai.core.links.paper import Paper


@dataclass(frozen=True, slots=True)
class Seen:
    """An answer with its kind (see kinds.py), its page where it is HTML, its paper where a file was opened."""

    fetched: Fetched
    request: Request
    kind: str
    page: Page | None
    paper: Paper | None

    @property
    def came(self) -> bool:
        """Whether there is content to look at, and the server does not itself call it a fault."""
        status = self.fetched.status
        return self.fetched.failure is None and not self.fetched.unchanged and status is not None and status < 300

    @property
    def asks(self) -> str:
        """The address that was asked for."""
        return self.request.url

    @property
    def answers(self) -> str:
        """The address that answered, after all redirects."""
        return self.fetched.final_url or self.fetched.url
