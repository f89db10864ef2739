"""What somebody asks for: words that must all be there, phrases between quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.core.search.letters import cut_before, folded, mended

#: The longest question that is looked for, in letters, and the most words of it.
LONGEST = 200
MOST_WORDS = 8

_QUOTED = re.compile(r'["“”„«»]([^"“”„«»]*)["“”„«»]|(\S+)')
_QUOTES = '"“”„«»'


@dataclass(frozen=True, slots=True)
class Sought:
    """A question, understood. ``asked`` is what was typed, mended; ``words`` are folded and all must be found.

    ``left_out`` tells that it was longer than what is looked for.
    """

    asked: str
    words: tuple[str, ...]
    left_out: bool = False

    def __bool__(self) -> bool:
        return bool(self.words)

    @property
    def shorter(self) -> tuple[str, ...]:
        """Other questions to try where this one finds nothing: each word alone, or the first half of a single one."""
        if len(self.words) > 1:
            return self.words
        word = self.words[0] if self.words else ""
        half = word[: cut_before(word, max(len(word) // 2, 4))].strip()
        return (half,) if 3 <= len(half) < len(word) else ()


def understood(text: str) -> Sought:
    """The question that a text is; without words where it holds neither letters nor digits."""
    asked = mended(text[: 4 * LONGEST])
    kept = asked[: cut_before(asked, LONGEST)]
    found = [mended(quoted or bare.strip(_QUOTES)) for quoted, bare in _QUOTED.findall(kept)]
    words = [folded(one) for one in found if any(letter.isalnum() for letter in one)]
    told_once = tuple(word for at, word in enumerate(words) if not _is_covered(words, at))
    left_out = len(asked) > LONGEST or len(text) > 4 * LONGEST or len(told_once) > MOST_WORDS
    return Sought(kept, told_once[:MOST_WORDS], left_out)


def _is_covered(words: list[str], at: int) -> bool:
    """Whether another word holds this one, or is the same and stands before it."""
    return any(words[at] in other and (other != words[at] or place < at) for place, other in enumerate(words))
