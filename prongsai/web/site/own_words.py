"""Sentences of Django and allauth whose Thai is ours: kinder than theirs, and with the way out. The catalogue finds
them here; ours goes before theirs.
"""

from __future__ import annotations

from django.utils.translation import gettext_noop as _

OWN_WORDS = (
    _("This field is required."),
    _("Enter a valid email address."),
    _("Enter a whole number."),
    _("Select a valid choice. That choice is not one of the available choices."),
    _("This password is too common."),
    _("This password is entirely numeric."),
    _("The username and/or password you specified are not correct."),
    _("You must type the same password each time."),
    _("Please type your current password."),
    _("Incorrect code."),
    _("Incorrect password."),
    _("This account is currently inactive."),
    _("Too many failed login attempts. Try again later."),
    _("Be patient, you are sending too many requests."),
    _("The password reset token was invalid."),
    _("You cannot generate recovery codes without having two-factor authentication enabled."),
    _("Use your password"),
    _("Use authenticator app or code"),
    _("Use a security key"),
    _("Forgot your password?"),
    _("Authenticator code"),
    _("Code"),
    _("Master key"),
    _("Backup key"),
    _("Key nr. {number}"),
    _("This functionality requires JavaScript."),
)
