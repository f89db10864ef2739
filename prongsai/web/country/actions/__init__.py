"""What is done for the country."""

from prongsai.web.country.actions.agencies import take_in_agencies as take_in_agencies
from prongsai.web.country.actions.agencies import take_in_result as take_in_result
from prongsai.web.country.actions.bodies import end_body as end_body
from prongsai.web.country.actions.loading import bring_table as bring_table
from prongsai.web.country.actions.loading import drop_table as drop_table
from prongsai.web.country.actions.loading import keep_table as keep_table
from prongsai.web.country.actions.overseeing import end_oversight as end_oversight
from prongsai.web.country.actions.overseeing import grant_oversight as grant_oversight
