"""Links and files that show an item to the public."""

from __future__ import annotations

from typing import Any

from django.core.files.base import File
from django.db import transaction

from prongsai.core.events.vocabulary import EventKind
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency
from prongsai.web.audit.actions import record
from prongsai.web.disclosures.actions.rows import opened, touch
from prongsai.web.disclosures.actions.ticking import tick_open
from prongsai.web.disclosures.actions.watching import follow_links
from prongsai.web.disclosures.models import Disclosure
from prongsai.web.evidence import actions as evidence_actions
from prongsai.web.evidence.queries import Evidence


def attach_evidence(
    *, by: Person, disclosure: Disclosure, file: File[Any] | None = None, url: str = "", title: str = ""
) -> Evidence:
    """Attach a file or the address of a page to an item; Refused says what is wrong with it."""
    agency, year = disclosure.agency, disclosure.fiscal_year
    with evidence_actions.all_or_nothing():
        if file is not None:
            made = evidence_actions.add_file(by=by, agency=agency, upload=file, fiscal_year=year, title=title)
        else:
            made = evidence_actions.add_link(by=by, agency=agency, url=url, title=title, fiscal_year=year)
        disclosure.evidence.add(made)
        touch(disclosure)
        after = {"evidence": made.title}
        record(by=by, agency=agency, kind=EventKind.DISCLOSURE_CHANGED, subject=disclosure, after=after)
        follow_links(disclosure)
    return made


@transaction.atomic
def attach_to_item(
    *,
    by: Person,
    agency: Agency,
    fiscal_year: int,
    code: str,
    file: File[Any] | None = None,
    url: str = "",
    title: str = "",
    where: str = "",
    shows_all: bool = False,
) -> Evidence:
    """``attach_evidence`` to an item of the year; one that has nothing kept yet begins with the framework's words.

    ``shows_all``: every component that is not shown yet is shown there, at ``where``, such as “หน้า 3”.
    """
    row = opened(by=by, agency=agency, fiscal_year=fiscal_year, code=code)
    made = attach_evidence(by=by, disclosure=row, file=file, url=url, title=title)
    if shows_all:
        tick_open(by=by, row=row, piece=made.pk, where=where)
    return made
