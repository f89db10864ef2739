"""Surveys of the agency's own: the questionnaire by versions, one-time links, and answers that tell nobody's name.

What is not stored cannot leak: an answer has no address, no browser, no time finer than its day, no tie to the link
through which it came, and a number drawn by lot, so that not even the order of rows tells who was before whom.
"""

from __future__ import annotations

import secrets

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from prongsai.web.agencies.scope import AgencyOwned


def drawn_number() -> int:
    """A number for a row by lot: rows in its order stand in no order of time. 53 bits, so that JSON keeps it exact.

    It belongs in a BigAutoField: beside any other key SQLite keeps a number of its own for each row, in the order in
    which they came.
    """
    return secrets.randbelow(2**53 - 1) + 1


class Survey(AgencyOwned):
    """A survey. ``code`` is its public address (``/s/<code>/``). States: core.surveys.workflow.

    ``population`` is how many people could be asked: the sample's minimum is reckoned from it. ``one_time``: only
    who holds an unused one-time link may answer. ``first_closed_on`` is set by the first closing and stays: results of
    groups cover the answers up to that day, once and for all, because two looks could be subtracted from each other.
    ``version`` counts edits, so that the second writer is told.
    """

    class Kind(models.TextChoices):
        MOCK_IIT = "mock_iit", _("Mock IIT")
        MOCK_EIT = "mock_eit", _("Mock EIT")
        SATISFACTION = "satisfaction", _("Satisfaction survey")
        TRAINING = "training", _("Training needs survey")
        OWN = "own", _("Questionnaire of our own")

    class State(models.TextChoices):
        DRAFT = "draft", _("Draft survey")
        OPEN = "open", _("Open to answers")
        CLOSED = "closed", _("Closed to answers")

    kind = models.CharField(max_length=12, choices=Kind.choices)
    fiscal_year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    code = models.CharField(max_length=16, unique=True)
    state = models.CharField(max_length=6, choices=State.choices, default=State.DRAFT)
    one_time = models.BooleanField(default=False)
    population = models.PositiveIntegerField(null=True, blank=True)
    opens_on = models.DateField(null=True, blank=True)
    closes_on = models.DateField(null=True, blank=True)
    first_closed_on = models.DateField(null=True, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)
    version = models.PositiveIntegerField(default=1)

    class Meta(AgencyOwned.Meta):
        ordering = ("-fiscal_year", "-created_at", "-id")

    class Privacy:
        public = ("id", "agency", "kind", "fiscal_year", "title", "code", "state", "opens_on", "closes_on")
        internal = ("one_time", "population", "first_closed_on", "created_at", "version")
        personal = ("created_by",)
        sealed = ()
        retention = "as long as the agency"

    def __str__(self) -> str:
        return self.title


class SurveyVersion(AgencyOwned):
    """The questionnaire of a survey, as canonical JSON with its hash. One that was open once never changes again."""

    survey = models.ForeignKey("surveys.Survey", on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    frozen = models.BooleanField(default=False)

    class Meta(AgencyOwned.Meta):
        ordering = ("-number",)
        constraints = (models.UniqueConstraint(fields=("survey", "number"), name="survey_version_number"),)

    class Privacy:
        public = ("id", "agency", "survey", "number", "content", "sha256")
        internal = ("frozen",)
        personal = ()
        sealed = ()
        retention = "as long as the survey"

    def __str__(self) -> str:
        return f"{self.survey} v{self.number}"


class OneTimeLink(AgencyOwned):
    """A link that lets one person answer once. Nothing ties it to the answer, and when it was used is not known.

    Its secret is not stored; ``secret_sha256`` finds it. Links are made in batches (``batch``) and handed out in no
    order. A batch that is taken back keeps all its rows: those that were left would tell how many were used.
    """

    id = models.BigAutoField(primary_key=True, default=drawn_number)
    survey = models.ForeignKey("surveys.Survey", on_delete=models.CASCADE, related_name="links")
    secret_sha256 = models.CharField(max_length=64, unique=True)
    batch = models.PositiveSmallIntegerField()
    used = models.BooleanField(default=False)
    revoked = models.BooleanField(default=False)

    class Meta(AgencyOwned.Meta):
        ordering = ("id",)

    class Privacy:
        public = ()
        internal = ("id", "agency", "survey", "batch", "used", "revoked")
        personal = ()
        sealed = ("secret_sha256",)
        retention = "until the survey is closed"

    def __str__(self) -> str:
        return f"{self.survey} #{self.batch}"


class Answer(AgencyOwned):
    """One respondent's answers: key of the question to a number, numbers, or text, as canonical JSON.

    ``key_sha256`` is the hash of a number that the browser was given with the form: the same form sent twice is one
    answer. It says nothing of the person, and is emptied when the survey is closed.
    """

    id = models.BigAutoField(primary_key=True, default=drawn_number)
    survey = models.ForeignKey("surveys.Survey", on_delete=models.PROTECT, related_name="answers")
    version = models.ForeignKey("surveys.SurveyVersion", on_delete=models.PROTECT, related_name="answers")
    day = models.DateField()
    content = models.TextField()
    key_sha256 = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001  # many are emptied, none is equal

    class Meta(AgencyOwned.Meta):
        ordering = ("id",)

    class Privacy:
        public = ()
        internal = ("id", "agency", "survey", "version", "day", "content")
        personal = ()
        sealed = ("key_sha256",)
        retention = "as long as the survey"

    def __str__(self) -> str:
        return f"{self.survey} {self.day}"
