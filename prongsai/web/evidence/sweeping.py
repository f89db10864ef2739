"""Files that no row knows: a process that is killed between writing a file and committing its row leaves one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from django.core.files.storage import default_storage
from django.utils import timezone

from prongsai.web.agencies.models import Agency
from prongsai.web.evidence.models import Evidence

FOLDER = "evidence"
#: Younger files may belong to a transaction that is still open.
YOUNG = timedelta(days=1)


def orphans() -> Iterator[str]:
    """Names in the storage of evidence files, older than a day, that no row of any agency has."""
    if not default_storage.exists(FOLDER):
        return
    known = {
        name
        for agency in Agency.objects.all()
        for row in Evidence.objects.of(agency).values_list("file", "shown", "small")
        for name in row
    }
    limit = timezone.now() - YOUNG
    for found in sorted(default_storage.listdir(FOLDER)[1]):
        name = f"{FOLDER}/{found}"
        if name not in known and default_storage.get_modified_time(name) < limit:
            yield name


def sweep() -> int:
    """Delete them; returns how many there were."""
    names = list(orphans())
    for name in names:
        default_storage.delete(name)
    return len(names)
