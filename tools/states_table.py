"""The states of a disclosure for the manual: asked of the core with every combination of facts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product

from prongsai.core.disclosures.state import WHY, WORDS, Facts, Reason, Standing, State, condition_of


def states_of_disclosures() -> list[list[str]]:
    """A row a state, in the order of precedence: its code, its words, and what may be the gravest reason for it."""
    gravest: dict[State, dict[Reason, None]] = {state: {} for state in State}
    for facts in _every_case():
        found = condition_of(facts, date.min)
        gravest[found.state] |= dict.fromkeys(found.reasons[:1])
    return [
        [f"`{state}`", str(WORDS[state]), "; ".join(str(WHY[reason]) for reason in gravest[state])] for state in State
    ]


def _every_case() -> Iterator[Facts]:
    yes_or_no = (True, False)
    for has, standing, differs, broken, doubtful, other, open_ in product(
        yes_or_no, Standing, yes_or_no, yes_or_no, yes_or_no, yes_or_no, yes_or_no
    ):
        yield Facts(
            has_content=has,
            standing=standing,
            differs=differs,
            broken=int(broken),
            doubtful=int(doubtful),
            other_period=other,
            components=int(open_),
        )
