"""What is done to reports that are brought in."""

from prongsai.web.imports.actions.accepting import accept
from prongsai.web.imports.actions.correcting import add_measure, correct, remove_measure
from prongsai.web.imports.actions.paging import drop, read_pages, read_what_waits, resume, stop
from prongsai.web.imports.actions.reading import read_report
from prongsai.web.imports.actions.undoing import undo

__all__ = [
    "accept",
    "add_measure",
    "correct",
    "drop",
    "read_pages",
    "read_report",
    "read_what_waits",
    "remove_measure",
    "resume",
    "stop",
    "undo",
]
