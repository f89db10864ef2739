"""What of the list of links somebody wants to see."""

from __future__ import annotations

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from prongsai.web.links.queries import WORST_FIRST, LinkLine, Wish
from prongsai.web.site.numbers import number_in


class WishForm(forms.Form):
    """Filters, each with what the list has of it. What it does not have is no wish: all is shown."""

    state = forms.ChoiceField(label=_("State"), required=False)
    code = forms.ChoiceField(label=_("Item"), required=False)
    division = forms.ChoiceField(label=_("Division"), required=False)
    host = forms.ChoiceField(label=_("Site"), required=False)

    def __init__(self, *args: object, lines: Sequence[LinkLine], **options: object) -> None:
        super().__init__(*args, **options)  # type: ignore[arg-type]  # Django's own arguments
        watches = [watch for line in lines for watch in line.watches]
        hosts = sorted({line.host for line in lines if line.host})
        codes = sorted({watch.code for watch in watches}, key=lambda code: (len(code), code))
        divisions = {str(watch.division_id): watch.division.name for watch in watches if watch.division}
        self._offer("state", [(state.value, state.label) for state in WORST_FIRST])
        self._offer("code", [(code, code) for code in codes])
        self._offer("division", list(divisions.items()))
        self._offer("host", [(host, host) for host in hosts])

    def _offer(self, name: str, choices: Sequence[tuple[str, object]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101  # declared above
        field.choices = [("", _("all")), *choices]

    def wish(self) -> Wish:
        """What is wanted, without what the list does not have."""
        self.is_valid()
        values = self.cleaned_data
        return Wish(
            state=values.get("state", ""),
            code=values.get("code", ""),
            division=number_in(values.get("division", "")),
            host=values.get("host", ""),
        )
