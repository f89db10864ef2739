"""Every write of agencies, divisions and the people in them."""

from __future__ import annotations

from prongsai.web.agencies.actions.agency import add_division as add_division
from prongsai.web.agencies.actions.agency import change_agency as change_agency
from prongsai.web.agencies.actions.agency import change_division as change_division
from prongsai.web.agencies.actions.agency import found_agency as found_agency
from prongsai.web.agencies.actions.members import add_member as add_member
from prongsai.web.agencies.actions.members import change_member as change_member
from prongsai.web.agencies.actions.members import end_member as end_member
from prongsai.web.agencies.actions.passwords import renew_password as renew_password
from prongsai.web.agencies.actions.passwords import renew_password_at_the_server as renew_password_at_the_server
from prongsai.web.agencies.listening import listen_to_agencies as listen_to_agencies
