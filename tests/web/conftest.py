"""Fixtures of the web tests: the cast, and a client for each person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from prongsai.web.accounts.models import Person
from tests.cast import Cast, assemble
from tests.site.page_checker import CheckedClient


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast in the database of the test."""
    return assemble()


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    """A client of somebody who has signed in; it checks every page that it fetches (see tests/site/page_checker.py)."""

    def sign_in(person: Person) -> Client:
        client = CheckedClient()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
