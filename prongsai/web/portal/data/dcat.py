"""Catalogues as DCAT 3 in JSON-LD, with the properties that DCAT-AP 3 asks for.

Source: W3C, Data Catalog Vocabulary 3; SEMIC, DCAT-AP 3.0. The context is written out: who reads it fetches nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from prongsai.core.sentence import Sentence
from prongsai.core.thai.fiscal import ERA
from prongsai.web.portal.data.cells import moment
from prongsai.web.portal.data.datasets import Copy, Dataset, Publisher
from prongsai.web.portal.data.licence import LICENCE

TYPE = "application/ld+json"
Node = dict[str, Any]
CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "hydra": "http://www.w3.org/ns/hydra/core#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "spdx": "http://spdx.org/rdf/terms#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_AUTHORITY = "http://publications.europa.eu/resource/authority"
_THEME = {"@id": f"{_AUTHORITY}/data-theme/GOVE"}  # government and public sector
_THAI = {"@id": f"{_AUTHORITY}/language/THA"}
_OPEN = {"@id": f"{_AUTHORITY}/access-right/PUBLIC"}


def catalogue(publisher: Publisher, datasets: Sequence[Dataset], api: str) -> Node:
    """Everything of one agency; ``api`` is the address of the API's description."""
    return {
        "@context": CONTEXT,
        **_catalogue(publisher),
        "dct:language": _THAI,
        "dct:license": {"@id": LICENCE.address},
        "dcat:themeTaxonomy": {"@id": f"{_AUTHORITY}/data-theme"},
        "dcat:dataset": [_dataset(publisher, one) for one in datasets],
        "dcat:service": {
            "@id": api,
            "@type": "dcat:DataService",
            "dct:title": _words(Sentence("API ข้อมูลเปิด", "API of the open data")),
            "dcat:endpointURL": {"@id": api.removesuffix("openapi.json") + "v1/"},
            "dcat:endpointDescription": {"@id": api},
        },
    }


def of_catalogues(address: str, publishers: Iterable[Publisher], following: str | None) -> Node:
    """The catalogues of one page of agencies; ``following`` is the address of the next page."""
    whole = address.partition("?")[0]
    view: Node = {"@id": address, "@type": "hydra:PartialCollectionView"}
    if following:
        view["hydra:next"] = {"@id": following}
    return {
        "@context": CONTEXT,
        "@id": whole,
        "@type": "dcat:Catalog",
        "dct:title": _words(Sentence("ข้อมูลเปิดของทุกหน่วยงานในระบบนี้", "Open data of all agencies of this installation")),
        "dct:description": _words(
            Sentence("บัญชีข้อมูลของแต่ละหน่วยงาน", "The catalogue of each agency, which describes its sets of data")
        ),
        "dct:license": {"@id": LICENCE.address},
        "dcat:catalog": [_catalogue(one) for one in publishers],
        "hydra:view": view,
    }


def _catalogue(publisher: Publisher) -> Node:
    return {
        "@id": f"{publisher.home}/data/catalog.jsonld",
        "@type": "dcat:Catalog",
        "dct:title": _words(Sentence(f"ข้อมูลเปิดของ{publisher.name}", f"Open data of {publisher.name}")),
        "dct:description": _words(
            Sentence(
                "ข้อมูลทั้งหมดที่หน่วยงานเผยแพร่ตามการประเมินคุณธรรมและความโปร่งใส (ITA)",
                "Everything that the agency has published for the Integrity and Transparency Assessment (ITA)",
            )
        ),
        "dct:publisher": _agent(publisher),
        "dct:modified": _moment(publisher.changed_at),
        "foaf:homepage": {"@id": f"{publisher.home}/"},
    }


def _dataset(publisher: Publisher, one: Dataset) -> Node:
    """One set with its files. A fiscal year runs from October to September."""
    node: Node = {
        "@id": f"{publisher.home}/data/#{one.key}",
        "@type": "dcat:Dataset",
        "dct:identifier": f"{publisher.slug}-{one.key}",
        "dct:title": _words(one.title),
        "dct:description": _words(one.about),
        "dct:publisher": _agent(publisher),
        "dcat:contactPoint": _contact(publisher),
        "dcat:keyword": [{"@language": "th", "@value": word} for word in one.keywords],
        "dcat:theme": _THEME,
        "dct:language": _THAI,
        "dct:accessRights": _OPEN,
        "dct:accrualPeriodicity": {"@id": f"{_AUTHORITY}/frequency/{'ANNUAL' if one.year else 'IRREG'}"},
        "dct:spatial": {"@type": "dct:Location", "skos:prefLabel": {"@language": "th", "@value": publisher.place}},
        "dct:modified": _moment(one.modified),
        "dcat:landingPage": {"@id": one.page},
        "dcat:distribution": [_copy(copy) for copy in one.copies],
    }
    if one.issued:
        node["dct:issued"] = _moment(one.issued)
    if one.year:
        first = one.year - ERA
        node["dct:temporal"] = {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": {"@type": "xsd:date", "@value": f"{first - 1}-10-01"},
            "dcat:endDate": {"@type": "xsd:date", "@value": f"{first}-09-30"},
        }
    return node


def _copy(copy: Copy) -> Node:
    node: Node = {
        "@id": copy.address,
        "@type": "dcat:Distribution",
        "dct:title": {"@language": "th", "@value": copy.title},
        "dcat:accessURL": {"@id": copy.address},
        "dcat:downloadURL": {"@id": copy.address},
        "dct:format": copy.format,
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{copy.media_type}"},
        "dct:license": {"@id": LICENCE.address},
    }
    if copy.size is not None:
        node["dcat:byteSize"] = {"@type": "xsd:nonNegativeInteger", "@value": str(copy.size)}
    if copy.sha256:
        node["spdx:checksum"] = {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {"@type": "xsd:hexBinary", "@value": copy.sha256},
        }
    return node


def _agent(publisher: Publisher) -> Node:
    names = [{"@language": "th", "@value": publisher.name}]
    if publisher.name_en:
        names.append({"@language": "en", "@value": publisher.name_en})
    return {"@id": f"{publisher.home}/", "@type": "foaf:Organization", "foaf:name": names}


def _contact(publisher: Publisher) -> Node:
    node: Node = {"@type": "vcard:Organization", "vcard:fn": publisher.name}
    if publisher.email:
        node["vcard:hasEmail"] = {"@id": f"mailto:{publisher.email}"}
    if publisher.telephone:
        node["vcard:tel"] = publisher.telephone
    return node


def _words(sentence: Sentence) -> list[dict[str, str]]:
    return [{"@language": "th", "@value": sentence.th}, {"@language": "en", "@value": sentence.en}]


def _moment(when: datetime) -> dict[str, str]:
    return {"@type": "xsd:dateTime", "@value": moment(when)}
