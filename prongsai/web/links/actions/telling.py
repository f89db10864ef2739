"""Telling the owners: one mail of all that broke, and of what opens again. Never twice of the same breakage."""

from __future__ import annotations

import logging
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import timezone, translation

from prongsai.core.links.link import State as Found
from prongsai.core.links.schedule import is_told
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import seats_of
from prongsai.web.links.models import Link, State, Watch
from prongsai.web.links.queries import lines_of_links

logger = logging.getLogger(__name__)

#: Who of a division is told.
_ROLES = frozenset({"officer", "division_head"})


@dataclass(slots=True)
class Letter:
    """What one person is told: links that broke, and links that open again."""

    to: Person
    broken: list[Link] = field(default_factory=list)
    mended: list[Link] = field(default_factory=list)


def tell_owners(*, agencies: Collection[int] | None = None) -> int:
    """Tell of what broke and was seen so twice, and of what opens again; returns how many letters were sent.

    To the officers and the head of the division that answers for the link, else to the coordinators. Who has no
    address is told by the pages.
    """
    rows = Link.objects.to_tell()
    if agencies is not None:
        rows = rows.filter(agency__in=agencies)
    found = Agency.objects.filter(pk__in=rows.values("agency"))
    return sum(_tell(agency) for agency in found)


def _tell(agency: Agency) -> int:
    now = timezone.now()
    letters, before = _claim(agency, now)
    sent = _send(agency, letters)
    if letters and not sent:  # the server of mails did not answer: told of the next time
        for pk, told_at in before.items():
            Link.objects.of(agency).filter(pk=pk).update(told_at=told_at)
    return sent


@transaction.atomic
def _claim(agency: Agency, now: datetime) -> tuple[list[Letter], dict[int, datetime | None]]:
    """The letters, with their links marked as told before any is sent; and how the links were marked before."""
    Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    rows = list(Link.objects.to_tell().filter(agency=agency).order_by("pk"))
    broken = [row for row in rows if _is_news(row, now)]
    mended = [row for row in rows if row.told_at is not None and row.state in (State.FINE, State.DOUBTFUL)]
    letters = _letters(agency, broken, mended)
    told = {link.pk for letter in letters for link in (*letter.broken, *letter.mended)}
    before = {row.pk: row.told_at for row in rows if row.pk in told}
    for rows_of, mark in ((broken, now), (mended, None)):
        Link.objects.of(agency).filter(pk__in=[row.pk for row in rows_of if row.pk in told]).update(told_at=mark)
    return letters, before


def _is_news(link: Link, now: datetime) -> bool:
    if link.since is None:
        return False
    return is_told(Found(link.state), link.since, link.failures, now, told=link.told_at is not None)


def _letters(agency: Agency, broken: Collection[Link], mended: Collection[Link]) -> list[Letter]:
    """One letter a person, of all that the person answers for."""
    seats = [seat for seat in seats_of(agency) if seat.person.email]
    fallback = [seat.person for seat in seats if seat.role.code == "coordinator"]
    owners: dict[int, list[Person]] = {}
    for seat in seats:
        if seat.division is not None and seat.role.code in _ROLES:
            owners.setdefault(seat.division.pk, []).append(seat.person)
    divisions: dict[int, set[int]] = {}
    for watch in Watch.objects.of(agency).filter(link__in=[*broken, *mended]).exclude(division=None):
        divisions.setdefault(watch.link_id, set()).add(watch.division_id or 0)
    letters: dict[int, Letter] = {}
    for links, name in ((broken, "broken"), (mended, "mended")):
        for link in links:
            people = [one for division in divisions.get(link.pk, ()) for one in owners.get(division, ())]
            for person in {one.pk: one for one in people or fallback}.values():
                getattr(letters.setdefault(person.pk, Letter(person)), name).append(link)
    return list(letters.values())


def _send(agency: Agency, letters: Iterable[Letter]) -> int:
    sent, connection = 0, get_connection()
    for letter in letters:
        try:
            sent += _written(agency, letter, connection).send()
        except OSError:  # every fault of SMTP is one
            logger.exception("a letter about links of %s could not be sent", agency.slug)
    return sent


def _written(agency: Agency, letter: Letter, connection: BaseEmailBackend) -> EmailMessage:
    with translation.override(letter.to.language):
        context = {
            "agency": agency,
            "broken": lines_of_links(agency, letter.broken),
            "mended": lines_of_links(agency, letter.mended),
            "site": settings.SITE_URL,
        }
        subject = " ".join(render_to_string("links/mail/subject.txt", context).split())
        return EmailMessage(
            subject, render_to_string("links/mail/message.txt", context), to=[letter.to.email], connection=connection
        )
