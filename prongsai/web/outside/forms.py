"""The form of the public page: the progress form, with the name of who answers."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.web.site.work_form import WorkForm


class AnswerForm(WorkForm):
    """Progress from somebody who is not signed in: a name is asked for."""

    name = forms.CharField(
        label=_("Your name and position"),
        max_length=80,
        error_messages={"required": _("Please write your name, so that the coordinator knows who reported.")},
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    def __init__(self, *args: Any, known_name: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.initial["name"] = known_name

    @property
    def who(self) -> str:
        """The name that was given; of a valid form."""
        return str(self.cleaned_data["name"])
