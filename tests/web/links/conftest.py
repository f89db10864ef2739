"""A website on loopback that the checker may open."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from prongsai.links.limits import Limits, allowed_networks
from prongsai.web.links.actions import opening
from tests.web.links.server import Site, site


@pytest.fixture
def web(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """The site; the limits allow loopback, and hurry."""
    here = allowed_networks("127.0.0.0/8")
    quick = Limits(per_second=0, per_host=8, tries=1, connect=2, read=2, total=3, patience=100, allow=here)
    monkeypatch.setattr(opening, "limits_of_here", lambda: quick)
    with site() as running:
        yield running
