"""Forms of division sheets that come back."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.web.site.fields import ThaiDateField
from prongsai.web.site.uploads import ManyFilesField, ManyFilesInput

#: So many at once: more divisions than any agency has.
MOST_FILES = 60


class ReturnedForm(forms.Form):
    """The files that were filled in."""

    sheets = ManyFilesField(
        label=_("Forms that were filled in"),
        help_text=_("Excel files (.xlsx) that were sent out from here; several at once."),
        widget=ManyFilesInput(attrs={"accept": ".xlsx"}),
        error_messages={"required": _("Please choose at least one file."), "empty": _("The file is empty.")},
    )

    def clean_sheets(self) -> list[Any]:
        """At least one, and not more than are read at once."""
        files: list[Any] = self.cleaned_data["sheets"]
        if not files:
            raise forms.ValidationError(_("Please choose at least one file."))
        if len(files) > MOST_FILES:
            raise forms.ValidationError(_("Please choose at most %(most)d files at once.") % {"most": MOST_FILES})
        return files


class TakeInForm(forms.Form):
    """Which of the changes are taken, on what day new results were done, and why something done is opened again."""

    parcel = forms.CharField(widget=forms.HiddenInput, strip=False)
    on = ThaiDateField(
        label=_("Date of the new results"),
        error_messages={"required": _("Please give the date on which it was done.")},
    )
    reason = forms.CharField(
        label=_("Why it is opened again"),
        help_text=_("Needed only where something that was done goes back to being in progress."),
        required=False,
        max_length=500,
    )
