"""The file of an agency's own framework."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class OwnFrameworkForm(forms.Form):
    """The YAML of a year, or of what is different in it."""

    file = forms.FileField(
        label=_("Rules as a YAML file"),
        help_text=_("Begin with a file from this page, change it, and bring it here. At most 512 kB."),
        error_messages={
            "required": _("Please choose a file."),
            "empty": _("The file is empty. Please choose another."),
        },
        widget=forms.ClearableFileInput(attrs={"accept": ".yaml,.yml"}),
    )
