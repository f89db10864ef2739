"""What officials paste into the website that the agency has: code for frames, and plain HTML."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _

from prongsai.web.agencies.models import Agency
from prongsai.web.portal.embeds.counting import Part, YearShown
from prongsai.web.portal.embeds.pages import badge_words
from prongsai.web.portal.keeping import origin_of
from prongsai.web.portal.queries import front_of


@dataclass(frozen=True, slots=True)
class Code:
    """One piece of code: ``key`` for the ids of a page, what it shows, the code, and where a preview stands."""

    key: str
    title: str
    about: str
    code: str
    preview: str = ""


def codes_of(agency: Agency, found: YearShown, part: str = "") -> list[Code]:
    """All pieces of a year, or of one sub-indicator of it."""
    origin = origin_of(front_of(agency))
    home = f"{origin}/{agency.slug}"
    chosen = found.part(part)
    list_address = f"{home}/embed/{found.year}/{chosen.code if chosen else ''}"
    label, count = badge_words(found)
    parts = [chosen] if chosen else found.parts
    return [
        Code(
            "badge",
            _("Badge as a picture"),
            _("A small picture that counts by itself and leads to the year. It works on every website."),
            format_html(
                '<a href="{}/{}/"><img src="{}/embed/{}/badge.svg" alt="{} {}" height="28"></a>',
                *(home, found.year, home, found.year, label, count),
            ),
            f"/{agency.slug}/embed/{found.year}/badge",
        ),
        Code(
            "frame",
            _("List in a frame"),
            _("Follows by itself what is published, corrected and withdrawn. Change the height to your page."),
            format_html(
                '<iframe src="{}" title="{}" width="100%" height="480" loading="lazy" style="border:0"></iframe>',
                *(list_address, label),
            ),
            list_address.removeprefix(origin),
        ),
        Code(
            "plain",
            _("List as plain HTML"),
            _("For websites that allow no frames. It does not change by itself: copy it anew after publishing."),
            plain_list(home, parts),
        ),
    ]


def plain_list(home: str, parts: list[Part]) -> str:
    """The publications as headings and lists of links, without any style."""
    pieces = [
        format_html(
            "<h3>{}</h3>\n<ul>\n{}</ul>\n",
            part.title or _("Disclosures"),
            format_html_join(
                "",
                '<li><a href="{}/{}">{} {}</a></li>\n',
                ((home, one.address, one.mark, one.publication.title) for one in part.entries),
            ),
        )
        for part in parts
    ]
    return "".join(pieces)
