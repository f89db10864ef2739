"""Every write of plans, measures, progress and rounds."""

from __future__ import annotations

from prongsai.web.measures.actions.brought_in import bring_in as bring_in
from prongsai.web.measures.actions.brought_in import take_back as take_back
from prongsai.web.measures.actions.division_sheets import take_in_sheets as take_in_sheets
from prongsai.web.measures.actions.measures import add_comment as add_comment
from prongsai.web.measures.actions.measures import add_measures as add_measures
from prongsai.web.measures.actions.measures import change_measure as change_measure
from prongsai.web.measures.actions.places import move_measure as move_measure
from prongsai.web.measures.actions.places import remove_measure as remove_measure
from prongsai.web.measures.actions.places import restore_measure as restore_measure
from prongsai.web.measures.actions.plans import approve_plan as approve_plan
from prongsai.web.measures.actions.plans import carry_into_year as carry_into_year
from prongsai.web.measures.actions.plans import carry_over as carry_over
from prongsai.web.measures.actions.plans import choose_division as choose_division
from prongsai.web.measures.actions.plans import close_plan as close_plan
from prongsai.web.measures.actions.plans import create_plan as create_plan
from prongsai.web.measures.actions.progress import record_progress as record_progress
from prongsai.web.measures.actions.progress import record_with_evidence as record_with_evidence
from prongsai.web.measures.actions.progress import take_off as take_off
from prongsai.web.measures.actions.rounds import allow_after_lock as allow_after_lock
from prongsai.web.measures.actions.rounds import lock_round as lock_round
from prongsai.web.measures.actions.rounds import open_round as open_round
