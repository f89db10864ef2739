"""Feeds and sitemaps as XML: Atom (RFC 4287), RSS 2.0, Sitemaps 0.9. Text can never become markup here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from typing import Any

from lxml import etree

from prongsai.web.portal.feeds.entries import Entry, Feed

ATOM = "http://www.w3.org/2005/Atom"
SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Place:
    """A page in a sitemap: its whole addresses by language, and when it last changed."""

    addresses: dict[str, str]
    changed: datetime


def atom(feed: Feed) -> bytes:
    """The feed as Atom."""
    root = etree.Element(f"{{{ATOM}}}feed", nsmap=_bare(ATOM))
    root.set("{http://www.w3.org/XML/1998/namespace}lang", feed.language)
    _add(root, "id", feed.key)
    _add(root, "title", feed.title)
    _add(root, "subtitle", feed.subtitle)
    _add(root, "updated", _moment(feed.updated))
    _add(_add(root, "author"), "name", feed.author)
    _add(root, "link", rel="self", type="application/atom+xml", href=feed.address)
    _add(root, "link", rel="alternate", type="text/html", hreflang=feed.language, href=feed.home)
    for entry in feed.entries:
        _atom_entry(root, entry)
    return _written(root)


def _atom_entry(root: etree._Element, entry: Entry) -> None:
    one = _add(root, "entry")
    _add(one, "id", entry.key)
    _add(one, "title", entry.title)
    _add(one, "link", rel="alternate", type="text/html", href=entry.address)
    _add(one, "published", _moment(entry.published))
    _add(one, "updated", _moment(entry.updated))
    _add(one, "summary", entry.summary)
    if entry.group:
        _add(one, "category", term=entry.group)


def rss(feed: Feed) -> bytes:
    """The feed as RSS 2.0; a withdrawal has a guid of its own, since readers show a known one only once."""
    root = etree.Element("rss", nsmap={"atom": ATOM})
    root.set("version", "2.0")
    channel = etree.SubElement(root, "channel")
    _plain(channel, "title", feed.title)
    _plain(channel, "link", feed.home)
    _plain(channel, "description", feed.subtitle)
    _plain(channel, "language", feed.language)
    _plain(channel, "lastBuildDate", _mail_date(feed.updated))
    _add(channel, "link", rel="self", type="application/rss+xml", href=feed.address)
    for entry in feed.entries:
        item = etree.SubElement(channel, "item")
        _plain(item, "title", entry.title)
        _plain(item, "link", entry.address)
        _plain(item, "description", entry.summary)
        if entry.group:
            _plain(item, "category", entry.group)
        changed = "" if entry.updated == entry.published else f"/{entry.updated:%Y%m%d%H%M%S}"
        _plain(item, "guid", entry.key + changed).set("isPermaLink", "false")
        _plain(item, "pubDate", _mail_date(entry.updated))
    return _written(root)


def sitemap(places: Iterable[Place]) -> bytes:
    """Pages, each in every language with its other languages beside it."""
    root = etree.Element(f"{{{SITEMAP}}}urlset", nsmap=_bare(SITEMAP) | {"xhtml": XHTML})
    for place in places:
        for address in place.addresses.values():
            url = etree.SubElement(root, f"{{{SITEMAP}}}url")
            etree.SubElement(url, f"{{{SITEMAP}}}loc").text = address
            etree.SubElement(url, f"{{{SITEMAP}}}lastmod").text = _moment(place.changed)
            for language, other in place.addresses.items():
                etree.SubElement(url, f"{{{XHTML}}}link", rel="alternate", hreflang=language, href=other)
    return _written(root)


def sitemap_index(sitemaps: Iterable[tuple[str, datetime]]) -> bytes:
    """Sitemaps (whole address, when it last changed)."""
    root = etree.Element(f"{{{SITEMAP}}}sitemapindex", nsmap=_bare(SITEMAP))
    for address, changed in sitemaps:
        one = etree.SubElement(root, f"{{{SITEMAP}}}sitemap")
        etree.SubElement(one, f"{{{SITEMAP}}}loc").text = address
        etree.SubElement(one, f"{{{SITEMAP}}}lastmod").text = _moment(changed)
    return _written(root)


def _bare(namespace: str) -> Any:
    """The namespace of names without a prefix; the stubs of lxml do not know that it has none."""
    return {None: namespace}


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{ATOM}}}{name}", {key: _sound(value) for key, value in attributes.items()})
    made.text = None if text is None else _sound(text)
    return made


def _plain(parent: etree._Element, name: str, text: str) -> etree._Element:
    made = etree.SubElement(parent, name)
    made.text = _sound(text)
    return made


def _sound(text: str) -> str:
    """The text without letters that XML knows nothing of, such as the line breaks within a paragraph of Word."""
    return _NOT_XML.sub(" ", text)


def _moment(moment: datetime) -> str:
    """RFC 3339, whole seconds."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _mail_date(moment: datetime) -> str:
    """RFC 822, as RSS wants it."""
    return format_datetime(moment.astimezone(UTC), usegmt=True)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=False)
