"""The first words of addresses: which are ours, so that no agency takes one of them for its own address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from django.conf import settings
from django.urls import URLPattern, URLResolver, get_resolver

_WORD = re.compile(r"\^?([^/<(^\\?$]+)")


@cache
def words_of_ours() -> frozenset[str]:
    """The first words of all addresses of the installation: ``a``, ``accounts``, ``en``, ``static`` and so on."""
    return words_without("")


@cache
def words_without(app: str) -> frozenset[str]:
    """The same without the addresses of one app."""
    return frozenset(_words(get_resolver().url_patterns, app)) | {settings.STATIC_URL.strip("/")}


def _words(patterns: Iterable[URLPattern | URLResolver], without: str) -> Iterator[str]:
    for one in patterns:
        if isinstance(one, URLResolver) and without and one.app_name == without:
            continue
        if found := _WORD.match(str(one.pattern)):
            yield found[1]
        elif isinstance(one, URLResolver):
            yield from _words(one.url_patterns, without)
