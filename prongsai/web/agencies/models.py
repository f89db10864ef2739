"""Agencies, their divisions, and who belongs to them in which role."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.core.access.roles import ROLES, Role
from prongsai.web.agencies.scope import AgencyOwned


class Kind(models.TextChoices):
    """The kinds of agency."""

    SUBDISTRICT_MUNICIPALITY = "subdistrict_municipality", _("Subdistrict municipality")
    TOWN_MUNICIPALITY = "town_municipality", _("Town municipality")
    CITY_MUNICIPALITY = "city_municipality", _("City municipality")
    SUBDISTRICT_ORGANISATION = "subdistrict_organisation", _("Subdistrict administrative organisation")
    PROVINCIAL_ORGANISATION = "provincial_organisation", _("Provincial administrative organisation")
    OTHER = "other", _("Other agency")


class Agency(models.Model):
    """A body that runs the programme. ``slug`` is its address and never changes; names are dated in AgencyName."""

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40, choices=Kind.choices)
    province = models.CharField(max_length=100)
    district = models.CharField(max_length=100, blank=True)
    document_prefix = models.CharField(max_length=60, blank=True)  # "ลบ ๕๓๘๐๑": in front of a memo's number
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("slug",)

    class Privacy:
        public = ("id", "slug", "name", "kind", "province", "district", "merged_into")
        internal = ("document_prefix", "created_at")
        personal = ()
        sealed = ()
        retention = "as long as the installation"

    def __str__(self) -> str:
        return self.name


class AgencyName(AgencyOwned):
    """A name and kind that the agency bore from a date on: an อบต. becomes a เทศบาล."""

    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=40, choices=Kind.choices)
    since = models.DateField()

    class Meta(AgencyOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("agency", "since"), name="one_name_a_day"),)

    class Privacy:
        public = ("id", "agency", "name", "kind", "since")
        internal = ()
        personal = ()
        sealed = ()
        retention = "as long as the agency"


class Division(AgencyOwned):
    """A สำนัก, กอง or งาน. ``parent`` makes them a tree; an inactive one stays in the history."""

    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    name = models.CharField(max_length=200)
    order = models.PositiveSmallIntegerField(default=0)
    active = models.BooleanField(default=True)

    class Meta(AgencyOwned.Meta):
        ordering = ("order", "id")
        constraints = (models.UniqueConstraint(fields=("agency", "name"), name="division_named_once"),)

    class Privacy:
        public = ("id", "agency", "parent", "name", "order")
        internal = ("active",)
        personal = ()
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return self.name


class Membership(AgencyOwned):
    """A person in an agency: role, division, position. Ended ones are kept for the history."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=[(code, role.name.th) for code, role in ROLES.items()])
    division = models.ForeignKey(
        "agencies.Division", null=True, blank=True, on_delete=models.PROTECT, related_name="members"
    )
    position = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta(AgencyOwned.Meta):
        constraints = (
            models.UniqueConstraint(
                fields=("agency", "person"), condition=models.Q(until=None), name="one_current_role_in_an_agency"
            ),
        )

    class Privacy:
        public = ("id", "agency")
        internal = ("role", "division", "since", "until")
        personal = ("person", "position")
        sealed = ()
        retention = "ten years after its end"

    @property
    def rules(self) -> Role:
        """What the role is and may."""
        return ROLES[self.role]
