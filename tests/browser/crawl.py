"""Following the links as a person would, until every kind of page that they lead to has been seen once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from django.urls import Resolver404, resolve
from playwright.sync_api import Page

#: Addresses that answer with a file.
FILES = {
    *("assessments:template", "frameworks:feed", "frameworks:file", "frameworks:starter"),
    *("evidence:original", "evidence:shown", "evidence:small", "imports:original", "imports:page", "imports:cut"),
    *("country:download", "country:sample"),
    *(
        "measures:export",
        "reports:document",
        "reports:form_file",
        "reports:paper_file",
        "measures:send_sheets",
        "measures:send_sheet",
    ),
    *("surveys:poster_file", "surveys:picture", "surveys:style", "surveys:preview_style", "surveys:yaml"),
    *("surveys:export_answers", "surveys:export_tables"),
    *("portal:feed_atom", "portal:feed_rss", "portal:sitemap", "portal:sitemap_of_all", "portal:robots"),
    *("portal:style", "portal:emblem", "portal:own_emblem", "portal:file", "portal:embed_picture"),
    *(
        "portal:embed_picture_of",
        "portal:sheet_file",
        "portal:table_file",
        "portal:old_table_file",
        "portal:dictionary",
    ),
    *("portal:dictionary", "portal:catalogue", "portal:catalogues", "portal:ckan", "portal:openapi", "portal:api_call"),
    "portal:api_beginning",
    *("links:chain", "links:text", "links:warc"),
    *("disclosures:entry_file", "portal:eit_picture"),
}
#: What is no page of an agency, or leads on to one at once.
OTHERS = {"health", "style", "accounts:closed", "measures:this_year"}


def walk(page: Page, starts: Iterable[str], *, follow: bool = True) -> Iterator[tuple[str, str]]:
    """(name of the address, path) of each page, opened; the starts all, what they lead to once a name, if followed."""
    waiting, seen = [(kind(path), path) for path in starts], set[str]()
    while waiting:
        name, path = waiting.pop(0)
        page.goto(path)
        yield name, path
        seen.add(name)
        known = seen | {one for one, _ in waiting}
        for link in links(page) if follow else ():
            name = kind(link)
            if name and name not in known | FILES | OTHERS:
                known.add(name)
                waiting.append((name, link))


def links(page: Page) -> list[str]:
    """The paths of this server that the page's links lead to."""
    found = page.locator("a[href]").evaluate_all("all => all.map((one) => one.href)")
    here = urlsplit(page.url).netloc
    parts = [urlsplit(one) for one in found]
    return [one.path + (f"?{one.query}" if one.query else "") for one in parts if one.netloc == here]


def kind(path: str) -> str:
    """The name of the address, or nothing where there is none."""
    try:
        return resolve(urlsplit(path).path).view_name
    except Resolver404:
        return ""
