"""The entries of a feed: one an edition, told anew when it is withdrawn. Atom and RSS say the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from prongsai.core.search.letters import mended
from prongsai.web.portal.keeping import Asked, origin_of
from prongsai.web.portal.queries import front_of
from prongsai.web.published.queries import News, news_of

MOST = 50


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. ``key`` is a tag: URI (RFC 4151) and never changes; ``address`` is whole."""

    key: str
    title: str
    summary: str
    address: str
    group: str
    published: datetime
    updated: datetime


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed whole. ``home`` and ``address`` (its own) are whole addresses."""

    key: str
    title: str
    subtitle: str
    author: str
    home: str
    address: str
    updated: datetime
    language: str
    entries: list[Entry]


def feed_of(asked: Asked, name: str) -> Feed:
    """What the agency published, corrected and withdrew of late."""
    origin = origin_of(front_of(asked.agency))
    entries = [_entry(asked, origin, one) for one in news_of(asked.agency, MOST)]
    return Feed(
        key=_key(f"{asked.agency.created_at:%Y-%m-%d}", asked.agency.slug),
        title=_("%(agency)s: what is public") % {"agency": mended(asked.agency.name)},
        subtitle=_("What was published, corrected and withdrawn"),
        author=mended(asked.agency.name),
        home=f"{origin}{asked.base}/",
        address=f"{origin}{asked.base}/{name}",
        updated=max((one.updated for one in entries), default=asked.shelf.changed_at),
        language=asked.language,
        entries=entries,
    )


def _entry(asked: Asked, origin: str, news: News) -> Entry:
    edition, publication = news.edition, news.edition.publication
    place = f"{publication.fiscal_year}/{publication.code}"
    version = f"/v{edition.number}"
    return Entry(
        key=_key(f"{edition.published_at:%Y-%m-%d}", f"{asked.agency.slug}/{place}{version}"),
        title=_title(news),
        summary=_summary(news),
        address=f"{origin}{asked.base}/{place}{version}",
        group=mended(publication.group),
        published=edition.published_at,
        updated=news.changed_at,
    )


def _title(news: News) -> str:
    title = mended(news.content.title if news.content else news.edition.publication.title)
    if news.withdrawal:
        return _("Withdrawn: %(title)s") % {"title": title}
    if news.edition.number > 1:
        return _("Corrected (edition %(number)s): %(title)s") % {"number": news.edition.number, "title": title}
    return title


def _summary(news: News) -> str:
    if news.content is None:
        return _("Reason: %(reason)s") % {"reason": mended(news.withdrawal.reason if news.withdrawal else "")}
    lead = mended(news.content.lead) or mended(news.content.group) or mended(news.content.title)
    if news.edition.number > 1:
        return _("Reason: %(reason)s") % {"reason": mended(news.edition.reason)} + f" · {lead}"
    return lead


def _key(day: str, what: str) -> str:
    """Minted in the name of this installation's host on that day."""
    return f"tag:{urlsplit(settings.SITE_URL).hostname},{day}:{what}"
