"""The page of one item, as every form on it shows it again."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from prongsai.core.access.decision import Decision
from prongsai.core.access.permissions import Permission
from prongsai.core.disclosures.tables import from_json
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.disclosures import queries
from prongsai.web.disclosures.entries import Entry, entry_of, has_words
from prongsai.web.disclosures.former import former_marks, whence, with_offers
from prongsai.web.disclosures.forms import (
    OWN_TEXT,
    ChecklistForm,
    DisclosureForm,
    EvidenceForm,
    PieceForm,
    TableForm,
    WordsForm,
    initial_of,
    words_initial,
)
from prongsai.web.disclosures.sources import offers_of
from prongsai.web.evidence.queries import Evidence
from prongsai.web.links.queries import said_of
from prongsai.web.site import clock
from prongsai.web.site.refusals import said


def show(request: HttpRequest, seat: Seat, entry: Entry, status: int = 200, **more: Any) -> HttpResponse:
    """The page of the item; ``more`` are forms that were sent, in place of fresh ones."""
    line, allowed = entry.line, decision_of(seat, entry)
    row, year = line.row, int(request.resolver_match.kwargs["year"]) if request.resolver_match else 0
    origins = whence(seat.agency, year - 1, year)
    origin = origins.origins.get(line.code)
    entry = with_offers(entry, former_marks(seat.agency, year, origin, row))
    version = {"version": row.version if row else 0}
    places = places_of(entry)
    context = {
        "year": year,
        "entry": entry,
        "line": line,
        "origin": origin,
        "source": year - 1,
        "decision": allowed,
        "why": "" if allowed or allowed.why is None else said(allowed.why),
        "form": DisclosureForm(initial=initial_of(line), divisions=names_of(seat), auto_id="id_settings_%s"),
        "evidence_form": EvidenceForm(initial={"shows_all": not entry.pieces}),
        "words_form": WordsForm(initial=words_initial(row), auto_id="id_words_%s"),
        "table_form": TableForm(initial=version, auto_id="id_table_%s"),
        "checklist": ChecklistForm(initial=version, checks=entry.checks, places=places, auto_id="id_check_%s"),
        "places": places,
        "pieces": _pieces(entry),
        "tables": [from_json(one) for one in row.tables] if row else [],
        "public": _public_address(seat, year, entry),
        "may_publish": bool(seat.may(Permission.PUBLISH)),
        "may_see_history": bool(row and seat.may(Permission.SEE_HISTORY)),
        **more,
    }
    return render(request, "disclosures/detail.html", context, status=status)


def entry_for(seat: Seat, year: int, code: str) -> Entry:
    """The item of the seat's agency; 404 where there is none of that code."""
    found = entry_of(seat.agency, year, code, clock.today())
    if found is None:
        raise Http404
    return found


def decision_of(seat: Seat, entry: Entry) -> Decision:
    """Whether the seat may write this item."""
    allowed = seat.may(Permission.EDIT_DISCLOSURE)
    return queries.may_edit(seat, entry.line) if allowed else allowed


def demand_edit(seat: Seat, entry: Entry) -> None:
    """403 with the reason for those who may not write this item."""
    decision = decision_of(seat, entry)
    if not decision:
        raise PermissionDenied(decision.why)


def names_of(seat: Seat) -> dict[int, str]:
    """The divisions of the agency by their ids."""
    return {division.pk: division.name for division in divisions(seat.agency)}


def places_of(entry: Entry) -> list[tuple[str, str]]:
    """Where a component can be shown: each link and file, then the item's own text."""
    several = len(entry.pieces) > 1  # then they are numbered, here and in the list: titles may be the same
    places = [
        (str(piece.pk), f"{number}. {piece.title}" if several else piece.title)
        for number, piece in enumerate(entry.pieces, 1)
    ]
    if entry.line.row and has_words(entry.line.row):
        places.append((OWN_TEXT, _("The text or table on this page")))
    return places


def offered(seat: Seat, year: int, line: queries.Line) -> list[tuple[str, str]]:
    """Content of the system that is fit for an item, and what it shows already."""
    item, row = line.item, line.row
    subjects = set(item.subjects) if item else set()
    chosen = set(row.sources) if row else set()
    return [
        (offer.code, offer.title)
        for offer in offers_of(seat.agency, year)
        if offer.code in chosen or not offer.subjects or subjects & set(offer.subjects)
    ]


def _pieces(entry: Entry) -> list[dict[str, Any]]:
    """Each link and file with how it opens and the form of its title."""
    opening = {link.url: link for link in entry.links}
    version = entry.line.row.version if entry.line.row else 0
    return [
        {
            "piece": piece,
            "link": opening.get(piece.url),
            "said": said_of(opening[piece.url]) if piece.url in opening else (),
            "form": _piece_form(piece, version),
        }
        for piece in entry.pieces
    ]


def _piece_form(piece: Evidence, version: int) -> PieceForm:
    initial = {"title": piece.title, "url": piece.url, "version": version}
    return PieceForm(initial=initial, has_url=bool(piece.url), auto_id=f"id_piece{piece.pk}_%s")


def _public_address(seat: Seat, year: int, entry: Entry) -> str:
    """Where the public reads it, or nothing where it never was public."""
    if entry.edition is None:
        return ""
    return f"/{seat.agency.slug}/{year}/{entry.line.code.lower()}"
