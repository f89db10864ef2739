"""Exporting: every address of an agency's portal is asked for, and what comes is written as files."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urljoin

from django.conf import settings
from django.urls import URLPattern, get_resolver
from django.utils import translation
from django.utils.translation import gettext as _

from prongsai import __version__
from prongsai.core.access.decision import Refused
from prongsai.web.portal.data import pages as data
from prongsai.web.portal.data.cells import moment
from prongsai.web.portal.exporting import rewriting
from prongsai.web.portal.exporting.fetching import ADDRESSES, FILE, Fetched, fetch, route_of
from prongsai.web.portal.exporting.folder import Building, give_up, prepare, put_in_place
from prongsai.web.portal.exporting.layout import FolderPlace, Layout
from prongsai.web.portal.exporting.titles import titles_page
from prongsai.web.portal.keeping import LANGUAGES, Asked, Made, asked_for, origin_of, prefix_of
from prongsai.web.portal.queries import front_of
from prongsai.web.published.queries import editions_numbered
from prongsai.web.site.refusals import refuse

#: Whoever publishes while we read makes us begin anew, so often.
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written."""

    files: int
    size: int
    generation: int


@dataclass
class _Walk:
    """What was found so far. ``there`` are the paths that stand in the folder, ``moved`` those that lead to others."""

    layout: Layout
    building: Building
    pages: dict[str, str] = field(default_factory=dict)
    styles: dict[str, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    there: set[str] = field(default_factory=set)
    moved: dict[str, str] = field(default_factory=dict)

    def find(self, path: str) -> str | None:
        """The path that stands in the folder for one."""
        for _step in range(4):
            if path in self.there:
                return path
            if path not in self.moved:
                return None
            path = self.moved[path]
        return None


def export_site(slug: str, target: Path, base: str = "") -> Exported:
    """Write the portal of an agency to ``target``. Refused where there is none, or the folder is not ours to fill."""
    for _try in range(_TRIES):
        asked = asked_for(slug, "th", f"/{slug}/")
        if asked is None:
            raise refuse(
                f"หน่วยงาน {slug} ยังไม่มีข้อมูลที่เผยแพร่ จึงไม่มีอะไรให้ส่งออก",
                f"The agency {slug} has published nothing: there is nothing to export.",
            )
        building = prepare(target, slug)
        try:
            _fill(asked, building, base)
            now = asked_for(slug, "th", f"/{slug}/")
            if now is not None and now.shelf.generation == asked.shelf.generation:
                put_in_place(building, target)
                size = sum(one["size"] for one in building.files.values())
                return Exported(len(building.files), size, asked.shelf.generation)
        finally:
            give_up(building)
    raise _busy(slug)


def _busy(slug: str) -> Refused:
    return refuse(
        f"{slug} กำลังเผยแพร่ข้อมูลอยู่ โปรดส่งออกใหม่ในอีกสักครู่ ของเดิมยังอยู่ครบ",
        f"{slug} is publishing just now. Please export again in a moment; the earlier export is as it was.",
    )


def _fill(asked: Asked, building: Building, base: str) -> None:
    slug, origin = asked.agency.slug, origin_of(front_of(asked.agency))
    layout = Layout(slug, origin, settings.SITE_URL, settings.STATIC_URL, base.rstrip("/"))
    walk = _Walk(layout, building)
    _titles(walk)
    _gather(walk, asked)
    _write(walk)
    about = {
        "agency": slug,
        "name": asked.agency.name,
        "generation": asked.shelf.generation,
        "changed_at": moment(asked.shelf.changed_at),
        "software": __version__,
        "served_at": f"{origin}/{slug}/",
        "base_url": layout.base,
    }
    building.finish(about)


def _titles(walk: _Walk) -> None:
    """The list of all titles, in the place of the search."""
    for language in LANGUAGES:
        path = f"{prefix_of(language)}/{walk.layout.slug}/search"
        asked = asked_for(walk.layout.slug, language, path)
        if asked is not None:
            with translation.override(language):
                walk.pages[path] = titles_page(asked)
            walk.there.add(path)


def _gather(walk: _Walk, asked: Asked) -> None:
    """Ask for the addresses that there always are, and for all that they lead to."""
    waiting = deque(_beginnings(asked))
    for page in list(walk.pages.values()):
        waiting.extend(_ours(walk, page))
    seen = set(walk.pages)
    while waiting:
        path = waiting.popleft()
        if path in seen:
            continue
        seen.add(path)
        got = fetch(asked.agency, path)
        if got.moved:
            walk.moved[path] = got.moved
            if walk.layout.inner(got.moved):
                waiting.append(got.moved)
        elif got.is_there:
            walk.there.add(path)
            waiting.extend(_taken(walk, asked, path, got))


def _beginnings(asked: Asked) -> Iterator[str]:
    """Addresses that need nothing but the agency, then every edition of every publication, in both languages."""
    slug = asked.agency.slug
    for pattern in get_resolver(ADDRESSES).url_patterns:
        route = str(pattern.pattern)
        if not (isinstance(pattern, URLPattern) and route.startswith(("<slug:agency>/", "en/<slug:agency>/"))):
            continue
        if set(pattern.pattern.converters) == {"agency"} and not route.endswith("/search"):
            yield "/" + route.replace("<slug:agency>", slug)
    for year, code, number in editions_numbered(asked.agency):
        for language in LANGUAGES:
            yield f"{prefix_of(language)}/{slug}/{year}/{code}"
            yield f"{prefix_of(language)}/{slug}/{year}/{code}/v{number}"


def _taken(walk: _Walk, asked: Asked, path: str, got: Fetched) -> Iterator[str]:
    """Keep an answer; gives what it leads to. Pages wait until all is known that their links may lead to."""
    kind = got.content_type.partition(";")[0]
    if kind == "text/html" and not _is_file(path):
        walk.pages[path] = b"".join(got.pieces).decode()
        yield from _ours(walk, walk.pages[path])
    elif kind == "text/css":
        style = walk.styles[path] = b"".join(got.pieces).decode()
        for address in rewriting.addresses_of_style(style):
            yield from _inner(walk, urljoin(path, address))
    elif kind in rewriting.TEXTS and not _is_file(path):
        walk.texts[path] = b"".join(got.pieces).decode()
    else:
        made = _placed(asked, walk.layout, path)
        walk.building.write(walk.layout.file(path), (made.body,) if made else got.pieces)


def _is_file(path: str) -> bool:
    """Whether the path is of a published file, which is never changed, whatever it is."""
    match = route_of(path)
    return match is not None and match.url_name == FILE


def _placed(asked: Asked, layout: Layout, path: str) -> Made | None:
    """A file of data that has addresses in it, with those of the folder, where it was told where that will stand."""
    match = route_of(path) if layout.base else None
    if match is None:
        return None
    place = FolderPlace(layout.base, layout.slug)
    with translation.override("th"):
        made = None
        if match.url_name == "sheet_file":
            made = data.sheet_at(asked, place, match.kwargs["name"], match.kwargs["kind"])
        elif match.url_name == "dictionary":
            made = data.dictionary_at(asked, place)
        elif match.url_name == "catalogue":
            made = data.catalogue_at(asked, place)
    return made if isinstance(made, Made) else None


def _ours(walk: _Walk, page: str) -> Iterator[str]:
    for address in rewriting.addresses_of(page):
        yield from _inner(walk, address)


def _inner(walk: _Walk, address: str) -> Iterator[str]:
    path = walk.layout.inner(address)
    if path is not None:
        yield path


def _write(walk: _Walk) -> None:
    for path, page in walk.pages.items():
        here = walk.layout.file(path)
        with translation.override("en" if path.startswith("/en/") else "th"):
            text = rewriting.rewritten(page, here, walk.layout, walk.find, _("All titles"))
        walk.building.write(here, (text.encode(),))
    for path, style in walk.styles.items():
        here = walk.layout.file(path)
        text = rewriting.rewritten_style(style, here, walk.layout, walk.find)
        walk.building.write(here, (text.encode(),))
    for path, text in walk.texts.items():
        here = walk.layout.file(path)
        walk.building.write(here, (rewriting.rewritten_text(text, walk.layout, walk.find).encode(),))
