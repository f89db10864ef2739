"""The year's disclosure items, from the framework of that year or the nearest that there is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from prongsai.core.framework.framework import Confidence, DisclosureItem, Framework, YearRule
from prongsai.web.agencies.models import Agency
from prongsai.web.frameworks.queries import framework_for

_CODE = re.compile(r"O(\d+)")


@dataclass(frozen=True, slots=True)
class Item:
    """One item as the framework words it. ``from_memory`` are those of its components that nobody has verified."""

    code: str
    name: str
    sub_indicator: str
    sub_indicator_name: str
    subject: str
    components: tuple[str, ...]
    subjects: tuple[str, ...] = ()
    year_rule: YearRule = YearRule.NONE
    is_rule_from_memory: bool = False
    is_from_memory: bool = False
    from_memory: frozenset[str] = frozenset()


def items_of(agency: Agency, fiscal_year: int) -> tuple[Item, ...]:
    """The agency's items of that year in order; of a year without a framework those of the one that serves it."""
    framework, _provisional = framework_for(agency, fiscal_year)
    return tuple(item_in(framework, item) for item in framework.items)


def item_of(agency: Agency, fiscal_year: int, code: str) -> Item | None:
    """The item of that code, or None where the framework has none."""
    return next((item for item in items_of(agency, fiscal_year) if item.code == code), None)


def serves(item: Item, subject: str) -> bool:
    """Whether what is kept of a subject belongs to the item; what has no subject goes by its code alone."""
    return not subject or subject in item.subjects


def item_kept(agency: Agency, fiscal_year: int, code: str, subject: str) -> Item | None:
    """The year's item of that code, or None where what is kept there is another item's, as of another year's list."""
    item = item_of(agency, fiscal_year, code)
    return item if item is not None and serves(item, subject) else None


def order_of(code: str) -> int:
    """The place of a code in the list: 12 of ``O12``; what has another form comes last."""
    match = _CODE.fullmatch(code)
    return int(match[1]) if match and len(match[1]) < 5 else 9_999


def item_in(framework: Framework, item: DisclosureItem) -> Item:
    """An item of a framework with the name of its group."""
    group = framework.sub_indicator(item.sub_indicator)
    return Item(
        item.code,
        item.name,
        item.sub_indicator,
        group.name if group else "",
        item.subject,
        tuple(str(component) for component in item.components),
        item.subjects,
        item.year_rule,
        item.year_rule_sure is Confidence.MEMORY,
        item.origin.confidence is Confidence.MEMORY,
        frozenset(one.text for one in item.components if one.confidence is Confidence.MEMORY),
    )
