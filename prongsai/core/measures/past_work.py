"""What the results of a report that is brought in become: entries of progress, dated, with the status of the paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from prongsai.core.reports.reading import ReadMeasure, Status


@dataclass(frozen=True, slots=True)
class PastEntry:
    """One result as an entry of progress."""

    on: date
    text: str
    status: Status


@dataclass(frozen=True, slots=True)
class PastWork:
    """What a paper says was done for one measure: its status, and its results in order."""

    status: Status = Status.NOT_STARTED
    entries: tuple[PastEntry, ...] = ()


def past_work(measure: ReadMeasure, *, ends_on: date | None, year: tuple[date, date], today: date) -> PastWork:
    """The work that the paper tells of, one entry a result, dated at the end of the measure's period.

    ``year`` is the first and last day of the fiscal year: where the period ends outside it, the year's last day counts;
    no entry lies after ``today``, or after the first day of a year to come. The paper's status is kept, also where it
    contradicts the text; a measure with results and no boxes is in progress.
    """
    status = measure.status or (Status.IN_PROGRESS if measure.result else Status.NOT_STARTED)
    first, last = year
    ends_on = ends_on if ends_on and first <= ends_on <= last else last
    on = min(ends_on, max(today, first))
    before = Status.IN_PROGRESS if status is Status.DONE else status
    texts = measure.result
    entries = (PastEntry(on, text, status if at == len(texts) else before) for at, text in enumerate(texts, 1))
    return PastWork(status, tuple(entries))
