"""Every write of plans, measures, progress and rounds."""

from __future__ import annotations

from prongsai.web.measures.actions.progress import record_progress as record_progress
from prongsai.web.measures.actions.progress import record_with_evidence as record_with_evidence
from prongsai.web.measures.actions.rounds import allow_after_lock as allow_after_lock
from prongsai.web.measures.actions.rounds import lock_round as lock_round
from prongsai.web.measures.actions.rounds import open_round as open_round
