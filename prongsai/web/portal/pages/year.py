"""What an agency has published of a fiscal year."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from prongsai.web.portal.keeping import Asked, Made, kept, rendered
from prongsai.web.portal.queries import Entry, Publication, entries_of


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading of the list."""

    title: str
    entries: list[Entry]


@kept
def year(asked: Asked, year: int) -> Made | None:
    """The items under their sub-indicators, then plan, reports and results; a year without anything has no page."""
    entries = entries_of(asked.agency, year)
    if not entries:
        return None
    shown = [one for one in entries if not one.withdrawn]
    context = {
        "year": year,
        "groups": groups_of(shown),
        "withdrawn": [one for one in entries if one.withdrawn],
        "count": len(shown),
        "newest": max((one.published_at for one in shown), default=None),
        "title": _("Fiscal year %(year)s") % {"year": year},
        "description": _("What %(agency)s has published of fiscal year %(year)s, and when")
        % {"agency": asked.agency.name, "year": year},
        "path": f"{asked.agency.slug}/{year}/",
    }
    return rendered(asked, "year.html", context, modified=asked.shelf.changed_at)


def groups_of(entries: list[Entry]) -> list[Group]:
    """Plan, reports and results first, as they say how it all went; then the items in their order."""
    whole = [one for one in entries if one.publication.kind != Publication.Kind.DISCLOSURE]
    items = [one for one in entries if one.publication.kind == Publication.Kind.DISCLOSURE]
    found = [Group(_("Plan, reports and results"), whole)] if whole else []
    found += [Group(title or _("Disclosures"), list(group)) for title, group in groupby(items, _heading)]
    return found


def _heading(entry: Entry) -> str:
    return entry.publication.group
