"""Forms of people's own accounts, and allauth's where its words are not ours."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ResetPasswordForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm, EditWebAuthnForm
from django import forms
from django.core.validators import MaxLengthValidator
from django.utils.translation import gettext_lazy as _

from prongsai.web.accounts.models import Person
from prongsai.web.accounts.queries import address_is_taken

#: As long as an e-mail address can be.
LONGEST_NAME = 254


class SignInForm(LoginForm):  # type: ignore[misc]  # allauth is untyped
    """User name or e-mail, and the password; phones must not put a capital at the beginning."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        login, password = self.fields["login"], self.fields["password"]
        login.label, password.label = _("User name or e-mail"), _("Password")
        login.widget.attrs.update(autocomplete="username", autocapitalize="none", spellcheck="false")
        password.help_text = ""
        login.validators.append(MaxLengthValidator(LONGEST_NAME))  # SQLite gives up on a name of 50,000 letters
        for one in (login, password):
            one.widget.attrs.pop("placeholder", None)


class OwnPasswordForm(ChangePasswordForm):  # type: ignore[misc]  # allauth is untyped
    """The password of now, and the new one twice."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        words = {
            "oldpassword": _("Password of now"),
            "password1": _("New password"),
            "password2": _("New password once more"),
        }
        for name, word in words.items():
            self.fields[name].label, self.fields[name].help_text = word, ""
            self.fields[name].widget.attrs.pop("placeholder", None)
        self.fields["password1"].help_text = _(
            "At least 10 characters, not only digits. Three or four words that only you put together are easy to keep."
        )

    def clean_password1(self) -> str:
        """A new one: who keeps the password that somebody else gave has none of his own."""
        password: str = self.cleaned_data["password1"]
        if self.user.check_password(password):
            raise forms.ValidationError(_("This is the password of now. Please choose another one."))
        return password


class LostPasswordForm(ResetPasswordForm):  # type: ignore[misc]  # allauth is untyped
    """The address to which the link goes; its label says enough."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["email"].label = _("E-mail")
        self.fields["email"].widget.attrs.pop("placeholder", None)


class NewKeyForm(AddWebAuthnForm):  # type: ignore[misc]  # allauth is untyped
    """A key of the second step under a name that one knows it by."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = _("Name of the key")


class KeyNameForm(EditWebAuthnForm):  # type: ignore[misc]  # allauth is untyped
    """Another name for a key."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = _("Name of the key")


class OwnAccountForm(forms.Form):
    """What people set for themselves; names and roles are the business of their agency."""

    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("For reminders, and to sign in with instead of the user name."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=[("th", "ไทย"), ("en", "English")])
    password = forms.CharField(
        label=_("Password of now"),
        required=False,
        strip=False,
        help_text=_("Only where the e-mail changes: whoever has the address can ask for a new password."),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, person: Person, **options: Any) -> None:
        options["initial"] = {"email": person.email, "language": person.language}
        super().__init__(*args, **options)
        self.person = person

    def clean_email(self) -> str:
        """An address serves one account: somebody signs in with it."""
        email: str = self.cleaned_data["email"]
        if email and address_is_taken(email, other_than=self.person):
            raise forms.ValidationError(_("Another account uses this address. Please write another one."))
        return email

    def clean(self) -> dict[str, Any]:
        """A new address needs the password: the screen may have been left open."""
        given: dict[str, Any] = super().clean() or {}
        changed = given.get("email", self.person.email) != self.person.email
        if changed and not self.person.check_password(given.get("password", "")):
            self.add_error("password", _("To change the e-mail, please write your password of now."))
        return given
