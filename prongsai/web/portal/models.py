"""How an agency's public pages look and who stands behind them, and the pages as they were last rendered."""

from __future__ import annotations

from django.db import models

from prongsai.web.agencies.scope import AgencyOwned


class Front(AgencyOwned):
    """The face of an agency's portal. ``colour`` is #rrggbb; ``host`` a name of its own that leads there.

    ``eit_url`` is the address of the public survey of the assessment (EIT) of ``eit_year`` (Buddhist era).
    """

    name_en = models.CharField(max_length=200, blank=True)
    motto = models.CharField(max_length=300, blank=True)
    emblem = models.FileField(upload_to="emblems/", max_length=300, blank=True)
    emblem_type = models.CharField(max_length=40, blank=True)
    colour = models.CharField(max_length=7, blank=True)
    host = models.CharField(max_length=253, blank=True)
    website = models.URLField(max_length=500, blank=True)
    postal = models.CharField(max_length=500, blank=True)
    telephone = models.CharField(max_length=100, blank=True)
    email = models.EmailField(blank=True)
    map_url = models.URLField(max_length=2000, blank=True)
    eit_url = models.URLField(max_length=500, blank=True)
    eit_year = models.PositiveSmallIntegerField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(AgencyOwned.Meta):
        constraints = (
            models.UniqueConstraint(fields=("agency",), name="one_front_an_agency"),
            models.UniqueConstraint(fields=("host",), condition=~models.Q(host=""), name="one_front_a_host"),
        )

    class Privacy:
        public = (
            "id", "agency", "name_en", "motto", "emblem", "emblem_type", "colour", "host", "website", "postal",
            "telephone", "email", "map_url", "eit_url", "eit_year",
        )  # fmt: skip
        internal = ("version",)
        personal = ()
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return self.agency.name


class KeptPage(AgencyOwned):
    """A public page as it was rendered for a generation of the agency's shelf; another generation makes it anew.

    ``path`` begins with the agency's slug; ``packed`` is the body compressed with gzip; ``maker`` names the
    software that made it.
    ``policy`` says what a browser may do with it (portal/answering.py); with a ``name`` it is saved under that name.
    """

    path = models.CharField(max_length=300)
    language = models.CharField(max_length=2)
    generation = models.PositiveBigIntegerField()
    maker = models.CharField(max_length=40)
    status = models.PositiveSmallIntegerField(default=200)
    content_type = models.CharField(max_length=100)
    policy = models.CharField(max_length=10)
    name = models.CharField(max_length=200, blank=True)
    packed = models.BinaryField()
    etag = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    modified = models.CharField(max_length=40)  # when what it shows last changed, as the header tells it

    class Meta(AgencyOwned.Meta):
        constraints = (models.UniqueConstraint(fields=("path", "language"), name="one_kept_page"),)

    class Privacy:
        public = (
            "id", "agency", "path", "language", "generation", "maker", "status", "content_type", "policy", "name",
            "packed", "etag", "made_at", "modified",
        )  # fmt: skip
        internal = ()
        personal = ()
        sealed = ()
        retention = "until the next act of the agency"
