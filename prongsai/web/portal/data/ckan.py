"""The same sets of data in the form of a CKAN catalogue, by the field names of Thailand's extension ``thai_gdc``.

Names and choices: ckanext-thai_gdc, ckan_dataset.json. The calls are those that the harvester of ckanext-harvest makes:
package_search by pages, package_show, package_list, organization_show. How sure we are: docs/how-to/open-data.md.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from prongsai.web.portal.data.datasets import STATISTICS, Copy, Dataset, Publisher
from prongsai.web.portal.data.licence import LICENCE

Answer = dict[str, Any]
#: The most sets of one answer; CKAN's own limit is 1,000, its harvester asks for 100.
MOST = 100
#: The words of the catalogue for kinds of files; others are “อื่นๆ” (other).
_FORMATS = {"CSV": "CSV", "XLSX": "XLS", "XLS": "XLS", "JSON": "JSON", "PDF": "PDF", "XML": "XML", "TXT": "Text"}
_SINCE = re.compile(r"metadata_modified:\[\s*(?P<since>[0-9T:.\-]+)Z?\s+TO\s+\*\s*\]")
_ORGANISATION = re.compile(r'(?<!-)\borganization:"?([\w\-]+)"?')


def named(publisher: Publisher, one: Dataset) -> str:
    """The name of a set in the catalogue: small Latin letters, digits, strokes; at most 100."""
    return f"{publisher.slug}-{one.key}"[:100]


def package(publisher: Publisher, one: Dataset) -> Answer:
    """A set as ``package_show`` gives it."""
    name, began = named(publisher, one), one.issued or one.modified
    key = _id(publisher.home, name)
    return {
        "id": key,
        "name": name,
        "title": one.title.th,
        "notes": one.about.th,
        "type": "dataset",
        "state": "active",
        "private": False,
        "url": one.page,
        "owner_org": organization(publisher)["id"],
        "organization": organization(publisher),
        "metadata_created": _stamp(began),
        "metadata_modified": _stamp(one.modified),
        "tags": [_tag(word) for word in one.keywords],
        "num_tags": len(one.keywords),
        "groups": [],
        "extras": [],
        "resources": [_resource(key, one, at, copy) for at, copy in enumerate(one.copies)],
        "num_resources": len(one.copies),
        **_thai_fields(publisher, one),
    }


def _thai_fields(publisher: Publisher, one: Dataset) -> Answer:
    """What ``thai_gdc`` adds to CKAN, in its own words."""
    told = {
        "data_type": one.kind,
        "maintainer": publisher.name,
        "maintainer_email": publisher.email,
        "objective": ["พันธกิจหน่วยงาน"],
        "geo_coverage": publisher.area,
        "data_source": publisher.name,
        "data_format": sorted({_FORMATS.get(copy.format, "อื่นๆ") for copy in one.copies}),
        "data_category": "ข้อมูลสาธารณะ",
        "data_language": ["ไทย"],
        "license_id": LICENCE.ckan,
        "license_title": LICENCE.name.th,
        "license_url": LICENCE.address,
        "accessible_condition": "ไม่มี",
        "allow_harvest": "True",
        "created_date": (one.issued or one.modified).date().isoformat(),
        "last_updated_date": one.modified.date().isoformat(),
    }
    if not one.year:
        often = "เมื่อหน่วยงานเผยแพร่ แก้ไข หรือถอนข้อมูล"
        return told | {"update_frequency_unit": "อื่นๆ", "update_frequency_unit_other": often}
    told |= {"update_frequency_unit": "ปี", "update_frequency_interval": "1"}
    if one.kind == STATISTICS:
        told |= {"first_year_of_data": str(one.year), "last_year_of_data": str(one.year)}
    return told


def organization(publisher: Publisher) -> Answer:
    """The agency as ``organization_show`` gives it."""
    return {
        "id": _id(publisher.home, "organization"),
        "name": publisher.slug,
        "title": publisher.name,
        "description": publisher.place,
        "type": "organization",
        "is_organization": True,
        "approval_status": "approved",
        "state": "active",
        "image_url": "",
    }


def searched(publisher: Publisher, datasets: Sequence[Dataset], asked: dict[str, str]) -> Answer:
    """One page of ``package_search``: ``rows``, ``start``, ``q`` and, of ``fq``, the moment of the last harvest."""
    found = [one for one in datasets if _fits(publisher, one, asked)]
    start, rows = _number(asked.get("start"), 0), min(_number(asked.get("rows"), 10), MOST)
    page = [package(publisher, one) for one in found[start : start + rows]]
    return {"count": len(found), "sort": "name asc", "results": page, "facets": {}, "search_facets": {}}


def _fits(publisher: Publisher, one: Dataset, asked: dict[str, str]) -> bool:
    terms = asked.get("fq", "")
    wanted = _ORGANISATION.findall(terms)
    if wanted and publisher.slug not in wanted:
        return False
    if (since := _SINCE.search(terms)) and (moment := _moment(since["since"])) and one.modified < moment:
        return False
    words = asked.get("q", "").replace("*:*", "").lower().split()
    text = f"{named(publisher, one)} {one.title.th} {one.about.th} {' '.join(one.keywords)}".lower()
    return all(word in text for word in words)


def _moment(text: str) -> datetime | None:
    """A moment in UTC; None for what is none: then all sets are given, which a harvester takes as well."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=UTC)
    except ValueError:
        return None


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isdecimal() and text.isascii() and len(text) < 8 else default


def _resource(package_id: str, one: Dataset, at: int, copy: Copy) -> Answer:
    return {
        "id": _id(copy.address, package_id),
        "package_id": package_id,
        "position": at,
        "name": copy.title,
        "description": "",
        "format": copy.format,
        "mimetype": copy.media_type,
        "url": copy.address,
        "url_type": "",
        "size": copy.size,
        "hash": copy.sha256,
        "state": "active",
        "created": _stamp(one.issued or one.modified),
        "last_modified": _stamp(one.modified),
        "resource_accessible_condition": "ไม่มี",
    }


def _tag(word: str) -> Answer:
    """A tag; CKAN takes letters, digits, blanks and - _ . in them."""
    name = re.sub(r"[^\w\s.\-]", "", word).strip()[:100]
    return {"name": name, "display_name": name, "state": "active", "vocabulary_id": None}


def _id(address: str, name: str) -> str:
    """The same for ever for the same thing."""
    return str(uuid5(NAMESPACE_URL, f"{address}#{name}"))


def _stamp(when: datetime) -> str:
    """As CKAN writes moments: in UTC, without a zone."""
    return when.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds")
