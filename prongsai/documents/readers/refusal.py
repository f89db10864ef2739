"""Why a file is not read."""

from __future__ import annotations

from prongsai.core.sentence import Sentence


class Refusal(Exception):
    """The file is not a report that can be read. ``sentence`` says what is wrong with it and what to do."""

    def __init__(self, th: str, en: str) -> None:
        self.sentence = Sentence(th, en)
        super().__init__(str(self.sentence))
