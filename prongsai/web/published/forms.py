"""The form by which something is withdrawn from the public."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.web.published.queries import Shown

#: Stands for every version that is shown.
ALL = "all"


class WithdrawForm(forms.Form):
    """Which versions, and why: the public reads the reason in their place."""

    which = forms.ChoiceField(label=_("What is withdrawn"), widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Reason"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("The public reads this in place of the content. Please write no names of people here."),
        error_messages={"required": _("Please say why it is withdrawn: the public will read this in its place.")},
    )

    def __init__(self, *args: Any, shown: Sequence[Shown], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        which = self.fields["which"]
        assert isinstance(which, forms.ChoiceField)  # noqa: S101  # declared above
        living = [one.edition.number for one in shown if not one.is_withdrawn]
        single = [(str(number), _("Version %(number)s alone") % {"number": number}) for number in living]
        which.choices = [(ALL, _("All versions: nothing of it can be read any more")), *single]

    @property
    def number(self) -> int | None:
        """The number of the one version, or None for all."""
        which = self.cleaned_data["which"]
        return None if which == ALL else int(which)
