"""Files and rows together: what fails leaves neither."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from uuid import uuid4

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models.fields.files import FieldFile

_written: ContextVar[list[FieldFile] | None] = ContextVar("written", default=None)


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """One transaction, whose files are removed again where it fails. May stand inside another of its kind."""
    outer = _written.get()
    written: list[FieldFile] = []
    token = _written.set(written)
    try:
        with transaction.atomic():
            yield
    except BaseException:
        for field in written:
            field.storage.delete(str(field.name))
        raise
    finally:
        _written.reset(token)
    if outer is not None:
        outer.extend(written)


def keep(field: FieldFile, data: bytes) -> None:
    """Write the bytes under a name that nobody can guess; the row is saved by the caller.

    Only inside ``all_or_nothing``: a file written elsewhere would outlive a failure.
    """
    written = _written.get()
    if written is None:
        raise RuntimeError("keep() is called inside all_or_nothing()")
    field.save(uuid4().hex, ContentFile(data), save=False)
    written.append(field)
