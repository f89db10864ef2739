"""The form that tells what was done, for people who are signed in and for those who come by an outside link."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.core.measures.workflow import MEASURE
from prongsai.core.reports.reading import Status
from prongsai.web.site.fields import ThaiDateField
from prongsai.web.site.uploads import ManyFilesField, ManyFilesInput

ACCEPT = "image/*,.pdf,.docx,.xlsx,.pptx,.txt,.csv"

STATUS_WORDS = {
    Status.NOT_STARTED: _("Not started"),
    Status.IN_PROGRESS: _("In progress"),
    Status.DONE: _("Done"),
}


class WorkForm(forms.Form):
    """What was done, when, how far it is, and what shows it. ``key`` makes a form that is sent twice count once.

    ``status`` is what the work has now: only steps that its workflow knows are offered. ``offered`` is the day that
    stands in the form, ``text`` what stands there where an entry is corrected.
    """

    text = forms.CharField(
        label=_("What was done"),
        help_text=_("One or two sentences: what, where, how many. They stand in the report as you write them."),
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        error_messages={"required": _("Please write what was done; one short sentence is enough.")},
    )
    on = ThaiDateField(
        label=_("Date it was done"), error_messages={"required": _("Please give the date on which it was done.")}
    )
    status = forms.ChoiceField(
        label=_("How far is it?"),
        widget=forms.RadioSelect,
        error_messages={
            "required": _("Please choose how far it is."),
            "invalid_choice": _("Please choose one of these states."),
        },
    )
    photos = ManyFilesField(
        label=_("Take a photo"),
        required=False,
        widget=ManyFilesInput(attrs={"accept": "image/*", "capture": "environment"}),
    )
    documents = ManyFilesField(
        label=_("Choose photos or files"),
        help_text=_("Photos, PDF, Word, Excel, PowerPoint, txt or csv; several at once, up to 20 MB each."),
        required=False,
        widget=ManyFilesInput(attrs={"accept": ACCEPT}),
    )
    url = forms.CharField(
        label=_("Link to a page that shows it"),
        required=False,
        max_length=2000,
        widget=forms.TextInput(attrs={"inputmode": "url", "placeholder": "https://"}),
    )
    nothing = forms.CharField(
        label=_("Nothing to report this time, because"),
        help_text=_("For instance: nobody complained from October to March. This counts as evidence."),
        required=False,
        max_length=300,
    )
    reason = forms.CharField(
        label=_("Why it is opened again"),
        help_text=_("Needed only where something that was done goes back to being in progress."),
        required=False,
        max_length=500,
    )
    key = forms.UUIDField(
        widget=forms.HiddenInput,
        error_messages={
            "required": _("This form has lost a part. Please open the page again."),
            "invalid": _("This form has lost a part. Please open the page again."),
        },
    )

    def __init__(self, *args: Any, status: str, offered: date, text: str = "", **options: Any) -> None:
        now = Status(status)
        first = Status.IN_PROGRESS if now is Status.NOT_STARTED else now
        options["initial"] = {"on": offered, "text": text, "status": first, "key": uuid4()}
        super().__init__(*args, **options)
        choices = [(to.value, STATUS_WORDS[to]) for to in Status if to is now or MEASURE.between(now, to)]
        self.fields["status"].choices = choices  # type: ignore[attr-defined]  # it is a ChoiceField
        if now is not Status.DONE:
            del self.fields["reason"]

    @property
    def said(self) -> dict[str, Any]:
        """``text``, ``on``, ``status``, ``key`` and ``reason``; of a valid form."""
        return {name: self.cleaned_data.get(name, "") for name in ("text", "on", "status", "key", "reason")}

    @property
    def brought(self) -> dict[str, Any]:
        """``files``, ``url`` and ``nothing``: what shall serve as evidence; of a valid form."""
        given = self.cleaned_data
        return {"files": [*given["photos"], *given["documents"]], "url": given["url"], "nothing": given["nothing"]}
