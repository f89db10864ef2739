"""Components that are ticked, open, or have lost their place."""

from __future__ import annotations

from prongsai.core.disclosures.checklist import Check, Mark, checklist


def _list(*marks: Mark, pieces: set[int], has_words: bool = False) -> tuple[Check, ...]:
    return checklist(("ก", "ข", "ก"), marks, pieces, has_words=has_words, from_memory={"ข"})


def test_each_component_stands_once_in_its_order_with_how_sure_it_is() -> None:
    assert [(one.component, one.is_from_memory) for one in _list(pieces=set())] == [("ก", False), ("ข", True)]


def test_a_tick_stands_as_long_as_its_piece_is_there() -> None:
    mark = Mark("ก", 7, "หน้า 3")
    kept, open_ = _list(mark, pieces={7})
    assert (kept.is_shown, kept.mark, kept.lost) == (True, mark, None)
    assert not open_.is_shown
    fallen, _ = _list(mark, pieces={8})
    assert (fallen.is_shown, fallen.mark, fallen.lost) == (False, None, mark)


def test_a_tick_on_the_text_needs_the_text() -> None:
    assert _list(Mark("ก", None), pieces=set(), has_words=True)[0].is_shown
    assert _list(Mark("ก", None), pieces=set())[0].lost is not None


def test_a_tick_of_what_is_not_asked_for_counts_for_nothing() -> None:
    assert not any(one.is_shown or one.lost for one in _list(Mark("ค", 7), pieces={7}))


def test_last_years_place_is_offered_only_where_nothing_was_ticked_yet() -> None:
    offers = {"ก": Mark("ก", 7), "ข": Mark("ข", 7)}
    first, second = checklist(("ก", "ข"), [Mark("ก", 8)], {7}, has_words=False, offers=offers)
    assert (first.offer, second.offer) == (None, offers["ข"])
