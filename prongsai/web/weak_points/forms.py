"""What is asked of weak points: what if, and why an approved plan changes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from prongsai.core.scoring.figure import Figure, Grade
from prongsai.core.thai.digits import to_arabic
from prongsai.core.weak_points.ranking import Weakness

_SCORE, _MOST = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?"), Decimal(100)


class ScoreField(forms.Field):
    """A score of 0 to 100 with at most two decimals, in Thai or Arabic digits. Empty is None: it stays as it is."""

    def __init__(self, label: str) -> None:
        look = forms.TextInput(attrs={"inputmode": "decimal", "size": 6, "maxlength": 12})
        super().__init__(label=label, required=False, widget=look)

    def to_python(self, value: object) -> Decimal | None:
        """The number, whatever digits it was written in."""
        text = to_arabic(str(value or "")).strip()
        if not text:
            return None
        if not _SCORE.fullmatch(text) or Decimal(text) > _MOST:
            raise ValidationError(
                _("“%(text)s” is no score. Please write a number from 0 to 100, such as 92.50."),
                params={"text": text[:20]},
            )
        return Decimal(text)


class WhatIfForm(forms.Form):
    """Weak points taken to have full marks (``full``), and other scores of indicators and questions (``s_<code>``)."""

    def __init__(self, data: Mapping[str, object] | None, weakness: Weakness) -> None:
        super().__init__(data)
        self.auto_id = "w_%s"
        self.weakness = weakness
        choices = [(one.code, one.code) for one in weakness.points if not one.rest]
        self.fields["full"] = forms.MultipleChoiceField(
            choices=choices,
            required=False,
            error_messages={"invalid_choice": _("%(value)s is no weak point of this result.")},
        )
        for figure in self.movable():
            label = f"{figure.code} {figure.name}"
            self.fields[f"s_{figure.code}"] = ScoreField(label=label)

    def movable(self) -> Sequence[Figure]:
        """The indicators and questions whose score can be moved, in order."""
        grades = (Grade.INDICATOR, Grade.QUESTION)
        walked = self.weakness.result.figure.walk()
        return [one for one in walked if one.grade in grades and one.code not in self.weakness.assumed]

    def clean(self) -> dict[str, object]:
        """A code is either ticked or given a score."""
        said = super().clean() or {}
        for code in said.get("full", ()):
            if said.get(f"s_{code}") is not None:
                self.add_error(f"s_{code}", _("Please tick it or write a score, not both."))
        return said

    def scores(self) -> dict[str, Fraction]:
        """Code to the score that it is taken to have. What is faulty is left as it is now."""
        said = getattr(self, "cleaned_data", {})
        moved = {
            name[2:]: Fraction(value) for name, value in said.items() if name.startswith("s_") and value is not None
        }
        return {**dict.fromkeys(said.get("full", ()), Fraction(100)), **moved}


class ReasonForm(forms.Form):
    """Why measures are added to an approved plan."""

    reason = forms.CharField(
        label=_("Reason for the amendment"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The plan is approved: a measure is added to it only with a reason."),
        error_messages={"required": _("Please say why the approved plan changes.")},
    )
