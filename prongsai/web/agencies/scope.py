"""Every row belongs to an agency, and is reached only through it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Self, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class UnscopedAccess(RuntimeError):
    """Rows of an agency were asked for without naming the agency."""


class AgencyScope(models.Manager[M]):
    """The manager of agency-owned models: only ``of(agency)`` reads, only ``add(agency=…)`` writes."""

    def get_queryset(self) -> models.QuerySet[M]:
        raise UnscopedAccess(f"{self.model.__name__}.objects.of(agency): rows are reached through their agency")

    def of(self, agency: Any) -> models.QuerySet[M]:
        """The rows of one agency (an Agency or its id)."""
        return super().get_queryset().filter(agency=agency)

    def of_these(self, agencies: Iterable[Any]) -> models.QuerySet[M]:
        """The rows of some agencies (Agency objects or ids)."""
        return super().get_queryset().filter(agency__in=list(agencies))

    def add(self, **values: Any) -> M:
        """One new row; ``agency`` must be among the values."""
        if "agency" not in values and "agency_id" not in values:
            raise UnscopedAccess(f"{self.model.__name__}.objects.add(agency=…): a row belongs to an agency")
        return super().get_queryset().create(**values)

    def add_all(self, rows: list[M]) -> list[M]:
        """Many new rows in one statement; each names its agency."""
        return super().get_queryset().bulk_create(rows)


class AgencyOwned(models.Model):
    """The base of every model whose rows belong to an agency.

    Database triggers (see guards.py) refuse a child whose parent belongs to another agency.
    """

    agency = models.ForeignKey("agencies.Agency", on_delete=models.PROTECT, related_name="+")

    objects: ClassVar[AgencyScope[Self]] = AgencyScope()
    unscoped: ClassVar[models.Manager[Self]] = models.Manager()  # for Django's own inner workings and migrations

    class Meta:
        abstract = True
        base_manager_name = "unscoped"
        default_manager_name = "unscoped"
