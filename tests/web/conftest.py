"""Fixtures of the web tests: the cast, and a client for each person."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client

from prongsai.web.accounts.models import Person
from tests.cast import Cast, assemble


@pytest.fixture
def cast(db: None) -> Cast:
    """The cast in the database of the test."""
    return assemble()


@pytest.fixture
def signed_in() -> Callable[[Person], Client]:
    """A client of somebody who has signed in."""

    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
        return client

    return sign_in
