"""The form of a result: ten figures and the total, in Thai or Arabic digits."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.reports.reading import Scores

ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
INDICATORS = tuple(str(number) for number in range(1, 11))


class FigureField(forms.FloatField):
    """A score of 0 to 100, also in Thai digits."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 8})

    def __init__(self, **options: Any) -> None:
        super().__init__(min_value=0, max_value=100, required=False, **options)

    def to_python(self, value: Any) -> float | None:
        """The figure; Thai digits and a percent sign are taken as meant."""
        text = str(value).translate(ARABIC).replace("%", "").strip() if value is not None else None
        figure: float | None = super().to_python(text)
        return figure


class ResultForm(forms.Form):
    """``indicator_1`` … ``indicator_10``, ``total`` and where the figures were taken from."""

    total = FigureField(label=_("Total score"))
    source = forms.CharField(
        label=_("Source"),
        max_length=300,
        required=False,
        help_text=_("Where the figures stand, for example the announcement of the result or its web page."),
    )

    def __init__(self, *args: Any, names: dict[str, str], **kwargs: Any) -> None:
        """``names``: indicator number to its name in the framework."""
        super().__init__(*args, **kwargs)
        for number in INDICATORS:
            self.fields[f"indicator_{number}"] = FigureField(label=f"{number}. {names.get(number, '')}".strip())
        self.order_fields([*(f"indicator_{number}" for number in INDICATORS), "total", "source"])

    def scores(self) -> Scores:
        """The figures that were entered; an empty field is no figure."""
        values = self.cleaned_data
        entered = {number: values[f"indicator_{number}"] for number in INDICATORS}
        return Scores({key: figure for key, figure in entered.items() if figure is not None}, values["total"])
