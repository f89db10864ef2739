"""The cells of one row that came back, against what was sent and what stands in the plan now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from prongsai.core.measures.rounds import may_write_on
from prongsai.core.reports.printable import printable_text
from prongsai.core.reports.reading import Status
from prongsai.core.sentence import Sentence
from prongsai.documents.division_sheets import STATUS_WORDS, as_text, edits, listed, same_title, status_in
from prongsai.web.measures.division_sheet_identity import digest
from prongsai.web.measures.division_sheet_offers import LONGEST_ENTRY, LONGEST_TEXT, Terms, Write, offer
from prongsai.web.measures.queries.division_sheet_rows import Fault, FoundRow


@dataclass
class Draft:
    """What becomes of a row. ``cells`` are its texts as they would stand in the plan."""

    row: FoundRow
    cells: dict[str, str]
    status: Status
    writes: list[Write] = field(default_factory=list)
    outcome: tuple[str, ...] | None = None
    suggestion: str | None = None
    remarks: list[Sentence] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    doubtful: bool = False
    needs_reason: bool = False
    refused: Sentence | None = None

    @property
    def changes(self) -> bool:
        """Whether anything would be written."""
        return bool(self.writes) or self.outcome is not None or self.suggestion is not None


def drafted(row: FoundRow, terms: Terms) -> Draft:
    """The draft of a row under these terms."""
    return _Reader(row, terms).draft()


class _Reader:
    def __init__(self, row: FoundRow, terms: Terms) -> None:
        measure = row.standing.measure
        self._row, self._terms = row, terms
        self._now = row.standing.cells
        self._draft = Draft(row, dict(self._now), Status(measure.status))
        sent = row.identity.entries if row.identity else tuple(entry.pk for entry in row.standing.entries)
        self._sent = sent if terms.past.texts(sent) is not None else tuple(one.pk for one in row.standing.entries)

    def draft(self) -> Draft:
        self._result()
        self._status()
        self._content()
        if self._draft.changes:
            self._doubts()
            self._days()
        return self._draft

    def _came_back(self, name: str) -> str | None:
        """What somebody wrote into a cell; None where it is as it was sent, or as it stands in the plan by now."""
        text = self._row.row.values.get(name)
        if text is None or text == self._now[name]:
            return None
        identity = self._row.identity
        return None if identity and digest(text) == identity.sent[name] else text

    def _written_since(self, name: str) -> bool:
        """Whether somebody changed the cell in the application since it was sent."""
        identity = self._row.identity
        return identity is not None and digest(self._now[name]) != identity.sent[name]

    def _result(self) -> None:
        """The entries to record: those that were corrected, and new ones, as far as nobody recorded them already."""
        text = self._came_back("result")
        if text is None:
            return
        past = self._terms.past
        found = edits([past.entries[pk].text for pk in self._sent], text)
        for at, new in found.corrected:
            latest = past.latest(self._sent[at])
            if not _alike(past.entries[latest].text, new):
                self._draft.writes.append(Write(new, latest))
        there = [entry.text for entry in self._row.standing.entries]
        self._draft.writes += [Write(new) for new in found.added if not any(_alike(new, old) for old in there)]
        if found.deleted:
            self._draft.remarks.append(_KEPT)
        if any(len(write.text) > LONGEST_ENTRY for write in self._draft.writes):
            self._draft.faults.append(self._row.fault(_too_long(LONGEST_ENTRY), "result"))
            self._draft.writes.clear()
        elif self._draft.writes:
            self._draft.doubtful |= self._written_since("result")
            self._draft.cells["result"] = self._together()

    def _together(self) -> str:
        """The cell of results with what would be written."""
        corrected = {write.replaces: write.text for write in self._draft.writes if write.replaces is not None}
        texts = [corrected.get(entry.pk, entry.text) for entry in self._row.standing.entries]
        return as_text([*texts, *(write.text for write in self._draft.writes if write.replaces is None)])

    def _status(self) -> None:
        text, now = self._came_back("status"), self._draft.status
        wanted = status_in(text) if text else None
        if text and wanted is None:
            self._draft.faults.append(self._row.fault(_no_status(text), "status"))
        made = offer(now, wanted, writes=bool(self._draft.writes), evidence=self._row.standing.evidence)
        self._draft.remarks += made.remarks
        if made.status is now:
            return
        if not self._draft.writes and not self._write_again():
            self._draft.faults.append(self._row.fault(_NO_RESULT, "result"))
            return
        self._draft.status, self._draft.needs_reason = made.status, made.needs_reason
        self._draft.cells["status"] = STATUS_WORDS[made.status]
        self._draft.doubtful |= self._written_since("status")

    def _write_again(self) -> bool:
        """Record the newest entry once more, as its own correction: a status comes with an entry. False without one."""
        entries = self._row.standing.entries
        self._draft.writes += [Write(entry.text, entry.pk) for entry in entries[-1:]]
        return bool(entries)

    def _content(self) -> None:
        """Outcome and suggestion, which belong to the plan: they are the coordinator's to change."""
        came = {name: text for name in ("outcome", "suggestion") if (text := self._came_back(name)) is not None}
        if came and not self._terms.may_edit:
            self._draft.remarks.append(_NOT_YOURS)
            return
        for name, text in came.items():
            if len(text) > LONGEST_TEXT:
                self._draft.faults.append(self._row.fault(_too_long(LONGEST_TEXT), name))
                continue
            self._draft.doubtful |= self._written_since(name)
            if name == "outcome":
                self._draft.outcome = listed(text)
                self._draft.cells[name] = as_text(self._draft.outcome)
            else:
                self._draft.suggestion = self._draft.cells[name] = text

    def _doubts(self) -> None:
        """What makes a person look twice before the row is taken."""
        if self._draft.doubtful:
            self._draft.remarks.insert(0, _WRITTEN_SINCE)
        title = self._row.row.title
        if self._row.identity is None:
            self._draft.remarks.insert(0, _BY_TITLE)
            self._draft.doubtful = True
        elif title and not same_title(title, self._row.standing.measure.title):
            self._draft.remarks.insert(0, _OTHER_TITLE)
            self._draft.doubtful = True

    def _days(self) -> None:
        """Whether the days of what would be written are open for the division."""
        past, terms = self._terms.past, self._terms
        days = {past.entries[one.replaces].on if one.replaces else terms.day for one in self._draft.writes}
        for day in sorted(days):
            decision = may_write_on(
                day,
                today=terms.today,
                fiscal_year=terms.fiscal_year,
                division=self._row.division.pk,
                locked=terms.locked,
            )
            self._draft.refused = self._draft.refused or decision.why


