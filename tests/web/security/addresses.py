"""Every address of ours by its name, and how one of them is filled with the numbers of an agency."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.web.security.rules import RULES
from tests.web.security.world import YEAR, Belongings


def names() -> dict[str, list[set[str]]]:
    """The names of all addresses that are not allauth's, each with the parts of every pattern of that name."""
    found: dict[str, list[set[str]]] = {}
    for name, pattern in _walk(get_resolver(), ""):
        if pattern.callback.__module__.startswith("prongsai."):
            found.setdefault(name, []).append(set(pattern.pattern.regex.groupindex))
    return found


def _walk(resolver: URLResolver, space: str) -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _walk(one, f"{space}{one.namespace}:" if one.namespace else space)
        else:
            yield f"{space}{one.name}", one


NAMES = names()


def address(name: str, of: Belongings, *, rows: Mapping[str, int] | None = None) -> str:
    """The address with the agency's own numbers, or those in ``rows`` (part of the address to number)."""
    rule = RULES[name]
    values: dict[str, Any] = {part: of.rows[row] for part, row in rule.rows.items()}
    values |= {"agency": of.agency.slug, "year": YEAR, "secret": of.secret} | dict(rule.words) | dict(rows or {})
    wanted = max(NAMES[name], key=len)
    return reverse(name, kwargs={part: value for part, value in values.items() if part in wanted})
