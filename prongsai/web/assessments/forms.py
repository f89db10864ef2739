"""The forms of a result: ten figures are enough; every other figure of the year may be entered too."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.framework.framework import Framework
from prongsai.core.scoring.known import KnownResult
from prongsai.core.thai.digits import to_arabic
from prongsai.documents.results import LEVEL, TOTAL, Line, Sort, Value, known_from, lines, values_in
from prongsai.web.assessments.advice import recommendation_lines, recommendations_in
from prongsai.web.assessments.stored import plain
from prongsai.web.assessments.words import in_words

#: Three digits at most before the point: nothing longer can be a score.
_FIGURE = re.compile(r"[0-9]{1,3}(?:\.[0-9]{1,4})?")
#: Stands for an item that does not apply to the agency.
DOES_NOT_APPLY = "-"


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


class ItemField(FigureField):
    """An item: 100, 0, or that it does not apply; a score between, where one was read, is offered as well."""

    def __init__(self, *, offered: str = "", **options: Any) -> None:
        usual = [("", "–"), ("100", "100"), ("0", "0"), (DOES_NOT_APPLY, _("Does not apply to us"))]
        more = [] if offered in dict(usual) else [(offered, offered)]
        super().__init__(widget=forms.Select(choices=[*usual, *more]), **options)

    def to_python(self, value: Any) -> Any:
        """The figure, None where nothing was chosen, ``-`` where the item does not apply."""
        return DOES_NOT_APPLY if value == DOES_NOT_APPLY else super().to_python(value)


class ResultForm(forms.Form):
    """A field for each figure of the year (see ``field_name``), the level, recommendations, source and version."""

    level = forms.ChoiceField(label=_("Level, as announced"), required=False)
    recommendations = forms.CharField(
        label=_("Recommendations of the result report"),
        required=False,
        max_length=40_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_(
            "One a line, beginning with the question or item, such as: e15 More channels for suggestions (O30)"
        ),
    )
    source = forms.CharField(
        label=_("Source"),
        max_length=300,
        required=False,
        help_text=_("Where the figures stand, for example the announcement of the result or its web page."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, framework: Framework, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.framework = framework
        self.lines = [line for line in lines(framework) if line.code != LEVEL]
        for line in self.lines:
            self._add(line)
        level = self.fields["level"]
        assert isinstance(level, forms.ChoiceField)  # noqa: S101  # declared above
        level.choices = [
            ("", _("Not told")),
            *((one.name, in_words(one.name, one.name_en)) for one in framework.levels),
        ]

    def _add(self, line: Line) -> None:
        name, label = field_name(line.code), label_of(line)
        if line.sort is not Sort.ITEM:
            self.fields[name] = FigureField(label=label, required=False)
            return
        data = self.data.get(name) if self.is_bound else self.initial.get(name)
        self.fields[name] = ItemField(label=label, required=False, offered=str(data or ""))
        self.fields[remark_name(line.code)] = forms.CharField(
            label=_("Remark of the assessor: %(code)s") % {"code": line.code}, required=False, max_length=2000
        )

    def clean(self) -> dict[str, Any]:
        """A remark needs the score that it explains."""
        values = super().clean() or {}
        for line in self.lines:
            name = field_name(line.code)
            # Does not matter where the score itself is faulty: it is no longer among the values then.
            if values.get(remark_name(line.code)) and values.get(name, "") is None:
                self.add_error(name, _("There is a remark but no score. Please choose the score."))
        return values

    def known(self, fiscal_year: int) -> KnownResult:
        """The result that was entered; an empty field is no figure."""
        given = {line.code: self.cleaned_data.get(field_name(line.code)) for line in self.lines}
        values = {
            code: Value(None if score == DOES_NOT_APPLY else score, self.cleaned_data.get(remark_name(code), ""))
            for code, score in given.items()
            if score is not None
        }
        advice = recommendations_in(self.cleaned_data["recommendations"], self.framework)
        return known_from(self.framework, fiscal_year, values, self.cleaned_data["level"], advice)


class FileForm(forms.Form):
    """A filled template or a result report."""

    file = forms.FileField(
        label=_("File"),
        help_text=_("A filled template (XLSX, CSV), or the result report as PDF, Word or text; at most 30 MB."),
        error_messages={
            "required": _("Please choose a file."),
            "empty": _("The file is empty. Please choose another."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx,.csv,.pdf,.docx,.txt,.html,.htm,.jpg,.jpeg,.png"}),
    )


def field_name(code: str) -> str:
    """The name of the field of a figure."""
    if code == TOTAL:
        return TOTAL
    return f"indicator_{code}" if code.isdecimal() else f"figure_{code}"


def remark_name(code: str) -> str:
    """The name of the field of an item's remark."""
    return f"remark_{code}"


def label_of(line: Line) -> str:
    """The code and name of a figure in the reader's language; the total has no code."""
    name = in_words(line.name, line.name_en)
    if line.sort is Sort.WHOLE:
        return name
    code = line.code.replace("-", " · ") if line.sort is Sort.PART else line.code
    return f"{code}. {name}" if line.sort is Sort.INDICATOR else f"{code} {name}"


def initial_of(
    framework: Framework, known: KnownResult | None, *, source: str = "", version: int = 0
) -> dict[str, Any]:
    """What stands in the form at first."""
    if known is None:
        return {"source": source, "version": version}
    return {
        **figures_in(values_in(known)),
        "level": known.level,
        "recommendations": recommendation_lines(known.recommendations, framework),
        "source": source,
        "version": version,
    }


def figures_in(values: Mapping[str, Value]) -> dict[str, str]:
    """Figures by code as the fields show them."""
    made = {}
    for code, value in values.items():
        made[field_name(code)] = DOES_NOT_APPLY if value.score is None else plain(value.score)
        if value.remark:
            made[remark_name(code)] = value.remark
    return made
