"""The cast with things that are public."""

from __future__ import annotations

import pytest

from tests.cast import Cast
from tests.factories.publishing import put_out


@pytest.fixture
def portal(cast: Cast) -> Cast:
    """The cast, with the budget plan and its paper published."""
    put_out(cast.agency, cast.somying)
    return cast
