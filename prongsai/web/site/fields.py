"""Fields for forms of Thai offices."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.core.thai.dates import format_date, parse_date
from prongsai.web.site.refusals import said


class ThaiDateField(forms.Field):
    """A day in the Buddhist era, as people write it: ``8/2/2566``, ``๘ ก.พ. ๒๕๖๖``; also 2023-02-08. Gives a date."""

    widget = forms.TextInput

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("Day, month and year of the Buddhist era, such as 8/2/2569"))
        super().__init__(**options)

    def prepare_value(self, value: Any) -> Any:
        """A date as ``8/2/2566``; what was typed stays as it is."""
        return format_date(value, "numeric", thai_digits=False) if isinstance(value, date) else value

    def to_python(self, value: Any) -> date | None:
        """The date, or the sentence that says how to write one."""
        if value in self.empty_values or isinstance(value, date):
            return value or None
        read = parse_date(str(value).strip())
        if isinstance(read, date):
            return read
        raise ValidationError(said(read.why))

    def has_changed(self, initial: Any, data: Any) -> bool:
        """Whether another day was written, whatever the form of it."""
        return bool(self.prepare_value(initial) != self.prepare_value(data))
