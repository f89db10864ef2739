"""What higher domains do when an agency's name, kind or place changes: each says so when ready."""

from __future__ import annotations

from collections.abc import Callable

from prongsai.web.agencies.models import Agency

#: Called within the transaction of the change.
Listener = Callable[[Agency], None]
_LISTENERS: list[Listener] = []


def listen_to_agencies(listener: Listener) -> None:
    """Have ``listener`` called whenever an agency changes."""
    if listener not in _LISTENERS:
        _LISTENERS.append(listener)


def tell_listeners(agency: Agency) -> None:
    """The agency has just changed."""
    for listener in _LISTENERS:
        listener(agency)
