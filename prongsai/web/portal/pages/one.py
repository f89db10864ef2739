"""One published thing at its address: an item, a plan, a report, results; its earlier editions; what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from prongsai.core.publication.changes import changes
from prongsai.core.publication.content import Content
from prongsai.core.sentence import Sentence
from prongsai.web.portal.keeping import Asked, Made, Moved, Outcome, kept, origin_of, rendered
from prongsai.web.portal.queries import Entry, address_of, entries_of, front_of, mark_of
from prongsai.web.published.queries import Shown, editions_of, publication_at

#: With so many sections a list of contents helps.
MANY = 3


@dataclass(frozen=True, slots=True)
class Version:
    """An edition in the list of all: where it stands, and what it changed."""

    shown: Shown
    address: str
    here: bool
    changes: list[Sentence] = field(default_factory=list)


@kept
def newest(asked: Asked, year: int, code: str) -> Outcome:
    """The newest edition."""
    return _page(asked, year, code, None)


@kept
def edition(asked: Asked, year: int, code: str, number: int) -> Outcome:
    """One edition by its number; the newest has its own address, which it names."""
    return _page(asked, year, code, number)


def _page(asked: Asked, year: int, code: str, number: int | None) -> Outcome:
    if code != code.lower():
        end = "" if number is None else f"/v{number}"
        return Moved(f"{asked.base}/{year}/{code.lower()}{end}")
    publication = publication_at(asked.agency, year, code)
    editions = editions_of(publication) if publication else []
    shown = (
        editions[0] if editions and number is None else next((e for e in editions if e.edition.number == number), None)
    )
    if shown is None:
        return None
    if shown.is_withdrawn:
        context = _frame(asked, shown, editions, number)
        moment = shown.withdrawal.withdrawn_at if shown.withdrawal else None
        return rendered(asked, "withdrawn.html", context, status=HTTPStatus.GONE, modified=moment)
    return _shown(asked, shown, editions, number)


def _shown(asked: Asked, shown: Shown, editions: list[Shown], number: int | None) -> Made:
    content = shown.content
    before, after = _beside(entries_of(asked.agency, content.fiscal_year), shown)
    context = _frame(asked, shown, editions, number) | {
        "content": content,
        "lead": content.lead,
        "many": len(content.sections) >= MANY,
        "places": _places(content),
        "files": list(zip(content.files, shown.files, strict=True)),
        "before": before,
        "after": after,
    }
    return rendered(asked, "one.html", context, modified=shown.edition.published_at)


def _frame(asked: Asked, shown: Shown, editions: list[Shown], number: int | None) -> dict[str, Any]:
    """What a page tells of an edition, whether it is shown or withdrawn."""
    publication = shown.publication
    stands = address_of(publication)
    title = publication.title if shown.is_withdrawn else shown.content.title
    return {
        "shown": shown,
        "title": title,
        "mark": mark_of(publication),
        "year": publication.fiscal_year,
        "group": publication.group if shown.is_withdrawn else shown.content.group,
        "here": f"{asked.base}/{stands}",
        "whole": f"{origin_of(front_of(asked.agency))}/{asked.agency.slug}/{stands}",
        "path": f"{asked.agency.slug}/{stands}",
        "old": not shown.is_newest,
        "noindex": not shown.is_newest or shown.is_withdrawn,
        "versions": list(_versions(asked, editions, shown)) if len(editions) > 1 or number is not None else [],
    }


def _versions(asked: Asked, editions: list[Shown], here: Shown) -> Iterator[Version]:
    """All editions, the newest first; what a correction changed is told where both of the two may be read."""
    for at, one in enumerate(editions):
        earlier = editions[at + 1] if at + 1 < len(editions) else None
        readable = earlier is not None and not one.is_withdrawn and not earlier.is_withdrawn
        told = changes(earlier.content, one.content) if earlier is not None and readable else []
        address = f"{asked.base}/{address_of(one.publication)}"
        yield Version(one, address if one.is_newest else f"{address}/v{one.edition.number}", one is here, told)


def _places(content: Content) -> dict[str, str]:
    """Where on the page the things stand that components name."""
    found = {one.title: one.url for one in content.links} | {one.url: one.url for one in content.links}
    for at, file in enumerate(content.files, 1):
        found |= {file.title: f"#file-{at}", file.name: f"#file-{at}"}
    for at, section in enumerate(content.sections, 1):
        found[section.title] = f"#part-{at}"
    return {name: place for name, place in found.items() if name}


def _beside(entries: list[Entry], shown: Shown) -> tuple[Entry | None, Entry | None]:
    """What stands before and after it in the list of its year."""
    readable = [one for one in entries if not one.withdrawn]
    at = next((at for at, one in enumerate(readable) if one.publication == shown.publication), None)
    if at is None:
        return None, None
    return readable[at - 1] if at else None, readable[at + 1] if at + 1 < len(readable) else None
