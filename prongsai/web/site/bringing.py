"""Forms by which people bring something: a link or a file, a file of data with its faults."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prongsai.core.access.decision import Refused
from prongsai.strict_yaml import Faulty
from prongsai.web.site.refusals import said


class LinkOrFileForm(forms.Form):
    """The address of a page or a file, one of which must be there, and what it shows."""

    url = forms.CharField(label=_("Address of the page (URL)"), required=False, max_length=2000)
    file = forms.FileField(label=_("or a file"), required=False)
    title = forms.CharField(label=_("What it shows"), required=False, max_length=300)

    def clean(self) -> dict[str, Any]:
        """One of the two must be there."""
        values = super().clean() or {}
        if not values.get("url") and not values.get("file") and not self.errors:
            raise forms.ValidationError(_("Please give the address of a page, or choose a file."))
        return values


def is_taken(form: forms.Form, largest: int, take: Callable[[bytes, str], object]) -> bool:
    """Whether ``take`` took the YAML in the form's field ``file``; it gets ``largest`` + 1 bytes, and the name.

    What was wrong with it stands at the field: every fault with its line, or the one refusal.
    """
    brought = form.cleaned_data["file"]
    try:
        take(brought.read(largest + 1), brought.name)
    except Faulty as faulty:
        for fault in faulty.faults:
            what = {"line": fault.line, "what": said(fault.sentence)}
            form.add_error("file", gettext("Line %(line)s: %(what)s") % what)
    except Refused as refusal:
        form.add_error("file", said(refusal.why))
    return not form.errors
