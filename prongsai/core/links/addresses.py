"""Addresses taken apart as far as verdicts need it; the core asks no library of the network for that."""

from __future__ import annotations

import re
from dataclasses import dataclass

_URL = re.compile(r"(?:(https?):)?//([^/?#]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_HOME = re.compile(
    r"/?(?:(?:th|en|home|main|index|default|homepage|intro|web|site)(?:\.(?:php|html?|aspx?|jsp))?/?){0,2}"
)
_INDEX = re.compile(r"/(?:index|default)\.(?:php|html?|aspx?|jsp)$")


@dataclass(frozen=True, slots=True)
class Address:
    """``site`` is the host in lower case without www and port; ``path`` in lower case, ``query`` as written."""

    text: str
    site: str
    path: str
    query: str

    @property
    def extension(self) -> str:
        """``pdf`` of ``/files/plan.pdf``; empty where the path has none."""
        name = self.path.rpartition("/")[2]
        return name.rpartition(".")[2] if "." in name else ""


def split(url: str, base: str = "") -> Address:
    """An address, also one that is relative to ``base``."""
    found = _URL.match(url.strip())
    if found is None and base:
        root = split(base)
        path, _, query = url.partition("#")[0].partition("?")
        folder = "" if path.startswith("/") else root.path.rpartition("/")[0] + "/"
        return Address(url, root.site, (folder + path).lower() if path else root.path, query)
    if found is None:
        return Address(url, "", url.lower(), "")
    host = found[2].rpartition("@")[2].lower().partition(":")[0]
    return Address(url, host.removeprefix("www."), (found[3] or "/").lower(), found[4] or "")


def is_home(address: Address) -> bool:
    """Whether it is the front page of its site, under one of the names that such pages have."""
    return not address.query and _HOME.fullmatch(address.path) is not None


def same_place(one: Address, other: Address) -> bool:
    """Whether they differ only in http or https, www, a last slash, or the name of the index page."""
    return (one.site, _plain(one.path), one.query) == (other.site, _plain(other.path), other.query) or (
        one.site == other.site and is_home(one) and is_home(other)
    )


def _plain(path: str) -> str:
    return _INDEX.sub("/", path).rstrip("/")
