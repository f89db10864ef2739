"""Pages as files: their links lead to files beside them, and nothing else of them changes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape, unescape

from prongsai.web.portal.exporting.layout import Layout

#: Within a tag no attribute of our templates has a bare “>”: they escape what is written.
_TAG = re.compile(r"<(?:a|area|form|iframe|image|img|link|meta|source|use)\b[^>]*>")
_ADDRESS = re.compile(r'(?<=\s)(?P<name>href|src|action|content)="(?P<value>[^"]*)"')
_SEARCH = re.compile(r'<form\b[^>]*\baction="(?P<action>[^"]*/search)"[^>]*>.*?</form>', re.DOTALL)
_URL = re.compile(r"""url\((?P<quote>["']?)(?P<value>[^"')]+)(?P=quote)\)""")
_DATA = re.compile(r'<script type="application/ld\+json">[^<]*</script>')
#: Links of the head that must be whole: they say where the page stands in the world.
_WHOLE = re.compile(r'\brel="(?:canonical|alternate)"')
#: What a file calls itself when it holds addresses as text.
TEXTS = ("application/atom+xml", "application/rss+xml", "application/xml", "text/xml")

Find = Callable[[str], str | None]


def addresses_of(page: str) -> Iterator[str]:
    """Every address that a page links to or shows."""
    for tag in _TAG.findall(page):
        yield from (unescape(found["value"]) for found in _ADDRESS.finditer(tag))


def addresses_of_style(style: str) -> Iterator[str]:
    """Every address in a style sheet."""
    yield from (found["value"] for found in _URL.finditer(style))


def rewritten(page: str, here: str, layout: Layout, find: Find, titles: str) -> str:
    """The page for the file ``here``. ``find`` gives the path that stands in the folder for one, or None.

    A form that searches becomes a link to the list of all titles, in the words ``titles``.
    """
    page = _SEARCH.sub(lambda found: f'<a class="top__language" href="{found["action"]}">{escape(titles)}</a>', page)
    page = _DATA.sub(lambda found: rewritten_text(found[0], layout, find), page)
    return _TAG.sub(lambda tag: _tag(tag[0], here, layout, find), page)


def _tag(tag: str, here: str, layout: Layout, find: Find) -> str:
    meta = tag.startswith("<meta")
    whole = meta or (tag.startswith("<link") and _WHOLE.search(tag) is not None)

    def mended(found: re.Match[str]) -> str:
        name, value = found["name"], unescape(found["value"])
        if (name == "content") != meta:
            return found[0]
        if whole and "://" in value:
            moved = _everywhere(value, layout, find)
        else:
            moved = value if meta else _beside(value, here, layout, find)
        return f'{name}="{escape(moved)}"' if moved != value else found[0]

    return _ADDRESS.sub(mended, tag)


def _beside(address: str, here: str, layout: Layout, find: Find) -> str:
    """An address as a link from file to file; of what is not in the folder, the whole."""
    path = layout.inner(address)
    target = find(path) if path is not None else None
    if target is None:
        return layout.outer(address)
    _before, sign, fragment = address.partition("#")
    return layout.link(here, target) + sign + fragment


def _everywhere(address: str, layout: Layout, find: Find) -> str:
    """A whole address stays whole, with the new beginning where one was told."""
    path = layout.inner(address)
    target = find(path) if path is not None else None
    return address if target is None or not layout.base else layout.whole(target)


def rewritten_style(style: str, here: str, layout: Layout, find: Find) -> str:
    """A style sheet for the file ``here``: addresses beside it stay, those from the root become such."""

    def mended(found: re.Match[str]) -> str:
        return f"url({found['quote']}{_beside(found['value'], here, layout, find)}{found['quote']})"

    return _URL.sub(lambda found: mended(found) if found["value"].startswith("/") else found[0], style)


def rewritten_text(text: str, layout: Layout, find: Find) -> str:
    """A feed or map with the new beginning of its addresses, where one was told."""
    if not layout.base:
        return text
    ours = re.compile(rf"{re.escape(layout.origin)}(?:/en)?/{re.escape(layout.slug)}(?:/[^\s<>\"'\]]*)?")
    return ours.sub(lambda found: escape(_everywhere(unescape(found[0]), layout, find)), text)
