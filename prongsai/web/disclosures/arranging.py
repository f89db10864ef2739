"""The links and files of an item: their titles, their order, and taking them off."""

from __future__ import annotations

from enum import StrEnum

from django.db import transaction

from prongsai.web.accounts.models import Person
from prongsai.web.disclosures.entries import pieces_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.rows import told, write
from prongsai.web.disclosures.watching import follow_links
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
def name_piece(*, by: Person, row: Disclosure, piece: int, title: str, version: int) -> Disclosure:
    """Call a piece of the item something else; Stale where somebody else wrote first, Refused without a title."""
    found = _piece(row, list(pieces_of(row)), piece, version)
    before = found.title
    evidence_actions.rename_evidence(by=by, evidence=found, title=title)
    write(row, {})
    told(by, row, {"evidence": before}, {"evidence": found.title})
    follow_links(row)
    return row


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
