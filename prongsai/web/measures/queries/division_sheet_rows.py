"""The rows of returned sheets → the measures that they are, or why they are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from prongsai.core.access.decision import Decision, refused
from prongsai.core.sentence import Sentence
from prongsai.documents.division_sheets import FilledRow, Known, Returned, best_match
from prongsai.web.agencies.models import Division
from prongsai.web.agencies.queries import Seat, divisions
from prongsai.web.measures.division_sheet_identity import Identity, identity_in
from prongsai.web.measures.queries.division_sheets import Standing, standings
from prongsai.web.measures.queries.rounds import Round


@dataclass(frozen=True, slots=True)
class Fault:
    """What cannot be taken, and where it stands: ``column`` is a letter, where one cell is meant."""

    file: str
    sheet: str
    row: int
    column: str
    why: Sentence


@dataclass(frozen=True, slots=True)
class FoundRow:
    """A row whose measure is known. ``identity`` is None where it was found by number and title."""

    file: str
    row: FilledRow
    division: Division
    standing: Standing
    identity: Identity | None

    @property
    def key(self) -> str:
        """The measure and the division, whatever the row."""
        return f"{self.standing.measure.pk}-{self.division.pk}"

    def fault(self, why: Sentence, name: str = "") -> Fault:
        """A fault of this row, of the cell of the field ``name`` where one is given."""
        return Fault(self.file, self.row.sheet, self.row.row, self.row.columns.get(name, ""), why)


@dataclass
class Finder:
    """Finds the rows of one round for one person; asks for the measures of the plan once."""

    seat: Seat
    round: Round

    def find(self, returned: Sequence[Returned]) -> Iterator[FoundRow | Fault]:
        """Each row, or its fault."""
        for file in returned:
            for row in file.rows:
                found = self._find(file.file, row)
                yield Fault(file.file, row.sheet, row.row, "", found) if isinstance(found, Sentence) else found

    @cached_property
    def _divisions(self) -> dict[int, Division]:
        return {one.pk: one for one in divisions(self.seat.agency, active_only=False)}

    def _find(self, file: str, row: FilledRow) -> FoundRow | Sentence:
        identity = identity_in(row.identity)
        if identity is not None and (why := self._foreign(identity)):
            return why
        division = self._divisions.get(identity.division) if identity else self._division_named(row.division)
        if division is None:
            return _NO_DIVISION
        if (decision := self._may_write(division)).why is not None:
            return decision.why
        known = self._standings.get(division.pk, {})
        measure = identity.measure if identity else self._matched(row, known)
        if measure is None or measure not in known:
            return _NO_MEASURE
        return FoundRow(file, row, division, known[measure], identity)

    def _foreign(self, identity: Identity) -> Sentence | None:
        """Why a row of ours does not belong here."""
        if identity.agency != self.seat.agency.pk:
            return _OTHER_AGENCY
        return None if (identity.plan, identity.round) == (self.round.plan_id, self.round.pk) else _OTHER_ROUND

    def _division_named(self, name: str) -> Division | None:
        """The division of a sheet whose rows no longer say it: the own, or the one whose name stands above them."""
        if self.seat.role.division_only:
            return self.seat.division
        squeezed = "".join(name.split())
        return next((one for one in self._divisions.values() if "".join(one.name.split()) == squeezed), None)

    def _may_write(self, division: Division) -> Decision:
        decision = self.seat.writes_for({division.pk})
        if decision:
            return decision
        return refused(
            f"แถวนี้เป็นของ{division.name} ท่านรับได้เฉพาะแบบของส่วนราชการของท่าน โปรดส่งไฟล์ให้ผู้ประสานงาน ITA",
            f"This row belongs to {division.name}; you may take in only the form of your own division. "
            "Please give the file to the ITA coordinator.",
        )

    @cached_property
    def _standings(self) -> dict[int, dict[int, Standing]]:
        found = standings(self.round)
        return {division: {one.measure.pk: one for one in rows} for division, rows in found.items()}

    def _matched(self, row: FilledRow, known: dict[int, Standing]) -> int | None:
        measures = (one.measure for one in known.values())
        return best_match(row.number, row.title, [Known(one.pk, one.number, one.title) for one in measures])


_OTHER_AGENCY = Sentence(
    "แถวนี้เป็นแบบของหน่วยงานอื่น จึงไม่รับ โปรดตรวจว่าเลือกไฟล์ถูกต้อง",
    "This row is of another agency and is not taken. Please check that you chose the right file.",
)
_OTHER_ROUND = Sentence(
    "แถวนี้เป็นแบบของปีหรือรอบรายงานอื่น จึงไม่รับ โปรดรับที่หน้าของรอบนั้น หรือดาวน์โหลดแบบของรอบนี้",
    "This row is of another year or round. Please take it in on the page of that round, or download this round's form.",
)
_NO_DIVISION = Sentence(
    "ไม่ทราบว่าแถวนี้เป็นของส่วนราชการใด เพราะรหัสประจำแถวและชื่อส่วนราชการเหนือตารางหายไป "
    "โปรดพิมพ์ “ส่วนราชการ: ” ตามด้วยชื่อไว้เหนือตาราง หรือดาวน์โหลดแบบใหม่",
    "It cannot be told which division this row belongs to: its hidden code and the name above the table are gone. "
    "Please type “ส่วนราชการ: ” and the name above the table, or download a new form.",
)
_NO_MEASURE = Sentence(
    "ไม่พบมาตรการนี้ในแผนของส่วนราชการนี้ อาจถูกนำออกจากแผนหรือเปลี่ยนผู้รับผิดชอบแล้ว โปรดตรวจลำดับและชื่อมาตรการ",
    "This measure is not in the plan of this division; it may have been taken out or given to another. "
    "Please check its number and title.",
)
