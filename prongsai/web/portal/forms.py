"""The form of how the public pages look and whom they name."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http.request import validate_host
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from prongsai.core.colour import read_colour
from prongsai.core.thai.digits import to_arabic
from prongsai.core.thai.fiscal import YEARS
from prongsai.web.portal.models import Front

_HOST = re.compile(r"(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}")
_URL = {"inputmode": "url", "placeholder": "https://"}
#: What a picture may be, for the chooser of files; what it is, emblems.py looks at.
_PICTURES = "image/png,image/jpeg,image/webp"


def _address(label: Any, help_text: Any = "", longest: int = 500) -> forms.URLField:
    return forms.URLField(
        label=label,
        help_text=help_text,
        required=False,
        max_length=longest,
        assume_scheme="https",
        widget=forms.TextInput(attrs=_URL),
        error_messages={"invalid": _("Please write the whole address, such as https://www.example.go.th/page.")},
    )


class FrontForm(forms.Form):
    """Everything may be left empty. ``version`` is that of what the writer saw."""

    name_en = forms.CharField(
        label=_("Name in English"), help_text=_("For the English pages."), max_length=200, required=False
    )
    motto = forms.CharField(label=_("Motto"), help_text=_("One line below the name."), max_length=300, required=False)
    emblem = forms.FileField(
        label=_("Emblem"),
        help_text=_("PNG, JPG or WebP, best square. It is drawn anew as a small picture."),
        required=False,
        widget=forms.FileInput(attrs={"accept": _PICTURES}),
    )
    bare = forms.BooleanField(label=_("Show no emblem any more"), required=False)
    colour = forms.CharField(
        label=_("Colour"),
        help_text=_(
            "Six letters or digits, such as #0b4f5c. Text is made dark or light so that everybody can read it."
        ),
        max_length=9,
        required=False,
    )
    postal = forms.CharField(
        label=_("Postal address"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    telephone = forms.CharField(
        label=_("Telephone"), help_text=_("Several with commas between them."), max_length=100, required=False
    )
    email = forms.EmailField(label=_("E-mail"), max_length=254, required=False)
    website = _address(_("Website of the agency"))
    map_url = _address(_("Link to a map"), longest=2000)
    eit_url = _address(
        _("Link of the public survey (EIT)"), _("As ITAS gives it. The home page shows it with a QR code.")
    )
    eit_year = forms.CharField(label=_("Fiscal year of that survey"), max_length=4, required=False)
    host = forms.CharField(
        label=_("Own host name"),
        help_text=_(
            "Such as open.thakhong.go.th, where one leads here. Those who run the server have to allow it first."
        ),
        max_length=253,
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    @classmethod
    def of(cls, front: Front) -> FrontForm:
        """Filled with what is there."""
        return cls(initial=values_of(front))

    def clean_colour(self) -> str:
        """``#rrggbb``, or nothing."""
        written = to_arabic(self.cleaned_data["colour"]).strip().lower()
        if written and read_colour(written) is None:
            raise ValidationError(
                gettext("“%(colour)s” is no colour. Please write # and six of 0–9 and a–f, such as #0b4f5c.")
                % {"colour": written}
            )
        return f"#{written.lstrip('#')}" if written else ""

    def clean_eit_year(self) -> int | None:
        """A year of the Buddhist era."""
        written = to_arabic(self.cleaned_data["eit_year"]).strip()
        if not written:
            return None
        if not written.isascii() or not written.isdigit() or int(written) not in YEARS:
            raise ValidationError(gettext("Please write the year of the Buddhist era, such as 2569."))
        return int(written)

    def clean_host(self) -> str:
        """A host that this server answers to, else the agency's pages would name an address that leads nowhere; and not
        that of the installation, where everybody signs in.
        """
        host: str = self.cleaned_data["host"].strip().lower().removeprefix("https://").strip("/")
        if not host:
            return ""
        if not _HOST.fullmatch(host):
            raise ValidationError(gettext("Please write the name alone, such as open.thakhong.go.th."))
        if host == urlsplit(settings.SITE_URL).hostname:
            raise ValidationError(
                gettext("%(host)s is the name of this whole installation. Please write a name of the agency's own.")
                % {"host": host}
            )
        if not validate_host(host, settings.ALLOWED_HOSTS):
            raise ValidationError(
                gettext(
                    "This server does not answer to %(host)s yet. Please ask those who run it to add the name to "
                    "PRONGSAI_HOSTS, then save again."
                )
                % {"host": host}
            )
        return host

    @property
    def values(self) -> dict[str, Any]:
        """What is kept of a valid form, but the emblem."""
        return {name: self.cleaned_data[name] for name in FIELDS}


#: Fields of Front that the form changes as they are.
FIELDS = (
    *("name_en", "motto", "colour", "postal", "telephone", "email", "website", "map_url", "eit_url", "eit_year"),
    "host",
)


def values_of(front: Front) -> dict[str, Any]:
    """The form's values of what is there."""
    return {name: getattr(front, name) for name in (*FIELDS, "version")}
