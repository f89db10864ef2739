"""Answers of many respondents, counted: all that scoring needs to know of them, and what adds up over any number."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

#: One respondent's answers: key of a question's part (``i1a``, ``i2``; see ``Question.keys``) to the value chosen.
Response = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Tally:
    """Key of a question's part to value chosen to how many chose it. What nobody answered has no entry."""

    counts: Mapping[str, Mapping[int, int]] = field(default_factory=dict)

    def of(self, key: str) -> Mapping[int, int]:
        """Value to number of respondents, for one part of a question."""
        return self.counts.get(key, {})

    def __add__(self, other: Tally) -> Tally:
        """Both together."""
        added = {key: Counter(values) for key, values in self.counts.items()}
        for key, values in other.counts.items():
            added.setdefault(key, Counter()).update(values)
        return Tally({key: dict(values) for key, values in added.items()})


def tally(responses: Iterable[Response]) -> Tally:
    """Responses counted; a key that a respondent left out is counted nowhere."""
    counts: dict[str, Counter[int]] = {}
    for response in responses:
        for key, value in response.items():
            counts.setdefault(key, Counter())[value] += 1
    return Tally({key: dict(values) for key, values in counts.items()})
