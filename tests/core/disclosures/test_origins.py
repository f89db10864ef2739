"""Where the items of a year come from, by the frameworks that are shipped."""

from __future__ import annotations

from prongsai.core.disclosures.origins import dropped, origins
from prongsai.frameworks import newest_for

OLD, NEW = newest_for(2566)[0].items, newest_for(2567)[0].items


def test_all_35_items_of_2567_come_from_items_of_2566() -> None:
    assert (len(OLD), len(NEW), len(origins(OLD, NEW))) == (43, 35, 35)


def test_an_item_that_was_several_names_them_all_its_main_subject_first() -> None:
    found = origins(OLD, NEW)["O8"]
    assert (found.former, found.is_merged, found.is_split, found.is_moved) == (("O11", "O12"), True, False, True)


def test_an_item_that_was_split_names_the_others() -> None:
    found = origins(OLD, NEW)
    assert [(one.code, one.shared_with) for one in found.values() if one.is_split] == [
        ("O28", ("O29",)),
        ("O29", ("O28",)),
    ]


def test_what_is_not_asked_for_any_more_is_named() -> None:
    assert dropped(OLD, NEW) == ("O6", "O9", "O10", "O17", "O24", "O25", "O37", "O41")


def test_the_same_list_comes_from_itself() -> None:
    found = origins(OLD, OLD)
    assert not any(one.is_merged or one.is_split or one.is_moved for one in found.values())
    assert dropped(OLD, OLD) == ()
