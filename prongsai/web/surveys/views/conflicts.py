"""What the second writer is shown: theirs beside yours, field by field."""

from __future__ import annotations

from typing import Any

from django.forms import BooleanField, Form
from django.utils.translation import gettext as _


def conflict_rows(yours: Form, theirs: Form) -> list[dict[str, Any]]:
    """Rows for ``parts/conflict.html``: every field that is seen, as it was saved and as it was written now."""
    return [
        {"label": bound.label, "theirs": _word(theirs, bound.name), "yours": _word(yours, bound.name)}
        for bound in yours.visible_fields()
    ]


def _word(form: Form, name: str) -> str:
    value = form[name].value()
    if isinstance(form.fields[name], BooleanField):
        return _("Yes") if value else _("No")
    return str(value) if value is not None else ""
