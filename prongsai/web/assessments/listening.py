"""What higher domains do when an official result changes, and what they know beside it: each says so when ready."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Agency

#: Called within the transaction, with the fiscal year whose official result was recorded, changed or cleared.
Listener = Callable[[Person, Agency, int], None]


@dataclass(frozen=True, slots=True)
class KindMean:
    """The mean total of so many agencies of one kind, in hundredths."""

    mean: int
    agencies: int


#: Code of a kind and fiscal years to what is known of those years.
KindMeans = Callable[[str, Sequence[int]], Mapping[int, KindMean]]
_LISTENERS: list[Listener] = []
_MEANS: list[KindMeans] = []


def listen_to_results(listener: Listener) -> None:
    """Have ``listener`` called whenever an official result changes."""
    if listener not in _LISTENERS:
        _LISTENERS.append(listener)


def tell_listeners(by: Person, agency: Agency, fiscal_year: int) -> None:
    """The official result of that year has just changed."""
    for listener in _LISTENERS:
        listener(by, agency, fiscal_year)


def offer_kind_means(source: KindMeans) -> None:
    """Have ``source`` asked for the means of agencies of the same kind."""
    if source not in _MEANS:
        _MEANS.append(source)


def kind_means(kind: str, fiscal_years: Sequence[int]) -> dict[int, KindMean]:
    """What is known of these years."""
    return {year: mean for source in _MEANS for year, mean in source(kind, fiscal_years).items()}
