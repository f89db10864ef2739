"""Writes of the public pages: the pages as they were rendered, and the face of the portal."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.portal.answering import Ready
from prongsai.web.portal.emblems import TYPE, redrawn
from prongsai.web.portal.models import Front, KeptPage
from prongsai.web.portal.queries import READY, front_of
from prongsai.web.published.actions import renew_pages
from prongsai.web.site.refusals import Stale, refuse

_LONGEST = 300  # letters of KeptPage.path


def keep_page(*, agency: Agency, path: str, language: str, generation: int, maker: str, page: Ready) -> None:
    """Keep a page in the place of what stood there; a path that is too long for an address of ours is not kept.

    Pages from before the agency's last act are gone with that: they may hold what was withdrawn.
    """
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
    KeptPage.objects.of(agency).filter(generation__lt=generation).delete()
    names = ("generation", "maker", "made_at", *READY)
    KeptPage.objects.of(agency).bulk_create(
        [row], update_conflicts=True, unique_fields=("path", "language"), update_fields=names
    )


@transaction.atomic
def change_front(
    *, by: Person, agency: Agency, version: int, values: dict[str, Any], emblem: bytes | None = None, bare: bool = False
) -> Front:
    """Change how the public pages look; all of them are made anew. ``emblem`` is a picture, ``bare`` takes it off.

    Raises Stale when somebody else wrote first, Refused for a picture that cannot be shown and a host that is taken.
    """
    front = front_of(agency)
    if front.version != version:
        raise Stale
    before = {name: getattr(front, name) for name in values}
    for name, value in values.items():
        setattr(front, name, value)
    picture = _set_emblem(front, emblem, bare)
    if (changed := front.pk is not None) and before == values and not picture:
        return front
    front.version += changed
    try:
        with transaction.atomic():
            front.save()
    except IntegrityError as twice:
        raise refuse(
            f"ชื่อโฮสต์ {front.host} เป็นของหน่วยงานอื่นในระบบนี้แล้ว โปรดตรวจชื่อโฮสต์",
            f"The host {front.host} belongs to another agency here. Please check its name.",
        ) from twice
    record(
        by=by,
        agency=agency,
        kind=EventKind.PORTAL_CHANGED,
        subject=front,
        before=before,
        after=values | ({"emblem": picture} if picture else {}),
    )
    renew_pages(agency=agency)
    return front


def _set_emblem(front: Front, emblem: bytes | None, bare: bool) -> str:
    """A new file, or none; its name tells the history which. The old file stays: other versions of it were public."""
    if emblem is not None:
        drawn = redrawn(emblem)
        name = f"{hashlib.sha256(drawn).hexdigest()[:16]}.png"
        front.emblem.save(f"{front.agency.slug}-{name}", ContentFile(drawn), save=False)
        front.emblem_type = TYPE
        return name
    if bare and front.emblem:
        front.emblem, front.emblem_type = "", ""
        return "–"
    return ""
