"""The plan of the year with its progress, as content for items: measures stand below disclosures and offer nothing."""

from __future__ import annotations

from collections.abc import Sequence

from prongsai.core.publication.content import Section
from prongsai.web.agencies.models import Agency
from prongsai.web.disclosures.sources import Offer
from prongsai.web.measures.queries import Plan, plan_of, sections_of_plan

PREFIX = "plan"


def offers(agency: Agency, fiscal_year: int) -> Sequence[Offer]:
    """The plan, once it is approved."""
    plan = plan_of(agency, fiscal_year)
    if plan is None or plan.state == Plan.State.DRAFT:
        return ()
    return (Offer(PREFIX, f"แผนและความก้าวหน้าของมาตรการ ปีงบประมาณ {fiscal_year}"),)


def sections(agency: Agency, fiscal_year: int, code: str) -> Sequence[Section]:
    """The plan as the public reads it."""
    return sections_of_plan(agency, fiscal_year) if code == PREFIX else ()
