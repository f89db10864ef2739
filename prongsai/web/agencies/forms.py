"""Forms of people and divisions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import gettext_lazy as _

from prongsai.core.access.roles import ROLES
from prongsai.web.agencies.models import Agency, Kind, Membership
from prongsai.web.agencies.queries import divisions, no_divisions
from prongsai.web.site.refusals import said


class DivisionForm(forms.Form):
    """A division by name; an existing one can be put out of use."""

    name = forms.CharField(label=_("Name of the division"), max_length=200)
    active = forms.BooleanField(label=_("In use"), required=False, initial=True)


class RoleForm(forms.Form):
    """A role, a position, and the division where the role has one."""

    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)
    position = forms.CharField(
        label=_("Position"), max_length=200, help_text=_("As it stands under the name in official papers.")
    )
    division = forms.ModelChoiceField(
        label=_("Division"), queryset=no_divisions(), required=False, empty_label=_("— none —")
    )

    def __init__(self, *args: Any, agency: Agency, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["division"].queryset = divisions(agency)  # type: ignore[attr-defined]  # a model choice field
        self.fields["role"].choices = [  # type: ignore[attr-defined]  # a choice field
            (role.code, f"{said(role.name)} — {said(role.does)}") for role in ROLES.values()
        ]

    @classmethod
    def of(cls, membership: Membership) -> RoleForm:
        """Filled with what somebody is now."""
        now = {"role": membership.role, "position": membership.position, "division": membership.division_id}
        return cls(agency=membership.agency, initial=now)


class MemberForm(RoleForm):
    """A new person with an account."""

    full_name = forms.CharField(label=_("Full name"), max_length=200)
    username = forms.RegexField(
        label=_("User name"),
        regex=r"^[A-Za-z0-9._-]{3,60}$",
        help_text=_("At least 3 Latin letters or digits, for example somying."),
        error_messages={"invalid": _("Please use 3 to 60 Latin letters, digits, dots or hyphens.")},
    )
    password = forms.CharField(
        label=_("First password"),
        widget=forms.PasswordInput(render_value=False, attrs={"autocomplete": "new-password"}),
        help_text=_("At least 10 characters. Please give it to the person, who changes it after signing in."),
    )
    field_order = ("full_name", "username", "password", "role", "position", "division")

    def clean_password(self) -> str:
        """The rules of passwords."""
        password: str = self.cleaned_data["password"]
        validate_password(password)
        return password


class NewPasswordForm(forms.Form):
    """What was lost besides the password."""

    second_step_is_lost = forms.BooleanField(
        label=_("The phone or key of the second step is lost: take the second step off too"), required=False
    )


class AgencyForm(forms.Form):
    """What the agency is called and where it is."""

    name = forms.CharField(label=_("Name of the agency"), max_length=200)
    kind = forms.ChoiceField(label=_("Kind"), choices=Kind.choices)
    district = forms.CharField(label=_("District"), max_length=100, required=False)
    province = forms.CharField(label=_("Province"), max_length=100)
    document_prefix = forms.CharField(
        label=_("Prefix of memo numbers"),
        max_length=60,
        required=False,
        help_text=_("It stands in front of the number of every memo: letters of the province, code of the agency."),
    )
