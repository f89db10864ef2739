"""Rows of an agency that are written once."""

from __future__ import annotations

from typing import ClassVar, Self, TypeVar

from django.db import models

from prongsai.web.agencies.scope import AgencyOwned, AgencyScope
from prongsai.web.site.kept import KeptRows, WrittenOnce

M = TypeVar("M", bound=models.Model)


class KeptScope(AgencyScope[M]):
    """The rows of one agency, to read and to add to."""

    _queryset_class = KeptRows


class KeptManager(models.Manager[M]):
    """All rows, for Django's own inner workings."""

    _queryset_class = KeptRows


class Kept(WrittenOnce, AgencyOwned):
    """The base of models whose rows are never changed or deleted: not by the code, and not past it."""

    kept_for_ever = True  # the database refuses changes too: see guards.py

    objects: ClassVar[KeptScope[Self]] = KeptScope()
    unscoped: ClassVar[KeptManager[Self]] = KeptManager()

    class Meta(AgencyOwned.Meta):
        abstract = True
