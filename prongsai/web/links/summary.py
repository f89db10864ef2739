"""What a run of ``prongsai links check`` found: counted as it goes, told agency by agency at the end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from prongsai.core.links.link import State
from prongsai.web.agencies.models import Agency
from prongsai.web.links import queries
from prongsai.web.links.models import Link

_WORDS = {State.FINE: "เปิดได้", State.DOUBTFUL: "โปรดดู", State.BROKEN: "เปิดไม่ได้", State.UNKNOWN: "ไม่ได้ตรวจ"}


@dataclass(slots=True)
class _Found:
    counts: Counter[str] = field(default_factory=Counter)
    links: list[Link] = field(default_factory=list)


@dataclass(slots=True)
class Summary:
    """``quiet``: no line that counts while links are opened. Only links with something to tell are held."""

    quiet: bool = True
    _agencies: dict[int, _Found] = field(default_factory=dict)
    _number: int = 0

    def add(self, link: Link) -> None:
        """One more look was kept."""
        found = self._agencies.setdefault(link.agency_id, _Found())
        found.counts[link.state] += 1
        if link.state in (State.BROKEN, State.DOUBTFUL):
            found.links.append(link)
        self._number += 1
        if not self.quiet:
            sys.stderr.write(f"\rตรวจแล้ว {self._number} ลิงก์ (opened)")
            sys.stderr.flush()

    @property
    def found(self) -> bool:
        """Whether there is something to tell of any link."""
        return any(found.links for found in self._agencies.values())

    def lines(self) -> Iterator[str]:
        """A table for each agency: how many are in each state, then each link with the way out."""
        if not self.quiet and self._number:
            sys.stderr.write("\n")
        if not self._agencies:
            yield "ไม่มีลิงก์ที่ถึงเวลาตรวจ (no link was due)"
        for agency, found in self._in_order():
            counts = ", ".join(f"{_WORDS[state]} {found.counts[state]}" for state in State if found.counts[state])
            yield f"{agency.slug}  {agency.name}: {counts}"
            for line in queries.lines_of_links(agency, found.links):
                yield f"  {_WORDS[State(line.link.state)]}  {','.join(line.codes)}  {line.link.url}"
                yield from (f"      {sentence.th}" for sentence in line.sentences)

    def as_json(self) -> dict[str, Any]:
        """The same for programs; the counts are of links by state."""
        return {"agencies": [self._one(agency, found) for agency, found in self._in_order()]}

    def _in_order(self) -> list[tuple[Agency, _Found]]:
        rows = Agency.objects.filter(pk__in=self._agencies).order_by("slug")
        return [(agency, self._agencies[agency.pk]) for agency in rows]

    def _one(self, agency: Agency, found: _Found) -> dict[str, Any]:
        lines = queries.lines_of_links(agency, found.links)
        counts = {state.value: found.counts[state] for state in State}
        return {"agency": agency.slug, "name": agency.name, "counts": counts, "links": [_plain(line) for line in lines]}


def _plain(line: queries.LinkLine) -> dict[str, Any]:
    link = line.link
    return {
        "url": link.url,
        "items": [{"fiscal_year": watch.fiscal_year, "code": watch.code} for watch in line.watches],
        "state": str(link.state),
        "since": link.since.isoformat() if link.since else None,
        "checked_at": link.checked_at.isoformat() if link.checked_at else None,
        "status": link.status,
        "noticed": [
            {"reason": one.reason.value, "detail": one.detail, "th": sentence.th, "en": sentence.en}
            for one, sentence in zip(queries.noticed_of(link), line.sentences, strict=True)
        ],
    }
