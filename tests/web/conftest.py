"""Fixtures of the web tests: the cast, a client for each person, and a look at every event that a test records."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.db.models.signals import post_save
from django.test import Client

from prongsai.core.events.fields import HIDDEN, label
from prongsai.web.accounts.models import Person
from prongsai.web.audit.models import Event
from tests.cast import Cast, assemble
from tests.site.page_checker import CheckedClient


@pytest.fixture(autouse=True)
def _attempts_are_forgotten() -> None:
    """The counters of allauth's rate limits live in the cache, which outlives a test: on a fast machine others' signing
    in, and an account that has the same number as one of an earlier test, would add up to a refusal.
    """
    cache.clear()


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


def _every_value_has_a_label(instance: Event, **_: Any) -> None:
    """The history page shows no stored name: what an action keeps must be called something in core.events.fields."""
    names = (instance.before.keys() | instance.after.keys()) - HIDDEN
    bare = sorted(name for name in names if label(instance.subject_type, name) is None)
    assert not bare, f"no label in core/events/fields.py for {bare} of {instance.subject_type}"


post_save.connect(_every_value_has_a_label, sender=Event, dispatch_uid="labels of the history")
