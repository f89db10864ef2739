"""The form by which one-time links are made."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prongsai.core.thai.digits import to_arabic
from prongsai.web.surveys.queries.sharing import MOST_LINKS


class CountField(forms.IntegerField):
    """How many, in Thai or Arabic digits."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"})

    def to_python(self, value: Any) -> int | None:
        """The number; ValidationError for what is none."""
        return super().to_python(to_arabic(str(value or "")))


class LinksForm(forms.Form):
    """``batch`` is the number that the new batch will have: a form sent twice is known by it."""

    count = CountField(
        label=_("How many links?"), help_text=_("One for each person, and some to spare: 1 to 500."),
        min_value=1, max_value=MOST_LINKS,
    )  # fmt: skip
    file = forms.ChoiceField(
        label=_("As what?"),
        choices=[
            ("pdf", _("Slips to print and cut, with QR codes (PDF)")),
            ("xlsx", _("Table (Excel)")),
            ("csv", _("Table (CSV)")),
        ],
        widget=forms.RadioSelect,
        initial="pdf",
    )
    batch = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, *arguments: Any, **words: Any) -> None:
        super().__init__(*arguments, **words)
        for name in ("min_value", "max_value", "invalid"):
            self.fields["count"].error_messages[name] = gettext("Please write a number from 1 to 500.")
