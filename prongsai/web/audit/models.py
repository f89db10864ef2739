"""The history: who did what, from what to what. Append-only."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from prongsai.web.audit.kept import Kept


class Event(Kept):
    """One thing that happened. ``before`` and ``after`` hold the values that changed; the person is a reference."""

    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    through = models.CharField(max_length=200, blank=True)  # "ลิงก์ของกองช่าง": where nobody was signed in
    kind = models.CharField(max_length=40)  # an EventKind; without choices, so that a new kind needs no migration
    subject_type = models.CharField(max_length=40)
    subject_id = models.BigIntegerField()
    subject = models.CharField(max_length=300)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)
    reason = models.TextField(blank=True)

    class Meta(Kept.Meta):
        ordering = ("-at", "-id")
        indexes = (
            models.Index(fields=("agency", "-at", "-id"), name="event_newest"),
            models.Index(fields=("agency", "subject_type", "subject_id"), name="event_subject"),
        )

    class Privacy:
        public = ()
        internal = ("id", "agency", "at", "kind", "subject_type", "subject_id", "subject", "before", "after", "reason")
        personal = ("by", "through")
        sealed = ()
        retention = "as long as the agency"
