"""Files that no row knows: a process that is killed between writing a file and committing its row leaves one.

Domains that keep files in the same way (``keep`` of storing.py) name their folder in ``AppConfig.ready``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from prongsai.web.agencies.models import Agency
from prongsai.web.evidence.models import Evidence

#: The names of the files that the rows of an agency have.
NamesOf = Callable[[Agency], Iterable[str]]
#: Younger files may belong to a transaction that is still open.
YOUNG = timedelta(days=1)


def _of_evidence(agency: Agency) -> Iterator[str]:
    for row in Evidence.objects.of(agency).values_list("file", "shown", "small"):
        yield from row


_folders: dict[str, NamesOf] = {"evidence": _of_evidence}


def sweep_too(folder: str, names_of: NamesOf) -> None:
    """Have a folder of the storage swept, whose files rows of agencies know."""
    _folders[folder] = names_of


def orphans() -> Iterator[str]:
    """Names in the storage of kept files, older than a day, that no row of any agency has."""
    for folder, names_of in _folders.items():
        yield from _orphans(folder, names_of)


def _orphans(folder: str, names_of: NamesOf) -> Iterator[str]:
    if not default_storage.exists(folder):
        return
    limit = timezone.now() - YOUNG
    known = {name for agency in Agency.objects.all() for name in names_of(agency)}
    for found in sorted(default_storage.listdir(folder)[1]):
        name = f"{folder}/{found}"
        if name not in known and default_storage.get_modified_time(name) < limit:
            yield name


def sweep() -> int:
    """Delete them; returns how many there were."""
    names = list(orphans())
    for name in names:
        default_storage.delete(name)
    return len(names)
