"""The links and files of an item: their titles, their order, and taking them off."""

from __future__ import annotations

from enum import StrEnum

from django.db import transaction

from prongsai.web.accounts.models import Person
from prongsai.web.disclosures.actions.rows import told, write
from prongsai.web.disclosures.actions.watching import follow_links
from prongsai.web.disclosures.entries import pieces_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.evidence import actions as evidence_actions
from prongsai.web.evidence.queries import Evidence
from prongsai.web.site.refusals import Stale, refuse


class Move(StrEnum):
    """What may be done with a piece of an item."""

    UP = "up"
    DOWN = "down"
    OFF = "off"


@transaction.atomic
def move_piece(*, by: Person, row: Disclosure, piece: int, move: Move, version: int) -> Disclosure:
    """Show a piece earlier or later, or no longer: it stays what it is elsewhere, and ticks that point to it fall open.

    Stale where somebody else wrote first; Refused where the piece is not the item's any more.
    """
    pieces = list(pieces_of(row))
    found = _piece(row, pieces, piece, version)
    at = pieces.index(found)
    pieces.remove(found)
    if move is not Move.OFF:
        pieces.insert(max(at - 1, 0) if move is Move.UP else at + 1, found)
    write(row, {"evidence_order": [one.pk for one in pieces]})
    if move is Move.OFF:
        row.evidence.remove(found)
        told(by, row, {"evidence": found.title}, {})
        follow_links(row)
    else:
        told(by, row, {}, {"evidence": [one.title for one in pieces]})
    return row


@transaction.atomic
def change_piece(*, by: Person, row: Disclosure, piece: int, title: str, version: int, url: str = "") -> Disclosure:
    """Call a piece of the item something else, or let a link lead to another address: that is another piece, which
    takes its place and its ticks. Stale where somebody else wrote first, Refused without a title and for no address.
    """
    found = _piece(row, list(pieces_of(row)), piece, version)
    before = {"evidence": found.title, "url": found.url}
    if url.strip() and url.strip() != found.url:
        found = _led_elsewhere(by, row, found, title, url)
    elif title.strip() != found.title:
        evidence_actions.rename_evidence(by=by, evidence=found, title=title)
    order = [found.pk if one == piece else one for one in row.evidence_order]
    write(row, {"evidence_order": order})
    told(by, row, before, {"evidence": found.title, "url": found.url})
    follow_links(row)
    return row


def _led_elsewhere(by: Person, row: Disclosure, old: Evidence, title: str, url: str) -> Evidence:
    """A link to the new address in the place of the old one, which other measures and years may still show."""
    new = evidence_actions.add_link(
        by=by,
        agency=row.agency,
        url=url,
        title=title,
        fiscal_year=row.fiscal_year,
        page_or_quote=old.page_or_quote,
    )
    row.evidence_order = [one.pk for one in pieces_of(row)]
    row.evidence.remove(old)
    row.evidence.add(new)
    row.ticks.filter(evidence=old).update(evidence=new)
    return new


def _piece(row: Disclosure, pieces: list[Evidence], piece: int, version: int) -> Evidence:
    if row.version != version:
        raise Stale
    found = next((one for one in pieces if one.pk == piece), None)
    if found is None:
        raise refuse(
            "ลิงก์หรือไฟล์นี้ไม่อยู่ในรายการแล้ว โปรดเปิดหน้านี้ใหม่",
            "The item does not show this link or file any more. Please open the page anew.",
        )
    return found
