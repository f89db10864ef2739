"""The form that brings a table of results."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.fiscal import YEARS
from prongsai.documents.results_table import LARGEST
from prongsai.web.site.numbers import number_in


class TableForm(forms.Form):
    """A year and a file."""

    fiscal_year = forms.CharField(
        label=_("Fiscal year of the results"),
        help_text=_("Buddhist era, such as 2568; one year a file."),
        max_length=10,
    )
    file = forms.FileField(
        label=_("Table of results"),
        help_text=_("Excel (.xlsx), CSV or Parquet; at most 20,000 rows and 10 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.tsv,.txt,.parquet"}),
    )

    def clean_fiscal_year(self) -> int:
        """The year, in Thai or Arabic digits."""
        year = number_in(to_arabic(self.cleaned_data["fiscal_year"].strip()))
        if year is None or year not in YEARS:
            raise ValidationError(_("Please write the fiscal year in four digits of the Buddhist era, such as 2568."))
        return year

    def clean_file(self) -> Any:
        """A file that is not too large to be looked at."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise ValidationError(_("The file is larger than 10 MB. Please bring one year in each file."))
        return file
