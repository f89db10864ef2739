"""The form of a pasted table, and that of its check page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.disclosures.pasted import NOTHING, Question, as_text
from prongsai.documents.readers.refusal import Refusal
from prongsai.documents.results_table import open_table
from prongsai.web.site.refusals import said

#: Letters: a table of 43 items has some ten thousand.
LONGEST = 300_000


class PasteForm(forms.Form):
    """A table as text, or as a file; of both the file counts."""

    table = forms.CharField(
        label=_("The table"),
        required=False,
        max_length=LONGEST,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10, "spellcheck": "false"}),
        help_text=_(
            "Choose all cells in Excel or Word, copy, and paste here. The order of the columns does not matter."
        ),
    )
    file = forms.FileField(
        label=_("or a file (Excel or CSV)"), required=False, widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"})
    )

    def clean(self) -> dict[str, Any]:
        """The text of the table, whichever way it came."""
        values = super().clean() or {}
        file = values.get("file")
        if file is not None:
            try:
                rows = open_table(file.read(), file.name or "").rows
            except Refusal as refusal:
                self.add_error("file", said(refusal.sentence))
            else:
                values["table"] = as_text({row.number: row.cells for row in rows})
        elif not (values.get("table") or "").strip() and not self.errors:
            self.add_error("table", said(NOTHING))
        return values

    @property
    def text(self) -> str:
        """The table as text."""
        return str(self.cleaned_data["table"])


class ConfirmForm(forms.Form):
    """What a person says on the check page: which item a row means, and what to do about words and faults."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    replace = forms.BooleanField(
        label=_("Take the words of the table in place of those that are there"), required=False
    )
    leave_out = forms.BooleanField(label=_("Leave the rows out that are named above"), required=False)

    def __init__(self, *args: Any, questions: Sequence[Question], names: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = questions
        for one in questions:
            choices = [(code, f"{code} {names.get(code, '')}") for code in one.options]
            self.fields[f"row_{one.row}"] = forms.ChoiceField(
                label=_("Which item is it?"),
                choices=[*choices, ("", _("Leave this row out"))],
                required=False,
                initial=one.chosen,
            )

    @property
    def asked(self) -> list[tuple[Question, forms.BoundField]]:
        """Each question with its field."""
        return [(one, self[f"row_{one.row}"]) for one in self.questions]

    @property
    def choices(self) -> dict[int, str]:
        """Row to the code that was chosen."""
        return {one.row: self.cleaned_data[f"row_{one.row}"] for one in self.questions}
