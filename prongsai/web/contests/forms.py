"""The forms of a contest: its reason and evidence, the answer to it, and the days of the year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.contests.workflow import MOST_LETTERS, ContestState
from prongsai.core.thai.digits import to_arabic
from prongsai.web.contests.models import Contest
from prongsai.web.evidence.queries import Evidence
from prongsai.web.site.fields import ThaiDateField

_SCORE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,4})?")


class ContestForm(forms.Form):
    """Why the item deserves its points, and the pieces of evidence that show it."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=MOST_LETTERS,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("What is shown, at which link, since when, and which component it fulfils."),
        error_messages={"required": _("Please write the reason.")},
    )
    evidence = forms.TypedMultipleChoiceField(
        label=_("Evidence"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, pieces: Sequence[Evidence], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not pieces:
            del self.fields["evidence"]
            return
        field = self.fields["evidence"]
        assert isinstance(field, forms.TypedMultipleChoiceField)  # noqa: S101  # declared above
        field.choices = [(str(piece.pk), piece.url or piece.title) for piece in pieces]


class AnswerForm(forms.Form):
    """What the assessors answered."""

    state = forms.ChoiceField(
        label=_("Answer of the assessors"),
        choices=[
            (ContestState.ACCEPTED.value, Contest.State.ACCEPTED.label),
            (ContestState.REJECTED.value, Contest.State.REJECTED.label),
        ],
        widget=forms.RadioSelect,
    )
    score = forms.CharField(
        label=_("New score"), required=False, max_length=12, help_text=_("Only where the score was changed: 0 to 100.")
    )
    on = ThaiDateField(label=_("Day of the answer"))
    answer = forms.CharField(
        label=_("Their words"), required=False, max_length=MOST_LETTERS, widget=forms.Textarea(attrs={"rows": 2})
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean_score(self) -> Decimal | None:
        """The figure, also in Thai digits; the rules of a contest look at it further."""
        text = to_arabic(self.cleaned_data["score"]).replace("%", "").strip()
        if not text:
            return None
        if not _SCORE.fullmatch(text):
            raise forms.ValidationError(_("Please enter a figure from 0 to 100, such as 97.50."))
        return Decimal(text)


class ReopenForm(forms.Form):
    """Why a recorded answer is taken back."""

    reason = forms.CharField(label=_("Why the recorded answer is wrong"), max_length=300)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class StepForm(forms.Form):
    """Nothing but the version that was read."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class DaysForm(forms.Form):
    """The first and the last day on which contests are taken."""

    opens = ThaiDateField(label=_("First day"))
    closes = ThaiDateField(label=_("Last day"))
