"""Why a score cannot be reckoned."""

from __future__ import annotations

from prongsai.core.access.decision import Refused
from prongsai.core.sentence import Sentence


class NotScored(Refused):
    """A score was asked for that cannot be reckoned from what is known. ``why`` names what is missing."""

    def __init__(self, th: str, en: str) -> None:
        super().__init__(Sentence(th, en))
