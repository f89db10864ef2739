"""The form of a result: ten figures and the total, in Thai or Arabic digits."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.reports.reading import Scores
from prongsai.core.thai.digits import to_arabic

#: Three digits at most before the point: nothing longer can be a score.
_FIGURE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,4})?")
INDICATORS = tuple(str(number) for number in range(1, 11))


class FigureField(forms.Field):
    """A score of 0 to 100, also in Thai digits and with a percent sign. Gives a Decimal, or None where it is empty."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 8})

    def to_python(self, value: Any) -> Decimal | None:
        """The figure; ValidationError for what is none, or lies outside 0-100."""
        text = to_arabic(str(value if value is not None else "")).replace("%", "").strip()
        if not text:
            return None
        figure = Decimal(text) if _FIGURE.fullmatch(text) else None
        if figure is None or figure > 100:
            raise forms.ValidationError(_("Please enter a figure from 0 to 100, such as 97.50."))
        return figure


class ResultForm(forms.Form):
    """``indicator_1`` … ``indicator_10``, ``total`` and where the figures were taken from."""

    total = FigureField(label=_("Total score"), required=False)
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
            self.fields[f"indicator_{number}"] = FigureField(
                label=f"{number}. {names.get(number, '')}".strip(), required=False
            )
        self.order_fields([*(f"indicator_{number}" for number in INDICATORS), "total", "source"])

    def scores(self) -> Scores:
        """The figures that were entered; an empty field is no figure."""
        values = self.cleaned_data
        entered = {number: values[f"indicator_{number}"] for number in INDICATORS}
        figures = {key: float(figure) for key, figure in entered.items() if figure is not None}
        return Scores(figures, None if values["total"] is None else float(values["total"]))
