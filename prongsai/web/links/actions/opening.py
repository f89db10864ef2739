"""Opening links: taken in turn, opened politely, each kept as soon as it is there: a stop loses nothing done."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from prongsai.core.links.link import Request, State
from prongsai.links import archive
from prongsai.links.checking import Checked, Kept
from prongsai.links.limits import Limits
from prongsai.web.links import pump
from prongsai.web.links.actions.keeping import keep_checked
from prongsai.web.links.actions.taking import Selection, Taken, give_back, take
from prongsai.web.links.models import Link, Receipt
from prongsai.web.links.queries import archive_root, sealed

logger = logging.getLogger(__name__)

#: So many links are taken at a time.
WAVE = 1000
#: Called with each link when its look has been kept.
OnKept = Callable[[Link], None]


@task()
def check_wanted(*, agency_id: int) -> None:
    """Open the links of an agency that people wait for; asked for twice, the second finds nothing left to do."""
    now = timezone.now()
    open_links(selection=Selection(since=now, by=now, agencies=(agency_id,), wanted=True))


def open_links(*, selection: Selection, on_kept: OnKept | None = None) -> int:
    """Open what the selection says, until nothing of it is left; returns how many looks were kept.

    An address that several agencies show is opened once for all of them. What was taken and not opened is given back.
    """
    limits, asked, kept = limits_of_here(), _Asked(selection), 0
    results = pump.open_all(asked.more, limits)
    try:
        for checked in results:
            for one in asked.waiting.pop(checked.request):
                if (link := _kept(one, checked, limits)) is not None:
                    kept += 1
                    if on_kept is not None:
                        on_kept(link)
    finally:
        results.close()
        give_back(taken=[one for many in asked.waiting.values() for one in many])
    return kept


class _Asked:
    """What was taken and is on its way: a request to the links of all agencies that wait for its answer."""

    def __init__(self, selection: Selection) -> None:
        self.waiting: dict[Request, list[Taken]] = {}
        self._selection = selection
        self._seen: set[int] = set()  # whatever the clock does, one run opens a link once

    def more(self) -> Sequence[Request]:
        """Requests that are not on their way yet; none where nothing is left of the selection."""
        while taken := take(selection=self._selection, most=WAVE):
            new = [one for one in taken if one.link_id not in self._seen]
            fresh = dict.fromkeys(one.request for one in new if one.request not in self.waiting)
            for one in new:
                self._seen.add(one.link_id)
                self.waiting.setdefault(one.request, []).append(one)
            if fresh:
                return list(fresh)
        return []


def limits_of_here() -> Limits:
    """The limits of this installation: its address tells servers who asks, its own networks may be opened if named."""
    return Limits(allow=settings.LINKS_ALLOW, about=settings.SITE_URL)


def _kept(one: Taken, checked: Checked, limits: Limits) -> Link | None:
    """Keep a look, with its proof where that is due. A fault of ours with one link stops no other."""
    try:
        proof = proof_of(one, checked, limits)
        return keep_checked(agency=one.agency, link_id=one.link_id, checked=checked, kept=proof)
    except Exception:
        logger.exception("what link %s showed could not be kept", one.link_id)
        return None


def proof_of(one: Taken, checked: Checked, limits: Limits) -> Kept | None:
    """The answer in the archive, where it opened and a receipt is due. A full disk costs the proof, not the look."""
    fetched, verdict = checked.fetched, checked.verdict
    opened = verdict.state in (State.FINE, State.DOUBTFUL) and fetched.body and not fetched.unchanged
    provable = opened and one.request.url.isprintable()  # a receipt has its address on one line
    if not provable or not one.is_receipt_due(verdict.sha256, fetched.at):
        return None
    rows = Receipt.objects.of(one.agency).filter(url=one.request.url, payload_sha256=verdict.sha256)
    first = rows.order_by("number").first()  # in its record the bytes lie; later ones refer to it
    answer = archive.Answer(fetched, sealed(first) if first else None)
    try:
        return archive.keep(archive_root(), one.agency.slug, [answer], agent=limits.user_agent)[0]
    except OSError:
        logger.exception("the proof of link %s could not be written", one.link_id)
        return None
