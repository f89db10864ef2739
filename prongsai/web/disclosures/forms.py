"""The forms of an item: what the agency shows for it, where each component is shown, and its settings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2s
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.disclosures.checklist import Check, Mark
from prongsai.core.disclosures.tables import table_of
from prongsai.core.publication.content import Table
from prongsai.core.reports.reading import Status
from prongsai.core.sentence import Sentence
from prongsai.web.disclosures.content import Content, Words
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.disclosures.queries import Line
from prongsai.web.site.bringing import LinkOrFileForm
from prongsai.web.site.fields import ThaiDateField
from prongsai.web.site.refusals import said

STATUSES = (
    (Status.NOT_STARTED.value, _("Not started")),
    (Status.IN_PROGRESS.value, _("In progress")),
    (Status.DONE.value, _("Done")),
)
#: The place of a component that the item's own text or tables show.
OWN_TEXT = "text"
_LINES = {"rows": 4}


class DisclosureForm(forms.Form):
    """Who looks after an item and by when; then how it stands in the reports. Lists are written one a line."""

    division = forms.TypedChoiceField(
        label=_("Division that looks after it"), required=False, coerce=int, empty_value=None
    )
    due_on = ThaiDateField(label=_("To be public by"), required=False)
    name = forms.CharField(label=_("Name"), max_length=300)
    status = forms.ChoiceField(label=_("Status"), choices=STATUSES)
    progress = forms.CharField(
        label=_("What has been done"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("One result a line, with its date where there is one."),
    )
    components = forms.CharField(
        label=_("What the agency shows"),
        required=False,
        widget=forms.Textarea(attrs=_LINES),
        help_text=_("One component a line."),
    )
    responsible = forms.CharField(
        label=_("Responsible, as the report words it"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("One unit a line."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    #: What stands in the open; the rest is folded away.
    FIRST = ("division", "due_on")

    def __init__(self, *args: Any, divisions: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["division"], [("", _("Not chosen yet")), *_named(divisions)])

    def first(self) -> Iterator[forms.BoundField]:
        """The fields that stand in the open."""
        yield from (self[name] for name in self.FIRST)

    def rest(self) -> Iterator[forms.BoundField]:
        """The fields for the reports."""
        yield from (one for one in self if one.name not in self.FIRST)

    def content(self) -> Content:
        """What was written, as the action takes it."""
        values = self.cleaned_data
        return Content(
            name=values["name"],
            components=_lines(values["components"]),
            responsible=_lines(values["responsible"]),
            division_id=values["division"],
            status=Status(values["status"]),
            progress=_lines(values["progress"]),
            due_on=values["due_on"],
        )


class EvidenceForm(LinkOrFileForm):
    """A file or the address of a page; by default it shows every component that is still open."""

    shows_all = forms.BooleanField(label=_("Every component is shown there"), required=False, initial=True)
    where = forms.CharField(label=_("Page or place"), required=False, max_length=300)


class WordsForm(forms.Form):
    """What the item says itself, and the answer for the assessment's own system."""

    text = forms.CharField(
        label=_("Text for the public"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("An empty line begins a new paragraph, “- ” an entry of a list; addresses become links."),
    )
    answer = forms.ChoiceField(label=_("Answer in ITAS"), choices=Disclosure.Answer.choices, required=False)
    explanation = forms.CharField(
        label=_("Explanation for ITAS"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Needed where the answer is no."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def words(self) -> Words:
        """What was written, as the action takes it."""
        values = self.cleaned_data
        return Words(values["text"], values["answer"], values["explanation"])


class SourcesForm(forms.Form):
    """Which content of the system the item shows; ``offers`` are (code, title)."""

    sources = forms.MultipleChoiceField(
        label=_("Content that the system has"), required=False, widget=forms.CheckboxSelectMultiple
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, offers: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["sources"], offers)


class TableForm(forms.Form):
    """A table pasted from a sheet."""

    title = forms.CharField(label=_("Title of the table"), max_length=300)
    cells = forms.CharField(
        label=_("Cells copied from Excel, with their headings"),
        widget=forms.Textarea(attrs={"rows": 4}),
        strip=False,
        help_text=_("Choose the cells in Excel, copy, and paste here. The first row is taken as headings."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def clean(self) -> dict[str, Any]:
        """The table, checked; what is wrong names the row."""
        values = super().clean() or {}
        if "cells" in values and "title" in values:
            found = table_of(values["title"], values["cells"])
            if isinstance(found, Sentence):
                self.add_error("cells", said(found))
            else:
                values["table"] = found
        return values

    def table(self) -> Table:
        """The table that was pasted."""
        found: Table = self.cleaned_data["table"]
        return found


@dataclass(frozen=True, slots=True)
class Row:
    """One component in the form."""

    check: Check
    tick: forms.BoundField
    place: forms.BoundField
    where: forms.BoundField


class ChecklistForm(forms.Form):
    """Each component with whether it is shown, and where. ``places`` are (value, label); all are saved at once."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, checks: Sequence[Check], places: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.checks = {blake2s(check.component.encode(), digest_size=6).hexdigest(): check for check in checks}
        for key, check in self.checks.items():
            self._add(key, check, places)

    def _add(self, key: str, check: Check, places: Sequence[tuple[str, str]]) -> None:
        mark = check.mark or check.offer
        place = (OWN_TEXT if mark.piece is None else str(mark.piece)) if mark else (places[0][0] if places else "")
        where = mark.where if mark else ""
        wide = {"placeholder": _("Page or place, such as page 3")}
        self.fields[f"tick_{key}"] = forms.BooleanField(label=check.component, required=False, initial=check.is_shown)
        self.fields[f"place_{key}"] = forms.ChoiceField(
            label=_("Shown in"), choices=places, required=False, initial=place
        )
        self.fields[f"where_{key}"] = forms.CharField(
            label=_("Page or place"), required=False, max_length=300, initial=where, widget=forms.TextInput(attrs=wide)
        )

    def clean(self) -> dict[str, Any]:
        """A component that is ticked needs a place."""
        values = super().clean() or {}
        for key in self.checks:
            if values.get(f"tick_{key}") and not values.get(f"place_{key}") and f"place_{key}" not in self.errors:
                self.add_error(
                    f"place_{key}", _("Please add a link, a file or a text first: then say where it is shown.")
                )
        return values

    @property
    def rows(self) -> list[Row]:
        """The components with their fields."""
        return [
            Row(check, self[f"tick_{key}"], self[f"place_{key}"], self[f"where_{key}"])
            for key, check in self.checks.items()
        ]

    def marks(self, *, every: bool) -> list[Mark]:
        """What was ticked, or, with ``every``, each component at the place that is chosen for it."""
        values, found = self.cleaned_data, []
        for key, check in self.checks.items():
            place = values[f"place_{key}"]
            if place and (every or values[f"tick_{key}"]):
                piece = None if place == OWN_TEXT else int(place)
                found.append(Mark(check.component, piece, values[f"where_{key}"]))
        return found


class PieceForm(forms.Form):
    """The title of a link or file, and where a link leads."""

    title = forms.CharField(label=_("What it shows"), max_length=300)
    url = forms.CharField(label=_("Address of the page (URL)"), max_length=2000)
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)

    def __init__(self, *args: Any, has_url: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not has_url:
            del self.fields["url"]


class AssignForm(forms.Form):
    """The division and the day of several items; what is left empty stays as it is."""

    codes = forms.MultipleChoiceField(label=_("Items"), required=False)
    division = forms.TypedChoiceField(label=_("Division"), required=False, coerce=int, empty_value=None)
    due_on = ThaiDateField(label=_("To be public by"), required=False, help_text="")

    def __init__(self, *args: Any, codes: Sequence[str], divisions: Mapping[int, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _offer(self.fields["codes"], [(code, code) for code in codes])
        _offer(self.fields["division"], [("", _("Leave as it is")), *_named(divisions)])


def initial_of(line: Line) -> dict[str, Any]:
    """What stands in the form at first: our row, or the framework's words where nothing was kept yet."""
    row, item = line.row, line.item
    if row is None:
        return {"name": line.name, "status": Status.NOT_STARTED.value, "components": "", "version": 0} | (
            {"components": "\n".join(item.components)} if item else {}
        )
    return {
        "name": row.name,
        "status": row.status,
        "progress": "\n".join(row.progress),
        "components": "\n".join(row.components),
        "division": row.division_id,
        "due_on": row.due_on,
        "responsible": "\n".join(row.responsible),
        "version": row.version,
    }


def words_initial(row: Disclosure | None) -> dict[str, Any]:
    """What stands in the form of words at first."""
    if row is None:
        return {"version": 0}
    return {"text": row.text, "answer": row.answer, "explanation": row.explanation, "version": row.version}


def _offer(field: forms.Field, choices: Sequence[tuple[Any, Any]]) -> None:
    assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared so above
    field.choices = choices


def _named(divisions: Mapping[int, str]) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in divisions.items()]


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
