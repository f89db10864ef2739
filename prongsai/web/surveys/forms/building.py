"""Forms by which a survey is begun, set and built."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.sentence import Sentence
from prongsai.core.surveys.checks import CHOOSABLE, LONGEST_INTRODUCTION, LONGEST_TEXT, LONGEST_TITLE
from prongsai.core.surveys.questionnaire import (
    AnswerKind,
    Option,
    Questionnaire,
    Section,
    ShownIf,
    SurveyQuestion,
)
from prongsai.core.thai.digits import to_arabic
from prongsai.questionnaires.parts import YES_NO
from prongsai.web.site.fields import ThaiDateField
from prongsai.web.site.refusals import said
from prongsai.web.surveys.models import Survey

KIND_WORDS = {
    AnswerKind.CHOICE: _("Choose one"),
    AnswerKind.CHOICES: _("Choose any number"),
    AnswerKind.SCALE: _("Scale, from low to high"),
    AnswerKind.YES_NO: _("Yes or no"),
    AnswerKind.NUMBER: _("Number"),
    AnswerKind.TEXT: _("Open text"),
}
_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]{1,4})?")


class NumberField(forms.Field):
    """A number in Thai or Arabic digits, with or without commas. Gives a Decimal, or None where it is empty."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"})

    def to_python(self, value: Any) -> Decimal | None:
        """The number; ValidationError for what is none."""
        text = to_arabic(str(value if value is not None else "")).replace(",", "").strip()
        if not text:
            return None
        if not _NUMBER.fullmatch(text):
            raise forms.ValidationError(_("Please write a number, such as 120."))
        return Decimal(text)


