"""What a writer says when it cannot write."""

from __future__ import annotations

from prongsai.core.sentence import Sentence


class WriterUnavailable(RuntimeError):
    """Something that this format needs is not installed; ``sentence`` names it and the command that installs it."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence
