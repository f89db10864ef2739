"""The forms that an agency may choose from: those shipped, and its own YAML in the data folder."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from prongsai.core.reports.layout import FormLayout
from prongsai.layouts import load_form, load_forms
from prongsai.web.agencies.models import Agency
from prongsai.web.reports.models import Report


def own_folder(agency: Agency) -> Path:
    """Where an agency's own layouts lie: ``<data>/layouts/<slug>``."""
    return Path(settings.DATA_DIR) / "layouts" / agency.slug


def forms_for(agency: Agency) -> tuple[FormLayout, ...]:
    """All forms that this agency may choose."""
    return load_forms(extra_dirs=(own_folder(agency),))


def form_named(agency: Agency, form: str) -> FormLayout:
    """The form of that id, shipped or the agency's own."""
    return load_form(form, extra_dirs=(own_folder(agency),))


def form_of(report: Report) -> FormLayout:
    """The form that a report is written in."""
    return form_named(report.agency, report.form)
