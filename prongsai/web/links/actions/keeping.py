"""Keeping what a look found: the state of the link, its history, and the receipt of what was shown."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from prongsai.core.links import receipt as receipts
from prongsai.core.links.judging import renewed
from prongsai.core.links.link import Verdict
from prongsai.core.links.schedule import next_opening
from prongsai.core.links.uptime import SILENCE
from prongsai.links.checking import Checked, Kept
from prongsai.web.agencies.models import Agency
from prongsai.web.links.models import Link, Receipt, Spell, State
from prongsai.web.links.queries import former_verdict, sealed


@transaction.atomic
def keep_checked(*, agency: Agency, link_id: int, checked: Checked, kept: Kept | None = None) -> Link | None:
    """Keep one look at a link: its state, its history, and where ``kept`` is given a receipt of what it showed.

    Kept twice it changes nothing; a look older than the one that is kept changes nothing either. None where the link
    is not there. Looks at one agency's links wait for each other: its receipts are one chain.
    """
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    link = Link.objects.of(agency).select_for_update().filter(pk=link_id).first()
    at = checked.fetched.at
    if link is None or (link.checked_at is not None and link.checked_at >= at):
        return link
    verdict = _verdict(link, checked)
    if kept is not None:
        _receipt(agency, link, checked, kept)
    in_a_row = _spell(link, verdict, checked)
    _found(link, verdict, checked)
    if link.due_at is not None:  # nothing shows it any more: it is not opened again
        link.due_at = next_opening(link.url, verdict.state, link.failures or in_a_row, at)
    link.save()
    return link


def _verdict(link: Link, checked: Checked) -> Verdict:
    """An answer that was unchanged says nothing of the content: that is judged as it was."""
    return renewed(former_verdict(link), checked.verdict) if checked.fetched.unchanged else checked.verdict


def _spell(link: Link, verdict: Verdict, checked: Checked) -> int:
    """Continue the stretch in which every look found the same, or begin one; returns how many looks are in it."""
    at, noticed = checked.fetched.at, noticed_as_rows(verdict)
    last = Spell.objects.of(link.agency_id).filter(link=link).order_by("-first_at", "-pk").first()
    found: dict[str, Any] = {"state": verdict.state.value, "noticed": noticed, "status": checked.fetched.status}
    same = last is not None and all(getattr(last, name) == value for name, value in found.items())
    if last is None or not same or at - last.last_at > SILENCE:
        Spell.objects.add(agency_id=link.agency_id, link=link, sha256=verdict.sha256, first_at=at, last_at=at, **found)
        return 1
    last.last_at, last.checks = at, last.checks + 1
    last.sha256 = verdict.sha256 or last.sha256
    last.save(update_fields=["last_at", "checks", "sha256"])
    return last.checks


def _found(link: Link, verdict: Verdict, checked: Checked) -> None:
    """The link as the look found it. What was known of the content stays where nothing came."""
    fetched, at = checked.fetched, checked.fetched.at
    if link.state != verdict.state.value or link.since is None:
        link.state, link.since = verdict.state.value, at
    link.failures = link.failures + 1 if link.state == State.BROKEN else 0
    link.noticed, link.status = noticed_as_rows(verdict), fetched.status
    link.final_url = _line(fetched.final_url, 2000) if fetched.final_url != link.url else ""
    link.took_ms, link.checked_at = round(fetched.took * 1000), at
    link.taken_until = None
    if link.wanted_at is not None and link.wanted_at <= at:
        link.wanted_at = None
    if not fetched.unchanged:
        _content(link, verdict, checked)


def _content(link: Link, verdict: Verdict, checked: Checked) -> None:
    """What came. Where nothing did, or a page that tells of a fault, what was known stays, and is asked for anew."""
    fetched = checked.fetched
    came = fetched.failure is None and fetched.status is not None and fetched.status < 300
    link.etag = _mark(fetched.headers.get("etag", ""), 300) if came else ""
    link.last_modified = _mark(fetched.headers.get("last-modified", ""), 100) if came else ""
    if not came or not verdict.sha256:
        return
    if link.sha256 and link.sha256 != verdict.sha256:
        link.changed_at = fetched.at
    link.kind, link.title, link.sha256 = verdict.kind, _line(verdict.title, 300), verdict.sha256
    link.size, link.pages = verdict.size, verdict.pages


def _receipt(agency: Agency, link: Link, checked: Checked, kept: Kept) -> None:
    """The next of the agency's chain, whose newest is not read by another before this one is there: see the lock."""
    newest = Receipt.objects.of(agency).order_by("-number").first()
    made = receipts.seal(
        receipts.Receipt(
            number=0,
            url=link.url,
            at=checked.fetched.at,
            status=checked.fetched.status or 0,
            payload_sha256=kept.sha256,
            size=len(checked.fetched.body),
            file=kept.file,
            offset=kept.offset,
            length=kept.length,
        ),
        sealed(newest) if newest else None,
    )
    Receipt.objects.add(agency=agency, **{name: getattr(made, name) for name in receipts.Receipt.__dataclass_fields__})
    link.proved_at, link.proved_sha256 = made.at, made.payload_sha256


def noticed_as_rows(verdict: Verdict) -> list[list[str]]:
    """What was noticed, as a row keeps it."""
    return [[one.reason.value, _line(one.detail, 300)] for one in verdict.noticed]


def _line(text: str, most: int) -> str:
    """What others' servers say, as one line that every database takes."""
    plain = "".join(letter if letter.isprintable() else " " for letter in text)
    return " ".join(plain.split())[:most]


def _mark(text: str, most: int) -> str:
    """A mark that is sent back as it came, or not at all."""
    return text if len(text) <= most and text.isprintable() else ""
