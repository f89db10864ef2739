"""The cast serves the tests of the whole site too."""

from __future__ import annotations

from tests.web.conftest import cast, signed_in

__all__ = ("cast", "signed_in")
