"""What an agency published, corrected and withdrew of late: for feeds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db.models.functions import Coalesce

from prongsai.core.publication.canonical import read
from prongsai.core.publication.content import Content
from prongsai.web.agencies.models import Agency
from prongsai.web.published.models import Edition, Withdrawal


@dataclass(frozen=True, slots=True)
class News:
    """An edition, with what became of it. What is withdrawn has no content for anybody."""

    edition: Edition
    withdrawal: Withdrawal | None
    content: Content | None

    @property
    def changed_at(self) -> datetime:
        """When it was published, or withdrawn."""
        return self.withdrawal.withdrawn_at if self.withdrawal else self.edition.published_at


def news_of(agency: Agency, most: int) -> list[News]:
    """The last so many acts, the newest first: one an edition. One query."""
    moment = Coalesce("withdrawal__withdrawn_at", "published_at")
    found = Edition.objects.of(agency).select_related("publication", "withdrawal").annotate(moment=moment)
    return [_news(one) for one in found.order_by("-moment", "-pk")[:most]]


def _news(edition: Edition) -> News:
    withdrawal = getattr(edition, "withdrawal", None)
    return News(edition, withdrawal, None if withdrawal else read(edition.content))
