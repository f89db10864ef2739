"""Forms of the rounds page."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from prongsai.core.measures.rounds import usual_due
from prongsai.core.thai.fiscal import RoundKind
from prongsai.web.agencies.models import Division
from prongsai.web.measures.models import Round
from prongsai.web.site.fields import ThaiDateField


class RoundForm(forms.Form):
    """A round to open. Without a day it is due on the last day that it tells of."""

    kind = forms.ChoiceField(label=_("Which round?"), choices=Round.Kind.choices, widget=forms.RadioSelect)
    due_on = ThaiDateField(
        label=_("Due on"),
        help_text=_(
            "Left empty: the last day of the round, which is 31 March for six months and 30 September for a whole year."
        ),
        required=False,
    )

    def __init__(self, *args: Any, fiscal_year: int, opened: Collection[str] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.fiscal_year = fiscal_year
        left = [(kind, word) for kind, word in Round.Kind.choices if kind not in opened]
        self.fields["kind"].choices = left  # type: ignore[attr-defined]  # it is a ChoiceField
        if left:
            self.fields["kind"].initial = left[0][0]  # the next one in the order of the year

    def clean(self) -> dict[str, Any]:
        """The usual day where none was given."""
        given = super().clean() or {}
        if given.get("kind") and not given.get("due_on") and "due_on" not in self.errors:
            given["due_on"] = usual_due(RoundKind(given["kind"]), self.fiscal_year)
        return given


class LeaveForm(forms.Form):
    """A division that may write after the lock, until when, and why."""

    division = forms.ModelChoiceField[Division](label=_("Division"), queryset=None, empty_label=_("Choose a division"))
    until = ThaiDateField(label=_("May write until"))
    reason = forms.CharField(label=_("Reason"), max_length=500, help_text=_("It is kept in the history."))

    def __init__(self, *args: Any, divisions: QuerySet[Division], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["division"].queryset = divisions  # type: ignore[attr-defined]  # it is a ModelChoiceField
