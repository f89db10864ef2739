"""The two agencies, made once for a module; every test gets them back as they were."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from django.test import override_settings
from pytest_django import DjangoDbBlocker

from tests.web.security.world import World, build


@pytest.fixture(autouse=True)
def _files_vanish_after_the_test() -> None:
    """In place of the fixture of that name: here the files vanish after the module, with the rows that name them."""


@pytest.fixture(scope="module")
def world(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[World]:
    """Everything in both agencies; taken back at the end of the module."""
    from django.conf import settings

    folder: Path = tmp_path_factory.mktemp("files")
    storages: Any = settings.STORAGES
    default = {**storages["default"], "OPTIONS": {"location": folder, "base_url": None}}
    with (
        django_db_blocker.unblock(),
        override_settings(STORAGES={**storages, "default": default}),
        transaction.atomic(),
    ):
        yield build()
        transaction.set_rollback(True)
