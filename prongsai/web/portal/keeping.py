"""Public pages that are kept as they were rendered, and how a page of the portal is declared.

A maker is a function of what is published alone: ``(asked, **parts of the address)`` gives what the page is, where it
has moved, or None where nothing stands there. ``kept`` makes a view of it whose pages are made once a generation of the
agency's shelf; ``fresh`` one that is made each time, for what depends on a search or a page number; ``of_all`` one that
belongs to no agency.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, wraps
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from prongsai import __version__
from prongsai.core.access.permissions import Permission
from prongsai.core.thai.digits import to_arabic
from prongsai.web.agencies.models import Agency
from prongsai.web.portal.actions import keep_page
from prongsai.web.portal.answering import Made as Made
from prongsai.web.portal.answering import Moved as Moved
from prongsai.web.portal.answering import Policy as Policy
from prongsai.web.portal.answering import answer, moved, ready, tag_of
from prongsai.web.portal.models import Front
from prongsai.web.portal.queries import Shelf, front_of, portal_of

Outcome = Made | Moved | None
LANGUAGES = ("th", "en")


@dataclass(frozen=True, slots=True)
class Asked:
    """Which page of which agency is asked for, in which language. ``path`` has no language: ``tha-khong/2566/o12``."""

    agency: Agency
    language: str
    path: str
    shelf: Shelf

    @property
    def base(self) -> str:
        """What the addresses of this agency in this language begin with: ``/tha-khong`` or ``/en/tha-khong``."""
        return f"{prefix_of(self.language)}/{self.agency.slug}"

    @property
    def other(self) -> str:
        """The same page in the other language."""
        return f"{'' if self.language == 'en' else '/en'}/{self.path}"


#: ``(asked, **parts)``; made each time: ``(request, asked, **parts)``; of all: ``(request, language, **parts)``.
Maker = Callable[..., Outcome]
View = Callable[..., HttpResponse]


def kept(maker: Maker) -> View:
    """A view whose pages are rendered once; the middleware answers them from then on without coming here."""

    @wraps(maker)
    def view(request: HttpRequest, agency: str, language: str, **parts: Any) -> HttpResponse:
        asked = asked_for(agency, language, request.path_info)
        if asked is None:
            return nothing(request, language)
        # Two ways to write an address, such as 2569 and 02569, must not become two pages that are kept.
        if (right := written_right(request, agency=agency, language=language, **parts)) != request.path_info:
            return moved(right)
        with translation.override(language):
            made = maker(asked, **parts)
        if not isinstance(made, Made):
            return _without(request, language, made)
        page = ready(made, asked.shelf.changed_at)
        keep_page(
            agency=asked.agency,
            path=asked.path,
            language=language,
            generation=asked.shelf.generation,
            maker=maker_now(),
            page=page,
        )
        return answer(request, page)

    return _declared(view, maker)


def fresh(maker: Maker) -> View:
    """A view that is made each time: of a search, or of one page of many."""

    @wraps(maker)
    def view(request: HttpRequest, agency: str, language: str, **parts: Any) -> HttpResponse:
        asked = asked_for(agency, language, request.path_info)
        if asked is None:
            return nothing(request, language)
        with translation.override(language):
            made = maker(request, asked, **parts)
        if not isinstance(made, Made):
            return _without(request, language, made)
        return answer(request, ready(made, asked.shelf.changed_at))

    return _declared(view, maker)


def of_all(maker: Maker) -> View:
    """A view ``(request, language, **parts)`` of the whole installation, made each time: a directory, a sitemap."""

    @wraps(maker)
    def view(request: HttpRequest, language: str, **parts: Any) -> HttpResponse:
        with translation.override(language):
            made = maker(request, language, **parts)
        if not isinstance(made, Made):
            return _without(request, language, made)
        return answer(request, ready(made, timezone.now()))

    return _declared(view, maker)


def asked_for(agency: str, language: str, path: str) -> Asked | None:
    """What is asked for at a path; None for strangers' eyes where the agency has published nothing."""
    found = portal_of(agency)
    if found is None:
        return None
    bare = path.removeprefix("/en/") if language == "en" else path.lstrip("/")
    return Asked(found[0], language, bare, found[1])


def written_right(request: HttpRequest, **parts: Any) -> str:
    """The address as we write it, of whichever was asked for."""
    assert request.resolver_match is not None  # noqa: S101  # a view is called through its address
    return unquote(reverse(f"portal:{request.resolver_match.url_name}", kwargs=parts))


def rendered(asked: Asked, template: str, context: dict[str, Any], **more: Any) -> Made:
    """A page of the agency from ``portal/<template>``, in the frame of ``portal/base.html``; ``more`` goes to Made."""
    front = front_of(asked.agency)
    known = {
        "asked": asked,
        "agency": asked.agency,
        "front": front,
        "language": asked.language,
        "base": asked.base,
        "root": f"/{asked.agency.slug}",  # of what is the same in every language
        "origin": origin_of(front),
        "name": front.name_en or asked.agency.name if asked.language == "en" else asked.agency.name,
        "telephones": telephones(front.telephone),
        "path": asked.path,
    }
    with translation.override(asked.language):
        return Made(render_to_string(f"portal/{template}", known | context).encode(), **more)


def telephones(written: str) -> list[tuple[str, str]]:
    """Numbers as they are written, with commas between them, and as they are dialled."""
    numbers = [one.strip() for one in written.split(",")]
    return [(one, re.sub(r"[^0-9+]", "", to_arabic(one))) for one in numbers if one]


def rendered_for_all(language: str, template: str, context: dict[str, Any], **more: Any) -> Made:
    """A page of the whole installation, in the frame of ``portal/frame.html``."""
    known = {"language": language, "origin": settings.SITE_URL, "prefix": prefix_of(language)}
    with translation.override(language):
        return Made(render_to_string(f"portal/{template}", known | context).encode(), **more)


def origin_of(front: Front) -> str:
    """What the whole address of a page of the agency begins with: its own host, if it has one."""
    return f"https://{front.host}" if front.host else str(settings.SITE_URL)


def prefix_of(language: str) -> str:
    """What the addresses of a language begin with."""
    return "/en" if language == "en" else ""


def nothing(request: HttpRequest, language: str) -> HttpResponse:
    """The one page for whatever is not there: the same bytes for an unknown agency and for one with nothing public."""
    return answer(request, ready(_nothing(language), timezone.now()))


@cache
def maker_now() -> str:
    """Names the software and what else pages are made of, so that an update makes them anew."""
    here = Path(__file__).parent
    parts = [__version__, str(settings.SITE_URL)]
    files = sorted(one for kind in ("py", "html", "css", "po") for one in here.rglob(f"*.{kind}"))
    return tag_of("\n".join(parts).encode() + b"".join(one.read_bytes() for one in files))


@cache
def _nothing(language: str) -> Made:
    return rendered_for_all(language, "nothing.html", {}, status=404, cache="public, max-age=0, must-revalidate")


def _without(request: HttpRequest, language: str, made: Moved | None) -> HttpResponse:
    return moved(made.address) if isinstance(made, Moved) else nothing(request, language)


def _declared(view: Any, maker: Any) -> View:
    view.permission = Permission.PUBLIC
    view.maker = maker
    declared: View = view
    return declared
