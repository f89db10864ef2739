"""What a page says of itself to search engines and to those who share it: schema.org as JSON-LD.

Everything comes from what the page shows. A data block is not run by browsers, and no text can end it.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from prongsai.core.publication.content import Content, FileRef
from prongsai.web.portal.queries import Publication
from prongsai.web.published.queries import PublishedFile, Shown

Node = dict[str, Any]

_TYPES = {Publication.Kind.REPORT: "Report", Publication.Kind.PLAN: "Report"}
_UNSAFE = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def json_for_html(value: Any) -> str:
    """JSON that may stand inside a script element: nothing in it can end the element or begin a comment."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    for sign, escaped in _UNSAFE.items():
        text = text.replace(sign, escaped)
    return text


def graph_of(page: Mapping[str, Any]) -> Node:
    """The nodes of a page of an agency, from what its template is given (see keeping.rendered)."""
    nodes = [_organization(page), _website(page)]
    shown: Shown | None = page.get("shown")
    if shown is not None and not shown.is_withdrawn:
        nodes += _works(page, shown)
    trail = list(_trail(page))
    if len(trail) > 1:
        nodes.append({"@type": "BreadcrumbList", "itemListElement": trail})
    return {"@context": "https://schema.org", "@graph": nodes}


def _home(page: Mapping[str, Any]) -> str:
    return f"{page['origin']}{page['base']}/"


def _organization(page: Mapping[str, Any]) -> Node:
    agency, front = page["agency"], page["front"]
    address = {
        "@type": "PostalAddress",
        "streetAddress": front.postal,
        "addressLocality": agency.district,
        "addressRegion": agency.province,
        "addressCountry": "TH",
    }
    known = {
        "@type": "GovernmentOrganization",
        "@id": _id(page, "agency"),
        "name": agency.name,
        "alternateName": front.name_en,
        "url": _home(page),
        "logo": f"{page['origin']}/{agency.slug}/emblem.png" if front.emblem else "",
        "telephone": front.telephone,
        "email": front.email,
        "sameAs": front.website,
    }
    return _filled(known) | {"address": _filled(address)}


def _website(page: Mapping[str, Any]) -> Node:
    target = f"{page['origin']}{page['base']}/search?q={{search_term_string}}"
    return {
        "@type": "WebSite",
        "@id": _id(page, "site"),
        "url": _home(page),
        "name": page["name"],
        "inLanguage": page["language"],
        "publisher": {"@id": _id(page, "agency")},
        "potentialAction": {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": target},
            "query-input": "required name=search_term_string",
        },
    }


def _works(page: Mapping[str, Any], shown: Shown) -> list[Node]:
    content = shown.content
    address = f"{_home(page)}{page['path'].partition('/')[2]}"
    work = {
        "@type": _TYPES.get(Publication.Kind(shown.publication.kind), "CreativeWork"),
        "@id": f"{address}#work",
        "url": address,
        "name": content.title,
        "description": content.lead,
        "inLanguage": "th",
        "dateModified": shown.edition.published_at.isoformat(),
        "version": str(shown.edition.number),
        "isAccessibleForFree": True,
        "isPartOf": {"@id": _id(page, "site")},
        "publisher": {"@id": _id(page, "agency")},
        "encoding": [_medium(page, ref, file) for ref, file in zip(content.files, shown.files, strict=False)],
    }
    return [_filled(work), *_datasets(page, shown, content, address)]


def _medium(page: Mapping[str, Any], ref: FileRef, file: PublishedFile) -> Node:
    return {
        "@type": "MediaObject",
        "name": ref.title or ref.name,
        "contentUrl": f"{page['origin']}/{page['agency'].slug}/files/{file.key}/{file.name}",
        "encodingFormat": ref.content_type,
        "contentSize": str(ref.size),
        "sha256": ref.sha256,
    }


def _datasets(page: Mapping[str, Any], shown: Shown, content: Content, address: str) -> Iterator[Node]:
    """One where the page has tables: its figures can be had as data."""
    count = sum(len(section.tables) for section in content.sections)
    if not count:
        return
    place = f"{page['origin']}/{page['agency'].slug}/{shown.publication.fiscal_year}/{shown.publication.code}"
    files = [
        {"@type": "DataDownload", "contentUrl": f"{place}/table-{number}.csv", "encodingFormat": "text/csv"}
        for number in range(1, count + 1)
    ]
    yield {
        "@type": "Dataset",
        "@id": f"{address}#data",
        "name": content.title,
        "description": content.lead or f"{content.title} {page['agency'].name}",
        "url": address,
        "creator": {"@id": _id(page, "agency")},
        "isAccessibleForFree": True,
        "dateModified": shown.edition.published_at.isoformat(),
        "distribution": files,
    }


def _trail(page: Mapping[str, Any]) -> Iterator[Node]:
    """Home, the year, and the page itself."""
    places = [(page["name"], _home(page))]
    if year := page.get("year"):
        places.append((str(year), f"{_home(page)}{year}/"))
    if page.get("shown") is not None:
        places.append((page.get("title", ""), f"{_home(page)}{page['path'].partition('/')[2]}"))
    for position, (name, address) in enumerate(places, 1):
        yield {"@type": "ListItem", "position": position, "name": name, "item": address}


def _id(page: Mapping[str, Any], part: str) -> str:
    return f"{page['origin']}/{page['agency'].slug}/#{part}"


def _filled(node: Node) -> Node:
    return {name: value for name, value in node.items() if value}
