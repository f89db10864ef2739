"""Items as the tests of this folder begin them."""

from __future__ import annotations

from datetime import date
from typing import Any

from prongsai.core.disclosures.checklist import Mark
from prongsai.core.publication.content import Content, Kind
from prongsai.web.disclosures import actions
from prongsai.web.disclosures.entries import Entry, entries_of, entry_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.links.queries import Link
from prongsai.web.published import actions as published
from tests.cast import Cast

YEAR = 2566
TODAY = date(2023, 3, 20)
BOARD = f"/a/tha-khong/{YEAR}/disclosures/"


def item(code: str, part: str = "") -> str:
    """The address of an item, or of something beneath it."""
    return f"{BOARD}{code}/{part}"


def where(cast: Cast, code: str, **more: Any) -> dict[str, Any]:
    """Who does something to which item."""
    return {"by": cast.somying, "agency": cast.agency, "fiscal_year": YEAR, "code": code, **more}


def entry(cast: Cast, code: str) -> Entry:
    """An item as it stands now."""
    found = entry_of(cast.agency, YEAR, code, TODAY)
    assert found is not None
    return found


def entries(cast: Cast) -> list[Entry]:
    """All items as they stand now."""
    return entries_of(cast.agency, YEAR, TODAY)


def row(cast: Cast, code: str) -> Disclosure:
    """What is kept of an item."""
    return Disclosure.objects.of(cast.agency).get(fiscal_year=YEAR, code=code)


def link(cast: Cast, code: str, name: str = "หน้าเว็บ", *, shows_all: bool = True) -> int:
    """Give an item a link that shows everything; the number of that piece."""
    url = "https://tha-khong.example/" + name.replace(" ", "-")
    made = actions.attach_to_item(**where(cast, code), url=url, title=name, shows_all=shows_all)
    return made.pk


def publish(cast: Cast, code: str) -> None:
    """Make an item public with little in it."""
    content = Content(Kind.DISCLOSURE, YEAR, code.lower(), code)
    published.publish(by=cast.somying, agency=cast.agency, content=content)


def open_as(cast: Cast, url: str, state: str) -> None:
    """Let a link have been found in a state."""
    assert Link.objects.of(cast.agency).filter(url=url).update(state=state)


def marks(cast: Cast, code: str, piece: int | None, place: str = "") -> list[Mark]:
    """A mark for each component of an item, all at one place."""
    return [Mark(check.component, piece, place) for check in entry(cast, code).checks]
