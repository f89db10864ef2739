"""Addresses of feeds, sitemaps and robots.txt: (route, view, name). See prongsai/web/portal/urls.py."""

from __future__ import annotations

from typing import Any

from prongsai.web.portal.feeds import pages

#: In both languages.
ROUTES: list[tuple[str, Any, str]] = [
    ("<slug:agency>/feed.atom", pages.feed_atom, "feed_atom"),
    ("<slug:agency>/feed.rss", pages.feed_rss, "feed_rss"),
]
#: The same in every language.
ONCE: list[tuple[str, Any, str]] = [
    ("robots.txt", pages.robots, "robots"),
    ("sitemap.xml", pages.sitemap_of_all, "sitemap_of_all"),
    ("<slug:agency>/sitemap.xml", pages.sitemap_of_agency, "sitemap"),
]
