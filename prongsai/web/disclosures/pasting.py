"""A pasted table of addresses against what the items show already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2s

from django.db.models import Prefetch

from prongsai.core.country.table import Remark
from prongsai.core.disclosures.pasted import Pasted, PastedItem, read_pasted
from prongsai.core.disclosures.pasted_cells import PastedLink
from prongsai.core.disclosures.pasted_names import Known
from prongsai.core.sentence import Sentence
from prongsai.web.agencies.queries import Seat
from prongsai.web.disclosures.items import items_of
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.queries import Line as ItemLine
from prongsai.web.disclosures.queries import disclosures_of, may_edit
from prongsai.web.evidence.queries import evidence_in


@dataclass(frozen=True, slots=True)
class Planned:
    """What the table would change of one item. ``sets`` fills what is empty; ``replaces`` is what is there and differs,
    by field, as it would become; ``present`` are addresses that the item shows already.
    """

    code: str
    name: str
    rows: tuple[int, ...]
    version: int
    new: tuple[PastedLink, ...] = ()
    present: tuple[PastedLink, ...] = ()
    sets: Mapping[str, str] | None = None
    replaces: Mapping[str, tuple[str, str]] | None = None

    @property
    def adds(self) -> bool:
        """Whether anything is put in that was not there."""
        return bool(self.new or self.sets)

    def values(self, *, replace: bool) -> dict[str, str]:
        """The fields to write."""
        found = dict(self.sets or {})
        if replace:
            found |= {key: after for key, (_before, after) in (self.replaces or {}).items()}
        return found


@dataclass(frozen=True, slots=True)
class Plan:
    """The table, checked against the items of the year. ``seen`` changes with whatever is kept of them meanwhile."""

    pasted: Pasted
    items: tuple[Planned, ...]
    faults: tuple[Remark, ...]
    seen: str

    @property
    def adding(self) -> list[Planned]:
        """The items that get something."""
        return [one for one in self.items if one.adds]

    @property
    def same(self) -> list[Planned]:
        """The items that have everything already."""
        return [one for one in self.items if not one.adds and not one.replaces]

    @property
    def replacing(self) -> list[Planned]:
        """The items with words or an answer that differ."""
        return [one for one in self.items if one.replaces]

    @property
    def links(self) -> int:
        """How many links are new."""
        return sum(len(one.new) for one in self.items)


def plan_of(seat: Seat, fiscal_year: int, text: str, choices: Mapping[int, str] | None = None) -> Plan:
    """Read a table for a person: items that they may not write are refused. Three queries, whatever its length."""
    items = {item.code: item for item in items_of(seat.agency, fiscal_year)}
    found = disclosures_of(seat.agency, fiscal_year)
    rows = {row.code: row for row in found.prefetch_related(Prefetch("evidence", evidence_in(seat.agency)))}
    names = {code: item.name for code, item in items.items()}
    pasted = read_pasted(text, [Known(code, name) for code, name in names.items()], choices)
    planned, faults = [], list(pasted.faults)
    for one in pasted.items:
        line = ItemLine(one.code, names[one.code], items[one.code], rows.get(one.code))
        decision = may_edit(seat, line)
        if decision:
            planned.append(_planned(one, names[one.code], rows.get(one.code)))
        else:
            why = decision.why or Sentence("", "")
            what = Sentence(f"{one.code}: {why.th}", f"{one.code}: {why.en}")
            faults += [Remark(row, 0, "", what) for row in one.rows]
    versions = "|".join(f"{code}:{row.version}:{len(row.evidence.all())}" for code, row in sorted(rows.items()))
    return Plan(pasted, tuple(planned), tuple(faults), blake2s(versions.encode(), digest_size=16).hexdigest())


def _planned(item: PastedItem, name: str, row: Disclosure | None) -> Planned:
    here = {piece.url for piece in row.evidence.all() if piece.url} if row else set()
    new = tuple(link for link in item.links if link.url not in here)
    present = tuple(link for link in item.links if link.url in here)
    sets: dict[str, str] = {}
    replaces: dict[str, tuple[str, str]] = {}
    answered = row.answer if row else ""
    wanted = {"explanation": item.explanation, "answer": item.answer}
    for key, value in wanted.items():
        kept = getattr(row, key) if row else ""
        contradicts = key == "answer" and value == Disclosure.Answer.HAS_NOT and (here or answered == "has")
        if value and kept.strip() != value and (kept.strip() or contradicts):
            replaces[key] = (kept, value)
        elif value and not kept.strip():
            sets[key] = value
    return Planned(item.code, name, item.rows, row.version if row else 0, new, present, sets or None, replaces or None)
