"""The forms that an agency may choose from: those shipped, and its own."""

from __future__ import annotations

from functools import lru_cache

from prongsai.core.reports.layout import FormLayout
from prongsai.layouts import UnknownLayout, load_form, load_forms, parse_form
from prongsai.strict_yaml import Faulty
from prongsai.web.agencies.models import Agency
from prongsai.web.agencies.queries import Seat
from prongsai.web.reports.models import OwnForm, Report

_parsed = lru_cache(maxsize=256)(parse_form)


def forms_for(agency: Agency, *, analysis: bool = False) -> tuple[FormLayout, ...]:
    """All forms that a new report of this agency may take, or a new ``analysis`` of a result."""
    own = (layout_of(one) for one in own_forms_of(agency) if not one.withdrawn)
    every = (*load_forms(), *(layout for layout in own if layout))
    return tuple(one for one in every if one.is_analysis is analysis)


def form_names(agency: Agency) -> dict[str, str]:
    """Id to Thai name of every form that a report of this agency may be written in, the withdrawn ones too."""
    own = (layout_of(one) for one in own_forms_of(agency))
    return {one.id: one.name_th for one in (*load_forms(), *(layout for layout in own if layout))}


def own_forms_of(agency: Agency) -> list[OwnForm]:
    """The newest version of each form of the agency's own, by id."""
    newest: dict[str, OwnForm] = {}
    for one in OwnForm.objects.of(agency).filter(kept=True).order_by("form", "number"):
        newest[one.form] = one
    return list(newest.values())


def layout_of(own: OwnForm) -> FormLayout | None:
    """What its text tells; None where a newer Prongsai finds faults in it."""
    try:
        return _parsed(own.text, own.form)
    except Faulty:
        return None


def form_named(agency: Agency, form: str, version: int | None = None) -> FormLayout:
    """The form of that id, shipped or the agency's own, that in this version or its newest; else UnknownLayout."""
    own = own_form_named(agency, form, version)
    if own is None:
        return load_form(form)
    layout = layout_of(own)
    if layout is None:
        raise UnknownLayout(form)
    return layout


def own_form_named(agency: Agency, form: str, version: int | None = None) -> OwnForm | None:
    """The agency's own form of that id in this version or its newest; None for a shipped one."""
    versions = OwnForm.objects.of(agency).filter(form=form, kept=True).order_by("-number")
    return (versions if version is None else versions.filter(number=version)).first()


def paper_for(seat: Seat, pk: int) -> OwnForm | None:
    """A Word form of the seat's agency; one that is not kept yet only for whoever brought it."""
    own = OwnForm.objects.of(seat.agency).filter(pk=pk).exclude(file="").first()
    return own if own is not None and (own.kept or own.added_by_id == seat.person.pk) else None


def waiting_paper(seat: Seat) -> OwnForm | None:
    """The Word report that this person has brought and not named yet."""
    return OwnForm.objects.of(seat.agency).filter(kept=False, added_by=seat.person).first()


def form_of(report: Report, version: int | None = None) -> FormLayout:
    """The form that a report is written in."""
    return form_named(report.agency, report.form, version)
