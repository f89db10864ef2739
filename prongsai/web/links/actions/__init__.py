"""What is done to links: watching them for an item, opening them, keeping what was found, telling the owners."""

from __future__ import annotations

from prongsai.web.links.actions.keeping import keep_checked as keep_checked
from prongsai.web.links.actions.nights import finish_night as finish_night
from prongsai.web.links.actions.nights import hold_night as hold_night
from prongsai.web.links.actions.opening import open_links as open_links
from prongsai.web.links.actions.taking import Selection as Selection
from prongsai.web.links.actions.taking import Taken as Taken
from prongsai.web.links.actions.taking import give_back as give_back
from prongsai.web.links.actions.taking import take as take
from prongsai.web.links.actions.telling import tell_owners as tell_owners
from prongsai.web.links.actions.wanting import want_check as want_check
from prongsai.web.links.actions.watching import Wanted as Wanted
from prongsai.web.links.actions.watching import watch as watch
