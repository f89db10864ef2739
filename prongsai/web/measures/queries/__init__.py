"""What a person may see of plans, measures, progress and rounds."""

from __future__ import annotations

from prongsai.web.measures.models import Measure as Measure
from prongsai.web.measures.models import Plan as Plan
from prongsai.web.measures.publishing import sections_of_plan as sections_of_plan
from prongsai.web.measures.queries.listing import measures_of as measures_of
from prongsai.web.measures.queries.measures import as_read as as_read
from prongsai.web.measures.queries.measures import before as before
from prongsai.web.measures.queries.measures import content_of as content_of
from prongsai.web.measures.queries.measures import ids_in as ids_in
from prongsai.web.measures.queries.measures import measure_for as measure_for
from prongsai.web.measures.queries.measures import measures_in as measures_in
from prongsai.web.measures.queries.plans import earlier_plans as earlier_plans
from prongsai.web.measures.queries.plans import plan_for as plan_for
from prongsai.web.measures.queries.plans import plan_of as plan_of
from prongsai.web.measures.queries.plans import plans_of as plans_of
from prongsai.web.measures.queries.progress import evidence_in as evidence_in
from prongsai.web.measures.queries.progress import progress_in as progress_in
from prongsai.web.measures.queries.rounds import completeness as completeness
from prongsai.web.measures.queries.rounds import locked_rounds as locked_rounds
from prongsai.web.measures.queries.rounds import plan_of_round as plan_of_round
from prongsai.web.measures.queries.rounds import round_for as round_for
from prongsai.web.measures.queries.rounds import rounds_of as rounds_of
