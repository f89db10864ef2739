"""The agency's own framework files as frameworks: read once a process, by the hash of their text."""

from __future__ import annotations

from prongsai.core.framework.framework import Framework
from prongsai.frameworks import parse
from prongsai.strict_yaml import Faulty
from prongsai.web.agencies.models import Agency
from prongsai.web.frameworks.models import OwnFramework

_OF_AGENCY = "own_frameworks"
#: So many files are kept as frameworks, by the hash of their text; then all are forgotten.
_MOST = 500
_READ: dict[str, Framework | None] = {}


def own_frameworks(agency: Agency) -> dict[int, OwnFramework]:
    """The newest file of each year that counts, by year, their texts left in the database.

    It is asked for once for each ``agency`` that was fetched, which is once a page, however many years it shows.
    """
    kept: dict[int, OwnFramework] | None = agency.__dict__.get(_OF_AGENCY)
    if kept is None:
        rows = OwnFramework.objects.of(agency).filter(withdrawn=False).defer("text").order_by("version")
        kept = agency.__dict__[_OF_AGENCY] = {row.year: row for row in rows}
    return kept


def forget(agency: Agency) -> None:
    """Ask again next time: something was added or withdrawn."""
    agency.__dict__.pop(_OF_AGENCY, None)


def framework_of(own: OwnFramework) -> Framework | None:
    """The framework of a file; None where it was sound once and is not with what is shipped today."""
    if own.sha256 not in _READ:
        if len(_READ) >= _MOST:
            _READ.clear()
        _READ[own.sha256] = _parsed(own)
    return _READ[own.sha256]


def _parsed(own: OwnFramework) -> Framework | None:
    try:
        return parse(own.text, own.file_name)
    except Faulty:
        return None
