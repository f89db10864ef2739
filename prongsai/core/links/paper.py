"""What was found in a file behind a link: it is opened elsewhere, in a process of its own (prongsai.links.contents)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Paper:
    """A PDF or an office file as its first pages show it.

    ``opens`` is False for a damaged file; ``locked`` where a password is asked for. ``pages`` counts pages or sheets,
    None where the kind has none. ``text`` is of the first pages only, ``whole`` whether these are all.
    """

    opens: bool
    locked: bool = False
    pages: int | None = None
    text: str = ""
    whole: bool = True
