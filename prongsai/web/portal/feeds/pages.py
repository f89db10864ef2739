"""The addresses of feeds, sitemaps and robots.txt."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from prongsai.web.portal.feeds.entries import feed_of
from prongsai.web.portal.feeds.writing import Place, atom, rss, sitemap, sitemap_index
from prongsai.web.portal.keeping import LANGUAGES, Asked, Made, Policy, kept, of_all, origin_of, prefix_of
from prongsai.web.portal.queries import agency_of_host, front_of, hosts_of
from prongsai.web.published.queries import newest_of, publications_of, shelves_showing

#: The most entries of a sitemap, by its specification, and so the most pages of one: each stands in both languages.
MOST_ENTRIES = 50_000
#: What changes with every act of every agency may be kept for so many seconds.
CACHED = "public, max-age=3600"


@kept
def feed_atom(asked: Asked) -> Made:
    """What is new, as Atom."""
    return Made(
        atom(feed_of(asked, "feed.atom")), content_type="application/atom+xml; charset=utf-8", policy=Policy.DATA
    )


@kept
def feed_rss(asked: Asked) -> Made:
    """What is new, as RSS."""
    body = rss(feed_of(asked, "feed.rss"))
    return Made(body, content_type="application/rss+xml; charset=utf-8", policy=Policy.DATA)


@kept
def sitemap_of_agency(asked: Asked) -> Made:
    """Every page that shows something: home, years, publications; no earlier editions, nothing withdrawn."""
    origin = origin_of(front_of(asked.agency))
    shown = [one for one in newest_of(publications_of(asked.agency), whole=False) if not one.is_withdrawn]
    years: dict[int, list[Place]] = {}
    for one in shown:
        year, changed = one.publication.fiscal_year, one.edition.published_at
        years.setdefault(year, []).append(_place(origin, f"{asked.agency.slug}/{year}/{one.publication.code}", changed))
    places = [_place(origin, f"{asked.agency.slug}/", asked.shelf.changed_at)]
    for year, ones in sorted(years.items(), reverse=True):
        places += [_place(origin, f"{asked.agency.slug}/{year}/", max(one.changed for one in ones)), *ones]
    return _xml(sitemap(places[: MOST_ENTRIES // len(LANGUAGES)]))


@of_all
def sitemap_of_all(request: HttpRequest, language: str) -> Made:
    """The sitemaps of all agencies that show something."""
    shelves = shelves_showing(MOST_ENTRIES)
    hosts = hosts_of(agency for agency, _, _ in shelves)
    found = [
        (f"{f'https://{hosts[agency]}' if agency in hosts else settings.SITE_URL}/{slug}/sitemap.xml", changed)
        for agency, slug, changed in shelves
    ]
    return _xml(sitemap_index(found), cache=CACHED)


@of_all
def robots(request: HttpRequest, language: str) -> Made:
    """What crawlers are asked to leave alone: the officials' pages, searches without end, and pages in frames."""
    home = agency_of_host(request.get_host().partition(":")[0])
    address = f"https://{request.get_host()}/{home}/sitemap.xml" if home else f"{settings.SITE_URL}/sitemap.xml"
    closed = ["/a/", "/accounts/", "/*/search", "/*/embed/"]
    lines = ["User-agent: *", *(f"Disallow: {one}" for one in closed), "", f"Sitemap: {address}", ""]
    return Made("\n".join(lines).encode(), content_type="text/plain; charset=utf-8", policy=Policy.DATA, cache=CACHED)


def _place(origin: str, path: str, changed: datetime) -> Place:
    return Place({language: f"{origin}{prefix_of(language)}/{path}" for language in LANGUAGES}, changed)


def _xml(body: bytes, cache: str | None = None) -> Made:
    made = Made(body, content_type="application/xml; charset=utf-8", policy=Policy.DATA)
    return replace(made, cache=cache) if cache else made