class SettingsForm(forms.Form):
    """How a survey is asked."""

    population = NumberField(
        label=_("How many people could answer"),
        required=False,
        help_text=_("For the IIT: staff with at least one year of service. For the EIT: people who come for service."),
    )
    opens_on = ThaiDateField(label=_("First day"), required=False)
    closes_on = ThaiDateField(label=_("Last day"), required=False)
    one_time = forms.BooleanField(
        label=_("Only by one-time links"),
        required=False,
        help_text=_("Each link answers once. For staff, so that nobody answers twice."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, survey: Survey) -> SettingsForm:
        """The form filled with what is set."""
        names = ("population", "opens_on", "closes_on", "one_time", "version")
        return cls(initial={name: getattr(survey, name) for name in names})

    def clean_population(self) -> int | None:
        """A whole number of people."""
        value: Decimal | None = self.cleaned_data["population"]
        if value is not None and (value != int(value) or not 1 <= value <= 100_000_000):
            raise forms.ValidationError(_("Please write how many people, a whole number above 0."))
        return None if value is None else int(value)


class BringForm(forms.Form):
    """A questionnaire as a YAML file."""

    file = forms.FileField(
        label=_("Questionnaire as a YAML file"),
        help_text=_("Download any questionnaire, change it, and bring it here. At most 256 kB."),
        error_messages={
            "required": _("Please choose a file."),
            "empty": _("The file is empty. Please choose another."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".yaml,.yml"}),
    )


class _Bilingual(forms.Form):
    """A form of texts in two languages: ``x_th`` and ``x_en`` are one sentence."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def said(self, name: str) -> Sentence:
        """The sentence that was written."""
        return Sentence(self.cleaned_data[f"{name}_th"].strip(), self.cleaned_data[f"{name}_en"].strip())


class HeadForm(_Bilingual):
    """Title and introduction."""

    title_th = forms.CharField(label=_("Title"), max_length=LONGEST_TITLE)
    introduction_th = forms.CharField(
        label=_("Introduction"),
        required=False,
        max_length=LONGEST_INTRODUCTION,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("What it is for, how long it takes, and that nobody is told by name."),
    )
    title_en = forms.CharField(label=_("Title in English"), required=False, max_length=LONGEST_TITLE)
    introduction_en = forms.CharField(
        label=_("Introduction in English"),
        required=False,
        max_length=LONGEST_INTRODUCTION,
        widget=forms.Textarea(attrs={"rows": 3, "lang": "en"}),
    )

    @classmethod
    def of(cls, questionnaire: Questionnaire, version: int) -> HeadForm:
        """The form filled."""
        title, introduction = questionnaire.title, questionnaire.introduction
        return cls(initial={**_two("title", title), **_two("introduction", introduction), "version": version})


class SectionForm(_Bilingual):
    """The heading of a section."""

    title_th = forms.CharField(label=_("Title of the section"), max_length=LONGEST_TITLE)
    help_th = forms.CharField(label=_("Explanation"), required=False, max_length=LONGEST_TEXT)
    title_en = forms.CharField(label=_("Title in English"), required=False, max_length=LONGEST_TITLE)
    help_en = forms.CharField(label=_("Explanation in English"), required=False, max_length=LONGEST_TEXT)

    @classmethod
    def of(cls, section: Section, version: int) -> SectionForm:
        """The form filled."""
        return cls(initial={**_two("title", section.title), **_two("help", section.help), "version": version})


class QuestionForm(_Bilingual):
    """One question. ``earlier`` are those before it, on whose answers it may depend."""

    text_th = forms.CharField(label=_("Question"), max_length=LONGEST_TEXT, widget=forms.Textarea(attrs={"rows": 2}))
    kind = forms.ChoiceField(
        label=_("How it is answered"), choices=[(str(kind), word) for kind, word in KIND_WORDS.items()]
    )
    options = forms.CharField(
        label=_("Options, one a line"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("A scale goes from low to high. After a bar comes the English, if any. Yes or no needs none."),
    )
    required = forms.BooleanField(label=_("Must be answered"), required=False, initial=True)
    shown_if = forms.ChoiceField(label=_("Shown"), required=False)
    least = NumberField(label=_("Least number"), required=False)
    most = NumberField(
        label=_("Greatest number, or most letters of a text"),
        required=False,
    )
    text_en = forms.CharField(label=_("Question in English"), required=False, max_length=LONGEST_TEXT)

    def __init__(
        self, *args: Any, earlier: Sequence[SurveyQuestion] = (), old: SurveyQuestion | None = None, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._old = old
        self.fields["shown_if"].choices = _conditions(earlier, old)  # type: ignore[attr-defined]  # a choice field

    @classmethod
    def of(cls, question: SurveyQuestion, earlier: Sequence[SurveyQuestion], version: int) -> QuestionForm:
        """The form filled."""
        initial = {
            **_two("text", question.text),
            "kind": str(question.kind),
            "options": "\n".join(_line(option) for option in question.options),
            "required": question.required,
            "shown_if": _condition(question.shown_if),
            "least": question.least,
            "most": question.most,
            "version": version,
        }
        return cls(initial=initial, earlier=earlier, old=question)

    def question(self, key: str) -> SurveyQuestion:
        """The question that was written; what this form does not show stays as it was."""
        data = self.cleaned_data
        kind = AnswerKind(data["kind"])
        base = self._old or SurveyQuestion(key, kind, self.said("text"))
        return replace(
            base,
            kind=kind,
            text=self.said("text"),
            options=self._options(kind),
            required=data["required"],
            shown_if=_shown_if(data["shown_if"]),
            least=data["least"] if kind is AnswerKind.NUMBER else None,
            most=data["most"] if kind in (AnswerKind.NUMBER, AnswerKind.TEXT) else None,
        )

    def _options(self, kind: AnswerKind) -> tuple[Option, ...]:
        """The options of the lines. One that was there before keeps its value, so that its answers stay its own."""
        if kind not in CHOOSABLE:
            return ()
        labels = [_label(line) for line in self.cleaned_data["options"].splitlines() if line.strip()]
        old = self._old.options if self._old and self._old.kind is kind else ()
        if old and [one.th for one in labels] == [one.label.th for one in old]:
            return tuple(Option(one.value, label) for one, label in zip(old, labels, strict=True))
        if kind is AnswerKind.YES_NO:
            values = [1, 0] if len(labels) == 2 else list(range(len(labels)))
            return tuple(map(Option, values, labels)) or YES_NO
        if kind is AnswerKind.SCALE:
            return tuple(map(Option, range(1, len(labels) + 1), labels))
        return tuple(_numbered(labels, {one.label.th: one.value for one in old}))


def _numbered(labels: Iterable[Sentence], known: dict[str, int]) -> Iterable[Option]:
    unused, highest = dict(known), max(known.values(), default=0)
    for label in labels:
        value = unused.pop(label.th, None)
        if value is None:
            highest += 1
            value = highest
        yield Option(value, label)


def _label(line: str) -> Sentence:
    th, _bar, en = line.partition("|")
    return Sentence(th.strip(), en.strip())


def _line(option: Option) -> str:
    return f"{option.label.th} | {option.label.en}" if option.label.en else option.label.th


def _two(name: str, sentence: Sentence) -> dict[str, str]:
    return {f"{name}_th": sentence.th, f"{name}_en": sentence.en}


def _conditions(earlier: Sequence[SurveyQuestion], old: SurveyQuestion | None) -> list[tuple[str, Any]]:
    """Always, or after one option of an earlier question; what a file wrote of several options stays as it is."""
    groups: list[tuple[str, Any]] = [("", _("Always"))]
    for question in earlier:
        if question.kind in CHOOSABLE:
            options = [
                (_condition(ShownIf(question.key, (one.value,))), said(one.label) or one.label.th)
                for one in question.options
            ]
            groups.append((f"{question.key}: {question.text.th[:60]}", options))
    if old and old.shown_if and len(old.shown_if.values) != 1:
        groups.append(
            (
                _condition(old.shown_if),
                _("As it is: after one of several answers of %(key)s") % {"key": old.shown_if.key},
            )
        )
    return groups


def _condition(shown_if: ShownIf | None) -> str:
    return "" if shown_if is None else f"{shown_if.key}={','.join(map(str, shown_if.values))}"


def _shown_if(text: str) -> ShownIf | None:
    key, _equals, values = text.partition("=")
    return ShownIf(key, tuple(int(one) for one in values.split(",") if one)) if key else None
