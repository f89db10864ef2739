"""The links of an item are watched: those of its evidence and those in its text."""

from __future__ import annotations

from prongsai.core.disclosures.text import addresses_in
from prongsai.core.framework.rules import YearRule
from prongsai.web.disclosures.items import item_kept
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.links import actions as links


def follow_links(row: Disclosure) -> None:
    """Have exactly the links watched that the item shows now, for the time that its data must be of and its division.

    Called after whatever changes one of these.
    """
    item = item_kept(row.agency, row.fiscal_year, row.code, row.subject)
    links.watch(
        agency=row.agency,
        fiscal_year=row.fiscal_year,
        code=row.code,
        wanted=_wanted(row),
        year_rule=item.year_rule if item else YearRule.NONE,
        division_id=row.division_id,
    )


def let_links_go(row: Disclosure) -> None:
    """Watch none of the links of an item any longer: it is taken back."""
    links.watch(agency=row.agency, fiscal_year=row.fiscal_year, code=row.code, wanted=())


def _wanted(row: Disclosure) -> list[links.Wanted]:
    """The links of the evidence with their titles; then those that only the text names."""
    pieces = row.evidence.filter(removed_at=None).exclude(url="").order_by("added_at", "id")
    found = {piece.url: piece.title for piece in pieces}
    for text in (row.text, row.explanation):
        for url in addresses_in(text):
            found.setdefault(url, row.name)
    return [links.Wanted(url, title) for url, title in found.items()]
