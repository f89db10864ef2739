"""Writes of the public pages: the pages as they were rendered, and the face of the portal."""

from __future__ import annotations

from django.utils import timezone

from prongsai.web.agencies.models import Agency
from prongsai.web.portal.answering import Ready
from prongsai.web.portal.models import KeptPage
from prongsai.web.portal.queries import READY

_LONGEST = 300  # letters of KeptPage.path


def keep_page(*, agency: Agency, path: str, language: str, generation: int, maker: str, page: Ready) -> None:
    """Keep a page in the place of what stood there; a path that is too long for an address of ours is not kept."""
    if len(path) > _LONGEST:
        return
    row = KeptPage(
        agency=agency,
        path=path,
        language=language,
        generation=generation,
        maker=maker,
        made_at=timezone.now(),
        **{name: getattr(page, name) for name in READY},
    )
    names = ("generation", "maker", "made_at", *READY)
    KeptPage.objects.of(agency).bulk_create(
        [row], update_conflicts=True, unique_fields=("path", "language"), update_fields=names
    )
