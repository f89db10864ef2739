"""What is done to disclosures."""

from __future__ import annotations

from prongsai.web.disclosures.actions.arranging import Move as Move
from prongsai.web.disclosures.actions.arranging import change_piece as change_piece
from prongsai.web.disclosures.actions.arranging import move_piece as move_piece
from prongsai.web.disclosures.actions.assigning import assign as assign
from prongsai.web.disclosures.actions.attaching import attach_evidence as attach_evidence
from prongsai.web.disclosures.actions.attaching import attach_to_item as attach_to_item
from prongsai.web.disclosures.actions.carrying import carry_over as carry_over
from prongsai.web.disclosures.actions.changing import change_disclosure as change_disclosure
from prongsai.web.disclosures.actions.entering import choose_address as choose_address
from prongsai.web.disclosures.actions.entering import set_entered as set_entered
from prongsai.web.disclosures.actions.pasting import paste_items as paste_items
from prongsai.web.disclosures.actions.publishing import tell_reports as tell_reports
from prongsai.web.disclosures.actions.reported import set_disclosures as set_disclosures
from prongsai.web.disclosures.actions.reported import take_back_disclosures as take_back_disclosures
from prongsai.web.disclosures.actions.ticking import set_ticks as set_ticks
from prongsai.web.disclosures.actions.wording import add_table as add_table
from prongsai.web.disclosures.actions.wording import choose_sources as choose_sources
from prongsai.web.disclosures.actions.wording import take_table_off as take_table_off
from prongsai.web.disclosures.actions.wording import write_words as write_words
from prongsai.web.disclosures.content import Content as Content
from prongsai.web.disclosures.content import Words as Words
