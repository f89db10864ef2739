"""A Reading and what is known around it → its findings. The one way for files, plans and reports alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from prongsai.core.framework.framework import Framework
from prongsai.core.reports.reading import Places, Reading
from prongsai.core.review.finding import Finding
from prongsai.core.review.review import review
from prongsai.core.review.subject import About, AgencyFacts, Subject
from prongsai.frameworks import newest_for
from prongsai.frameworks.fitting import newest_fitting
from prongsai.places import load


def review_reading(
    reading: Reading,
    places: Places | None = None,
    lines: Sequence[str] = (),
    facts: AgencyFacts | None = None,
    *,
    pages: Sequence[int] = (),
    about: About = About.REPORT,
    switched_off: Collection[str] = (),
) -> tuple[Finding, ...]:
    """The findings in a Reading, in the order of the paper.

    ``places``, ``lines`` and the page of each line are those of its source, left out for what comes from the
    database. ``facts`` are what is known of the own agency; without them it is the one that the paper names.
    """
    framework, provisional = _framework(reading)
    subject = Subject(
        reading=reading,
        places=places or {},
        lines=tuple(lines),
        pages=tuple(pages),
        framework=framework,
        provisional=provisional,
        agency=facts or AgencyFacts(),
        gazetteer=load(),
        about=about,
    )
    return review(subject, switched_off)


def _framework(reading: Reading) -> tuple[Framework, bool]:
    """The framework of the paper's year. Without a year it is provisional: the newest that its items fit best."""
    if reading.fiscal_year is not None:
        return newest_for(reading.fiscal_year)
    written = [(int(one.code[1:]), one.name or "") for one in reading.disclosures if one.code[1:].isdecimal()]
    return newest_fitting(written, None)[0], True
