"""The forms of an import: the file, the values of a page, and what it becomes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.access.decision import Decision
from prongsai.core.reports.incoming import OFFERED, may_read
from prongsai.web.imports.sheet import Part
from prongsai.web.site.refusals import said

#: What a unit that no division bears becomes, beside the number of a division.
AS_TEXT, NEW_DIVISION = "", "new"


class UploadForm(forms.Form):
    """The report as a file."""

    file = forms.FileField(
        label=_("Report file"),
        help_text=_("Word, Excel, PDF, a scan or photo of the paper, or text; at most 100 MB and 200 pages."),
        error_messages={
            "required": _("Please choose a file."),
            "empty": _("The file is empty. Please choose another."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(f".{ending}" for ending in OFFERED)}),
    )

    def clean_file(self) -> Any:
        """The upload, if files of that kind and size are taken."""
        upload = self.cleaned_data["file"]
        decision: Decision = may_read(upload.size)
        if not decision and decision.why:
            raise forms.ValidationError(said(decision.why))
        return upload


class AcceptForm(forms.Form):
    """The year that the report becomes the plan of, the year of its scores, and what each unknown unit is."""

    def __init__(
        self,
        *args: Any,
        years: Sequence[tuple[int, str]],
        scores_years: Sequence[int],
        units: Sequence[str],
        divisions: Mapping[int, str],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.units = units
        self.fields["fiscal_year"] = forms.TypedChoiceField(
            label=_("Accept into the plan of fiscal year"), choices=years, coerce=int, widget=forms.RadioSelect
        )
        if scores_years:
            self.fields["scores_year"] = forms.TypedChoiceField(
                label=_("The scores are the result of fiscal year"),
                choices=[(year, str(year)) for year in scores_years],
                coerce=int,
            )
        choices = [
            (AS_TEXT, _("Leave as text")),
            (NEW_DIVISION, _("Make a new division of this name")),
            *((str(pk), name) for pk, name in divisions.items()),
        ]
        for at, unit in enumerate(units):
            self.fields[f"unit_{at}"] = forms.ChoiceField(label=unit, choices=choices, required=False)

    def unit_fields(self) -> list[forms.BoundField]:
        """The choices of the units, for the table of the page."""
        return [self[f"unit_{at}"] for at in range(len(self.units))]

    def chosen_units(self) -> dict[str, str]:
        """Unit to what was chosen for it; those left as text are left out."""
        chosen = {unit: self.cleaned_data[f"unit_{at}"] for at, unit in enumerate(self.units)}
        return {unit: what for unit, what in chosen.items() if what}


def submitted(data: Mapping[str, str], part: Part) -> tuple[dict[str, str], list[str]]:
    """The texts by path that a page was sent with, and the paths marked as right; other fields are not taken."""
    paths = [path for _path, _heading, fields in part.paths for path in fields]
    texts = {path: data[f"v:{path}"] for path in paths if f"v:{path}" in data}
    everything = data.get("checked") == "all"
    return texts, [path for path in paths if everything or f"ok:{path}" in data]
