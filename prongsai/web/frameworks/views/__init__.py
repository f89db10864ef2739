"""The year's rules and the year's calendar."""

from prongsai.web.frameworks.views.calendar import calendar, feed, revoke, share
from prongsai.web.frameworks.views.rules import bring, file, rules, starter, withdraw

__all__ = ["bring", "calendar", "feed", "file", "revoke", "rules", "share", "starter", "withdraw"]
