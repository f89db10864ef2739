"""``prongsai review --plan``: a plan of the database looked over like a file. Django is set up inside it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection
from typing import TYPE_CHECKING

from prongsai.web.site.starting import with_django

if TYPE_CHECKING:
    from prongsai.documents.review.reviewed import Reviewed
    from prongsai.documents.review.running import Papers


def add_to(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Give the command ``review`` its option for plans."""
    made = subparsers.choices["review"]
    made.add_argument(
        "--plan",
        action="append",
        default=[],
        metavar="AGENCY/YEAR",
        help="แผนในระบบ เช่น tha-khong/2569 (a plan of the database)",
    )
    made.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """As for files; 2 where an agency or its plan is not there. Without plans Django is not started."""
    from prongsai.documents.review.running import run as run_files

    return with_django(_run)(arguments) if arguments.plan else run_files(arguments)


def _run(arguments: argparse.Namespace) -> int:
    from prongsai.documents.review.running import run as run_files

    plans = [_plan(name) for name in arguments.plan]
    for name, plan in zip(arguments.plan, plans, strict=True):
        if plan is None:
            sys.stderr.write(f"ไม่พบแผน {name} โปรดเขียนเป็น หน่วยงาน/ปี พ.ศ.\nThere is no plan {name}: AGENCY/YEAR.\n")
            return 2
    return run_files(arguments, [plan for plan in plans if plan is not None])


def _plan(name: str) -> Papers | None:
    """The plan of ``AGENCY/YEAR``, without what its agency has left as it is; None where there is none."""
    from prongsai.core.review.review import fingerprints
    from prongsai.core.review.subject import About
    from prongsai.core.thai.fiscal import YEARS
    from prongsai.documents.review import review_reading
    from prongsai.documents.review.reviewed import Reviewed
    from prongsai.web.agencies.models import Agency
    from prongsai.web.reviews import queries

    slug, _, year = name.partition("/")
    agency = Agency.objects.filter(slug=slug).first()
    if agency is None or not year.isdecimal() or int(year) not in YEARS:
        return None
    paper = queries.paper_of_plan(agency, int(year))
    if paper is None:
        return None
    known = queries.accepted_marks(agency, int(year))

    def findings(switched_off: Collection[str]) -> Reviewed:
        facts = queries.facts_of(agency)
        found = review_reading(paper.reading, facts=facts, about=About.PLAN, switched_off=switched_off)
        pairs = [(one, mark) for one, mark in zip(found, fingerprints(found), strict=True) if mark not in known]
        return Reviewed(name, tuple(one for one, _ in pairs), tuple(mark for _, mark in pairs), is_text=False)

    return findings
