"""What was recorded: the entries that count, and their evidence."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from prongsai.web.evidence.queries import Evidence
from prongsai.web.measures.models import Measure, Progress


def counted(measure: Measure) -> QuerySet[Progress]:
    """The entries of a measure that no correction has replaced, newest first."""
    return Progress.objects.of(measure.agency_id).filter(measure=measure, replaced_by=None)


def sent_before(measure: Measure, key: UUID | None) -> Progress | None:
    """The entry that the same form has made already, if any."""
    if key is None:
        return None
    return Progress.objects.of(measure.agency_id).filter(measure=measure, key=key).first()


def evidence_ids(agency_id: int, entries: Iterable[int]) -> set[int]:
    """The pieces of evidence, not taken off, that these entries have."""
    found = Evidence.objects.of(agency_id).filter(progress__in=tuple(entries), removed_at=None)
    return set(found.values_list("pk", flat=True))