def _alike(first: str, second: str) -> bool:
    return printable_text(first) == printable_text(second)


def _too_long(most: int) -> Sentence:
    return Sentence(
        f"ข้อความยาวเกิน {most:,} ตัวอักษร จึงไม่รับช่องนี้ โปรดย่อให้สั้นลง แล้วแนบรายละเอียดเป็นหลักฐาน",
        f"The text has more than {most:,} letters and is not taken. Please shorten it, and attach details as evidence.",
    )


def _no_status(text: str) -> Sentence:
    words: Sequence[str] = list(STATUS_WORDS.values())
    return Sentence(
        f"“{text[:40]}” ไม่ใช่สถานะ จึงไม่เปลี่ยนสถานะ โปรดเลือก {' หรือ '.join(words)}",
        f"“{text[:40]}” is no status, so it stays as it is. Please choose one of {', '.join(words)}.",
    )


_KEPT = Sentence(
    "ผลที่บันทึกไว้แล้วลบด้วยแบบนี้ไม่ได้ จึงคงไว้ หากไม่ถูกต้อง โปรดแก้ไขในหน้ามาตรการ",
    "A recorded result cannot be deleted by this form and is kept. If it is wrong, please correct it on the page.",
)
_NO_RESULT = Sentence(
    "เปลี่ยนสถานะโดยไม่มีผลการดำเนินการไม่ได้ โปรดเขียนผลอย่างน้อยหนึ่งประโยค",
    "A status does not change without a result. Please write at least one sentence.",
)
_NOT_YOURS = Sentence(
    "ผลลัพธ์และข้อเสนอแนะเป็นส่วนของแผน ผู้ประสานงาน ITA เป็นผู้แก้ไข โปรดส่งไฟล์นี้ให้ผู้ประสานงานด้วย",
    "Outcome and suggestion belong to the plan, which the ITA coordinator changes. Please give this file to them too.",
)
_WRITTEN_SINCE = Sentence(
    "มีผู้บันทึกในระบบหลังจากส่งแบบนี้ออกไป โปรดเทียบสองด้านก่อนเลือก",
    "Somebody wrote in the application after this form was sent. Please compare both sides before you choose it.",
)
_BY_TITLE = Sentence(
    "รหัสประจำแถวหายไป จึงจับคู่จากลำดับและชื่อมาตรการ โปรดตรวจว่าตรงกัน",
    "The hidden code of the row is gone; it was matched by number and title. Please check that it fits.",
)
_OTHER_TITLE = Sentence(
    "ชื่อมาตรการในไฟล์ไม่ตรงกับแผน อาจคัดลอกแถวมาจากมาตรการอื่น โปรดตรวจก่อนเลือก ชื่อในแผนไม่เปลี่ยน",
    "The title in the file is not that of the plan: the row may be a copy of another. Please check; the plan's stays.",
)
