"""Forms of plans and measures. They read what was typed; what may be kept, the core says."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.measures.content import LONGEST_PERIOD, MeasureContent, changed


class LinesField(forms.CharField):
    """A list, one item a line; gives a tuple without empty lines."""

    def __init__(self, rows: int = 4, **options: Any) -> None:
        options.setdefault("required", False)
        super().__init__(widget=forms.Textarea(attrs={"rows": rows}), **options)

    def prepare_value(self, value: Any) -> Any:
        """A list as lines; what was typed stays as it is."""
        if isinstance(value, list | tuple):
            return "\n".join(" ".join(str(item).split("\n")) for item in value)
        return value

    def clean(self, value: Any) -> tuple[str, ...]:
        """The items, stripped."""
        text = super().clean(value)
        return tuple(line.strip() for line in text.splitlines() if line.strip())


class MeasureForm(forms.Form):
    """All that a measure says. ``version`` and ``base`` are what its writer has read: see the page of conflicts."""

    title = forms.CharField(label=_("Measure"), widget=forms.Textarea(attrs={"rows": 2}), max_length=2000)
    indicator = forms.TypedChoiceField(label=_("Indicator"), required=False, coerce=int, empty_value=None)
    steps = LinesField(label=_("Procedure"), help_text=_("One step a line."), rows=6)
    responsible = LinesField(label=_("Responsible"), help_text=_("One unit a line, the lead first."), rows=3)
    period = forms.CharField(
        label=_("Period"),
        required=False,
        max_length=LONGEST_PERIOD,
        help_text=_("As on paper: months with years, or the whole fiscal year."),
    )
    monitoring = LinesField(label=_("Monitoring"), help_text=_("One line each."), rows=2)
    outcome = LinesField(label=_("Expected outcome"), help_text=_("One line each."), rows=2)
    suggestion = forms.CharField(
        label=_("Suggestion"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    reason = forms.CharField(
        label=_("Reason for the amendment"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("The plan is approved: title, indicator, owners and period change only with a reason."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)
    base = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, indicators: Mapping[str, str], asks_reason: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        names = [(number, f"{number}. {name}") for number, name in indicators.items()]
        field = self.fields["indicator"]
        assert isinstance(field, forms.TypedChoiceField)  # noqa: S101  # it is declared above
        field.choices = [("", _("Not of one indicator")), *names]
        if not asks_reason:
            del self.fields["reason"]

    def content(self, number: int | None) -> MeasureContent:
        """What the form says, under that number. Only of a valid form."""
        said = self.cleaned_data
        return MeasureContent(
            number=number,
            indicator=said["indicator"],
            title=_plain_lines(said["title"]),
            steps=said["steps"],
            responsible=said["responsible"],
            period=said["period"].strip(),
            monitoring=said["monitoring"],
            outcome=said["outcome"],
            suggestion=_plain_lines(said["suggestion"]),
        )

    def read_base(self, otherwise: MeasureContent) -> MeasureContent:
        """What stood in the form when it was opened, as far as it can be read."""
        try:
            plain = json.loads(self.cleaned_data["base"])
            values: dict[str, Any] = {name: tuple(v) if isinstance(v, list) else v for name, v in plain.items()}
            return MeasureContent(**values)
        except (ValueError, TypeError, AttributeError):
            return otherwise

    def labelled(self, names: Iterable[str]) -> list[tuple[str, str]]:
        """(name, label) of those values that the form has."""
        return [(name, str(self.fields[name].label)) for name in names if name in self.fields]


def initial_of(content: MeasureContent, version: int) -> dict[str, Any]:
    """What the form of a measure begins with."""
    plain = content.plain()
    return {**plain, "version": version, "base": json.dumps(plain, ensure_ascii=False)}


def differing(
    form: MeasureForm, theirs: MeasureContent, mine: MeasureContent, together: MeasureContent
) -> list[tuple[str, list[str], list[str], bool]]:
    """(label, their lines, my lines, whether mine is in ``together``) of every value in which two people differ."""
    not_mine = changed(together, mine)
    return [
        (label, _lines(getattr(theirs, name)), _lines(getattr(mine, name)), name not in not_mine)
        for name, label in form.labelled(changed(theirs, mine))
    ]


def _plain_lines(text: str) -> str:
    """The text without the carriage returns that browsers put before line feeds: unchanged stays unchanged."""
    return text.replace("\r\n", "\n").strip()


def _lines(value: Any) -> list[str]:
    if isinstance(value, tuple):
        return list(value)
    return [] if value in (None, "") else [str(value)]


class ReasonForm(forms.Form):
    """Why the list of an approved plan changes; in a draft nobody asks."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Please say why the approved plan changes.")},
    )

    def __init__(self, *args: Any, required: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = required


class CommentForm(forms.Form):
    """A remark."""

    text = forms.CharField(
        label=_("Comment"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Please write your comment first.")},
    )
