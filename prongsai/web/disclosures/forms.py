"""The forms of an item: what the agency shows for it, and its evidence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.reports.reading import Status
from prongsai.web.disclosures.content import Content
from prongsai.web.disclosures.queries import Line

STATUSES = (
    (Status.NOT_STARTED.value, _("Not started")),
    (Status.IN_PROGRESS.value, _("In progress")),
    (Status.DONE.value, _("Done")),
)
_LINES = {"rows": 4}


class DisclosureForm(forms.Form):
    """One item. Lists are written one a line."""

    name = forms.CharField(label=_("Name"), max_length=300)
    status = forms.ChoiceField(label=_("Status"), choices=STATUSES)
    progress = forms.CharField(
        label=_("What has been done"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("One result a line, with its date where there is one."),
    )
    components = forms.CharField(
        label=_("What the agency shows"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("One component a line."),
    )
    division = forms.TypedChoiceField(
        label=_("Division that looks after it"), required=False, coerce=int, empty_value=None
    )
    responsible = forms.CharField(
        label=_("Responsible, as the report words it"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One unit a line."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, divisions: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["division"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101  # declared above
        field.choices = [("", _("Not chosen yet")), *((str(pk), name) for pk, name in divisions.items())]

    def content(self) -> Content:
        """What was written, as the action takes it."""
        values = self.cleaned_data
        return Content(
            name=values["name"],
            components=_lines(values["components"]),
            responsible=_lines(values["responsible"]),
            division_id=values["division"],
            status=Status(values["status"]),
            progress=_lines(values["progress"]),
        )


class EvidenceForm(forms.Form):
    """A file or the address of a page."""

    url = forms.CharField(label=_("Address of the page (URL)"), required=False, max_length=2000)
    file = forms.FileField(label=_("or a file"), required=False)
    title = forms.CharField(label=_("What it shows"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        """One of the two must be there."""
        values = super().clean() or {}
        if not values.get("url") and not values.get("file") and not self.errors:
            raise forms.ValidationError(_("Please give the address of a page, or choose a file."))
        return values


def initial_of(line: Line) -> dict[str, Any]:
    """What stands in the form at first: our row, or the framework's words where nothing was kept yet."""
    row, item = line.row, line.item
    if row is None:
        return {"name": line.name, "status": Status.NOT_STARTED.value, "components": "", "version": 0} | (
            {"components": "\n".join(item.components)} if item else {}
        )
    return {
        "name": row.name,
        "status": row.status,
        "progress": "\n".join(row.progress),
        "components": "\n".join(row.components),
        "division": row.division_id,
        "responsible": "\n".join(row.responsible),
        "version": row.version,
    }


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
