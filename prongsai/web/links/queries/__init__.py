"""What is known of an agency's links."""

from __future__ import annotations

from prongsai.web.links.models import Link as Link
from prongsai.web.links.models import Night as Night
from prongsai.web.links.models import Receipt as Receipt
from prongsai.web.links.models import Spell as Spell
from prongsai.web.links.models import State as State
from prongsai.web.links.models import Watch as Watch
from prongsai.web.links.queries.asking import before_of as before_of
from prongsai.web.links.queries.asking import expected_of as expected_of
from prongsai.web.links.queries.asking import former_verdict as former_verdict
from prongsai.web.links.queries.asking import judging_of as judging_of
from prongsai.web.links.queries.history import History as History
from prongsai.web.links.queries.history import history_of as history_of
from prongsai.web.links.queries.history import spans as spans
from prongsai.web.links.queries.items import WORST_FIRST as WORST_FIRST
from prongsai.web.links.queries.items import ItemLinks as ItemLinks
from prongsai.web.links.queries.items import broken_by_year as broken_by_year
from prongsai.web.links.queries.items import links_at as links_at
from prongsai.web.links.queries.items import links_of_items as links_of_items
from prongsai.web.links.queries.items import names_of as names_of
from prongsai.web.links.queries.items import states_of_items as states_of_items
from prongsai.web.links.queries.listing import PATIENCE as PATIENCE
from prongsai.web.links.queries.listing import Figures as Figures
from prongsai.web.links.queries.listing import LinkLine as LinkLine
from prongsai.web.links.queries.listing import Wish as Wish
from prongsai.web.links.queries.listing import figures_of as figures_of
from prongsai.web.links.queries.listing import line_of as line_of
from prongsai.web.links.queries.listing import lines_of as lines_of
from prongsai.web.links.queries.listing import lines_of_links as lines_of_links
from prongsai.web.links.queries.proofs import Proof as Proof
from prongsai.web.links.queries.proofs import archive_root as archive_root
from prongsai.web.links.queries.proofs import chain_of as chain_of
from prongsai.web.links.queries.proofs import fault_of_record as fault_of_record
from prongsai.web.links.queries.proofs import moment_in_words as moment_in_words
from prongsai.web.links.queries.proofs import proof_of as proof_of
from prongsai.web.links.queries.proofs import receipt_for as receipt_for
from prongsai.web.links.queries.proofs import receipts_of as receipts_of
from prongsai.web.links.queries.proofs import record_of as record_of
from prongsai.web.links.queries.proofs import sealed as sealed
from prongsai.web.links.queries.words import noticed_of as noticed_of
from prongsai.web.links.queries.words import said_of as said_of
from prongsai.web.links.queries.words import told_of as told_of
