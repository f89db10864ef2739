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
)
