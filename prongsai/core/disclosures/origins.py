"""Where the items of a year come from: matched by subject, for a code means other things in other years."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from prongsai.core.framework.framework import DisclosureItem


@dataclass(frozen=True, slots=True)
class Origin:
    """Of an item of the new year: the codes of the old items that it deals with, that of its main subject first.

    ``shared_with`` are the other new items that come from the first of them: it was split.
    """

    code: str
    former: tuple[str, ...]
    shared_with: tuple[str, ...] = ()

    @property
    def is_merged(self) -> bool:
        """Whether several items of the old year became this one."""
        return len(self.former) > 1

    @property
    def is_split(self) -> bool:
        """Whether its old item became several."""
        return bool(self.shared_with)

    @property
    def is_moved(self) -> bool:
        """Whether it has another code than before."""
        return self.former[:1] != (self.code,)


def origins(old: Sequence[DisclosureItem], new: Sequence[DisclosureItem]) -> Mapping[str, Origin]:
    """Code of each new item that has one to its origin."""
    holder = {subject: item.code for item in reversed(old) for subject in reversed(item.subjects)}
    holder |= {item.subject: item.code for item in reversed(old)}
    former = {
        item.code: tuple(dict.fromkeys(holder[subject] for subject in item.subjects if subject in holder))
        for item in new
    }
    known = {code: found for code, found in former.items() if found}
    return {
        code: Origin(code, found, tuple(one for one, others in known.items() if one != code and found[0] in others))
        for code, found in known.items()
    }


def dropped(old: Sequence[DisclosureItem], new: Sequence[DisclosureItem]) -> tuple[str, ...]:
    """The codes of old items that no item of the new year deals with."""
    asked = {subject for item in new for subject in item.subjects}
    return tuple(item.code for item in old if not asked & set(item.subjects))
