"""Addresses of the public pages, each in Thai and, below /en/, in English; and of the page where officials set them.

A list names each address once, as (route, view, name); ``both`` gives it in both languages.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import URLPattern, URLResolver, path

from prongsai.web.portal.api.urls import ONCE as API
from prongsai.web.portal.api.urls import ROUTES as API_PAGES
from prongsai.web.portal.data.urls import ONCE as DATA_FILES
from prongsai.web.portal.data.urls import ROUTES as DATA
from prongsai.web.portal.embeds.urls import ROUTES as EMBEDS
from prongsai.web.portal.embeds.views import embed_code
from prongsai.web.portal.feeds.urls import ONCE as FEED_FILES
from prongsai.web.portal.feeds.urls import ROUTES as FEEDS
from prongsai.web.portal.finding.urls import ROUTES as FINDING
from prongsai.web.portal.pages import looks, one
from prongsai.web.portal.pages.files import published_file
from prongsai.web.portal.pages.home import home
from prongsai.web.portal.pages.year import year
from prongsai.web.portal.views import eit
from prongsai.web.portal.views.settings import own_emblem, settings

Route = tuple[str, Any, str]

#: What citizens read of an agency.
PAGES: list[Route] = [
    ("<slug:agency>/", home, "home"),
    ("<slug:agency>/<int:year>/", year, "year"),
    ("<slug:agency>/<int:year>/<slug:code>", one.newest, "one"),
    ("<slug:agency>/<int:year>/<slug:code>/v<int:number>", one.edition, "edition"),
]
#: What its pages load, and the files it has published.
PAGE_FILES: list[Route] = [
    ("<slug:agency>/style.css", looks.style, "style"),
    ("<slug:agency>/emblem.png", looks.emblem, "emblem"),
    ("<slug:agency>/files/<slug:key>/<str:name>", published_file, "file"),
]


def both(routes: Iterable[Route]) -> list[URLPattern]:
    """Each route in English and in Thai; the Thai ones last, which makes them those that ``reverse`` gives."""
    known = list(routes)
    return [
        *(path(f"en/{route}", view, {"language": "en"}, name=name) for route, view, name in known),
        *(path(route, view, {"language": "th"}, name=name) for route, view, name in known),
    ]


def once(routes: Iterable[Route]) -> list[URLPattern]:
    """Each route as it is: of files, which are the same in every language."""
    return [path(route, view, {"language": "th"}, name=name) for route, view, name in routes]


app_name = "portal"
urlpatterns: list[URLPattern | URLResolver] = [
    path("a/<slug:agency>/portal/", settings, name="settings"),
    path("a/<slug:agency>/portal/emblem.png", own_emblem, name="own_emblem"),
    path("a/<slug:agency>/portal/embed/", embed_code, name="embed_code"),
    path("a/<slug:agency>/portal/eit/", eit.eit, name="eit"),
    path("a/<slug:agency>/portal/eit/poster/", eit.poster, name="eit_poster"),
    path("a/<slug:agency>/portal/eit/qr.png", eit.picture, name="eit_picture"),
    *once([*API, *DATA_FILES, *FEED_FILES, *PAGE_FILES]),
    *both([*API_PAGES, *FINDING, *FEEDS, *EMBEDS, *DATA, *PAGES]),
]
