"""Every row belongs to an agency, or the reason why not stands here."""

from __future__ import annotations

from django.apps import apps

from prongsai.web.agencies.scope import AgencyOwned

_FACT = "a public fact about bodies that mostly never use this installation; reached through an Oversight"
#: Models without an agency, with the reason.
OF_NO_AGENCY = {
    "accounts.Person": "a person may belong to several agencies",
    "agencies.Agency": "it is what the others belong to",
    "country.Body": _FACT,
    "country.BodyResult": _FACT,
    "country.YearSummary": _FACT,
    "country.ResultsTable": "a published table of results of all bodies; its person alone checks it",
    "country.Oversight": "leave of a person over an area, which is no agency",
    "links.Night": "a mark of the installation's own work, which serves all agencies at once",
    "country.CountryEvent": "what was done for an area: no agency's history tells of it",
}


def test_every_model_belongs_to_an_agency_or_says_why_not() -> None:
    ours = [model for model in apps.get_models() if model.__module__.startswith("prongsai.")]
    free = {model._meta.label for model in ours if not issubclass(model, AgencyOwned)}
    assert free == set(OF_NO_AGENCY), "make it AgencyOwned, or give the reason here"


def test_every_reason_is_one() -> None:
    assert all(len(reason) > 20 for reason in OF_NO_AGENCY.values())
