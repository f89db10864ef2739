"""What the log must not keep: addresses that are secrets themselves, and traces of what went as it should."""

from __future__ import annotations

import logging
import re

#: A division's link, a calendar's, the link by which a password is set anew, a one-time link of a survey; whoever knows
#: one needs nothing else.
_SECRETS = re.compile(r"(/[rc]/[0-9]+-|/password/reset/key/[0-9A-Za-z]+-|/s/[^/\s'\"]+/)[^/\s'\"]+")
#: So gunicorn tells who sent what is no request; that may be somebody who answers a survey.
_ADDRESS = re.compile(r"( from ip=)\S+(?=: )")


def without_secrets(text: str) -> str:
    """The text with dots in place of secrets, and of whose request it was."""
    return _ADDRESS.sub(r"\1…", _SECRETS.sub(r"\1…", text))


class HideSecrets(logging.Filter):
    """For a handler: no secret of an address reaches what it writes."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; the record is changed where it holds a secret."""
        message = record.getMessage()
        if (told := without_secrets(message)) != message:
            record.msg, record.args = told, ()
        return True


class OnlyFaultsLeaveTraces(logging.Filter):
    """For a handler: what was refused is a line. A trace of a 403 or 400 tells of no fault and hides one that does."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Always true; the record loses its trace where the answer was below 500."""
        if getattr(record, "status_code", 500) < 500:
            record.exc_info = record.exc_text = None
        return True
