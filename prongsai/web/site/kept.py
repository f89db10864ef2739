"""Rows that are written once: Python refuses what the history's triggers refuse too, and says so earlier."""

from __future__ import annotations

from typing import Any, Never, TypeVar

from django.db import models

M = TypeVar("M", bound=models.Model)


class HistoryIsKept(RuntimeError):
    """Somebody tried to change or delete the history."""


class KeptRows(models.QuerySet[M]):
    """Rows to read and to add to, nothing else."""

    def update(self, **values: Any) -> Never:
        """Never."""
        raise HistoryIsKept("events are never changed")

    def delete(self) -> Never:
        """Never."""
        raise HistoryIsKept("events are never deleted")

    def bulk_update(self, *args: Any, **options: Any) -> Never:
        """Never."""
        raise HistoryIsKept("events are never changed")

    def bulk_create(self, objs: Any, *args: Any, update_conflicts: bool = False, **options: Any) -> list[M]:
        """New rows; never in the place of old ones."""
        if update_conflicts:
            raise HistoryIsKept("events are never changed")
        return super().bulk_create(objs, *args, **options)


class WrittenOnce(models.Model):
    """The base of a model whose rows are never changed or deleted."""

    class Meta:
        abstract = True

    def save(self, *args: Any, **options: Any) -> None:
        """Only new rows: an old one is never changed."""
        if self.pk is not None:
            raise HistoryIsKept("an event is never changed")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> Never:
        """Never."""
        raise HistoryIsKept("an event is never deleted")
