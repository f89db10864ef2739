"""What a person may see of plans, measures, progress and rounds."""

from __future__ import annotations

from prongsai.web.measures.queries.progress import evidence_in as evidence_in
from prongsai.web.measures.queries.progress import progress_in as progress_in
from prongsai.web.measures.queries.rounds import locked_rounds as locked_rounds
from prongsai.web.measures.queries.rounds import round_for as round_for
from prongsai.web.measures.queries.rounds import rounds_of as rounds_of
