"""The rows of the page on which a result is entered or checked: each field with what is there now and what was read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django import forms
from django.utils.translation import gettext as _

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.known import KnownResult
from prongsai.core.sentence import Sentence
from prongsai.documents.results import Found, Received, Sort, Value, values_in
from prongsai.web.agencies.models import Agency
from prongsai.web.assessments.advice import recommendation_lines
from prongsai.web.assessments.forms import ResultForm, field_name, figures_in, initial_of, label_of, remark_name
from prongsai.web.site.refusals import said


@dataclass(frozen=True, slots=True)
class Row:
    """One figure: its field, the field of its remark (items only), what is kept now, and what the file says of it.

    ``changed``: the file says another thing than what is kept.
    """

    field: forms.BoundField
    remark: forms.BoundField | None
    label: str
    now: str
    where: str
    doubt: str
    changed: bool
    from_memory: bool


@dataclass(frozen=True, slots=True)
class Section:
    """Figures of one sort. ``open``: some of them are filled in or wrong, so they are not folded away."""

    key: str
    title: str
    rows: list[Row] = field(default_factory=list)
    open: bool = False
    filled: int = 0

    @property
    def has_remarks(self) -> bool:
        """Whether the rows have a second field."""
        return any(row.remark for row in self.rows)

    @property
    def from_memory(self) -> bool:
        """Whether something in it is from memory alone."""
        return any(row.from_memory for row in self.rows)


def sections(form: ResultForm, now: KnownResult | None, received: Received | None = None) -> list[Section]:
    """The figures of the form: indicators with the total first, then what may be added."""
    titles = _titles()
    kept = values_in(now) if now else {}
    found = {one.code: one for one in received.found} if received else {}
    made: list[Section] = []
    for sort, title in titles.items():
        wanted = {Sort.INDICATOR, Sort.WHOLE} if sort is Sort.INDICATOR else {sort}
        rows = [
            _row(form, line.code, label_of(line), line.from_memory, kept, found)
            for line in form.lines
            if line.sort in wanted
        ]
        filled = sum(bool(row.field.value()) for row in rows)
        wrong = any(row.field.errors or (row.remark and row.remark.errors) for row in rows)
        is_read = received is not None and any(row.where for row in rows)
        if rows:
            made.append(Section(sort.value, title, rows, wrong or is_read, filled))
    return made


def _titles() -> dict[Sort, str]:
    return {
        Sort.INDICATOR: _("Ten indicators and the total"),
        Sort.PART: _("Parts of an instrument"),
        Sort.SUB_INDICATOR: _("Sub-indicators"),
        Sort.QUESTION: _("Questions of the IIT and EIT"),
        Sort.ITEM: _("Disclosure items (OIT)"),
    }


def _row(
    form: ResultForm,
    code: str,
    label: str,
    from_memory: bool,
    kept: Mapping[str, Value],
    found: Mapping[str, Found],
) -> Row:
    bound = form[field_name(code)]
    remark = form[remark_name(code)] if remark_name(code) in form.fields else None
    one = found.get(code)
    return Row(
        field=bound,
        remark=remark,
        label=label,
        now=now_of(kept.get(code)),
        where=said(one.where) if one else "",
        doubt=said(one.doubt) if one and one.doubt else "",
        changed=one is not None and code in kept and kept[code] != one.value,
        from_memory=from_memory,
    )


def now_of(value: Value | None) -> str:
    """What is kept of a figure, in words."""
    if value is None:
        return ""
    return _("Does not apply to us") if value.score is None else f"{value.score:.2f}"


def form_of(
    framework: Framework, now: KnownResult | None, received: Received, *, source: str, version: int
) -> ResultForm:
    """The form with what is kept, and over it what was read."""
    initial = initial_of(framework, now, source=source, version=version)
    initial |= figures_in({one.code: one.value for one in received.found})
    if received.from_template:  # a template has a column for remarks: an empty cell there means that there is none
        initial |= {remark_name(one.code): one.value.remark for one in received.found}
    if received.level:
        initial["level"] = received.level
    if received.recommendations:
        initial["recommendations"] = recommendation_lines(received.recommendations, framework)
    return ResultForm(initial=initial, framework=framework)


def warnings_of(received: Received, agency: Agency, fiscal_year: int) -> Iterator[str]:
    """What does not fit the page on which it is to be kept, and what the file's reader has to tell."""
    if received.fiscal_year is not None and received.fiscal_year != fiscal_year:
        yield said(_other_year(received.fiscal_year, fiscal_year))
    if received.agency and received.agency != agency.name:
        yield said(
            Sentence(
                f"ไฟล์นี้เขียนชื่อหน่วยงานว่า “{received.agency}” โปรดตรวจว่าเป็นผลของ{agency.name}",
                f"The file names “{received.agency}”. Please make sure that it is the result of {agency.name}.",
            )
        )
    yield from map(said, received.remarks)


def _other_year(read: int, page: int) -> Sentence:
    return Sentence(
        f"ไฟล์นี้เขียนปีงบประมาณ {read} แต่ท่านกำลังบันทึกผลของปี {page} โปรดตรวจก่อนบันทึก",
        f"The file says fiscal year {read}, but you are about to keep it as the result of {page}. Please check first.",
    )
