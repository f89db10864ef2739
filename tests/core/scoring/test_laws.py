"""What holds of every score, whatever the answers."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from prongsai.core.scoring.answers import Tally, tally
from prongsai.core.scoring.figure import How
from prongsai.core.scoring.known import ItemResult
from prongsai.core.scoring.score import score_answers
from prongsai.core.scoring.unfold import made
from tests.core.scoring.mechanisms import MECHANISMS, results

#: Value of the best answer, and of the one before it, by key: q2 is reversed, of q4 it is bad to have it.
BETTER = {"q1a": 4, "q1b": 4, "q2": 1, "q3": 1, "q4": 0}
CHOICES = {"q1a": range(1, 5), "q1b": range(1, 5), "q2": range(1, 5), "q3": (0, 1), "q4": (0, 1)}
RESPONSE = st.fixed_dictionaries({}, optional={key: st.sampled_from(list(values)) for key, values in CHOICES.items()})
#: One respondent who answers everything, so that no indicator is without an answer.
FIRST = st.fixed_dictionaries({key: st.sampled_from(list(values)) for key, values in CHOICES.items()})
RESPONSES = st.builds(lambda first, others: [first, *others], FIRST, st.lists(RESPONSE, max_size=12))
ITEMS = st.builds(
    lambda scores: results(**scores),
    st.fixed_dictionaries({f"O{number}": st.sampled_from([0, 50, 100]) for number in range(1, 8)}),
)


def value(responses: list[dict[str, int]], items: Mapping[str, ItemResult]) -> Fraction:
    """The exact total."""
    return score_answers(MECHANISMS, tally(responses), items).figure.value


@given(RESPONSES, ITEMS)
def test_every_figure_is_what_its_parts_give(responses: list[dict[str, int]], items: dict[str, ItemResult]) -> None:
    for figure in score_answers(MECHANISMS, tally(responses), items).figure.walk():
        assert made(figure) == figure.value
        assert abs(Fraction(figure.shown) - figure.value) <= Fraction(1, 100)
        if figure.how is How.ANSWERS:
            points = sum((Fraction(one.choice.points) * one.times for one in figure.chosen), Fraction(0))
            assert points == figure.value * (figure.respondents or 0)


@given(RESPONSES, ITEMS)
def test_a_total_is_within_0_and_100(responses: list[dict[str, int]], items: dict[str, ItemResult]) -> None:
    found = score_answers(MECHANISMS, tally(responses), items)
    assert all(0 <= figure.value <= 100 for figure in found.figure.walk())
    assert Decimal(0) <= found.total <= Decimal(100)


@given(RESPONSES, ITEMS, st.data())
def test_a_better_answer_never_lowers_the_total(
    responses: list[dict[str, int]], items: dict[str, ItemResult], data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(responses) - 1))
    key = data.draw(st.sampled_from(sorted(responses[which]) or ["q1a"]))
    if key not in responses[which]:
        return
    risen = [row | {key: BETTER[key]} if place == which else row for place, row in enumerate(responses)]
    assert value(risen, items) >= value(responses, items)


@given(RESPONSES, ITEMS, st.sampled_from(["O1", "O2", "O3", "O4", "O6", "O7"]))
def test_a_better_item_never_lowers_the_total(
    responses: list[dict[str, int]], items: dict[str, ItemResult], code: str
) -> None:
    # O5 is not among them: with it comes O6, which may be worse than nothing.
    assert value(responses, items | {code: ItemResult(Decimal(100))}) >= value(responses, items)


@given(RESPONSES, st.lists(RESPONSE, max_size=12), ITEMS)
def test_the_score_of_two_tallies_added_is_the_score_of_all(
    one: list[dict[str, int]], other: list[dict[str, int]], items: dict[str, ItemResult]
) -> None:
    together = score_answers(MECHANISMS, tally(one) + tally(other), items)
    assert together == score_answers(MECHANISMS, tally([*one, *other]), items)


@given(RESPONSES, ITEMS)
def test_the_order_of_respondents_does_not_matter(
    responses: list[dict[str, int]], items: dict[str, ItemResult]
) -> None:
    shuffled = sorted(responses, key=lambda row: sorted(row.items()))
    assert value(shuffled, items) == value(responses, items)


@given(RESPONSES)
def test_nothing_added_changes_nothing(responses: list[dict[str, int]]) -> None:
    assert tally(responses) + Tally() == tally(responses)
