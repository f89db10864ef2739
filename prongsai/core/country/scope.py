"""How far somebody's eyes reach: the country, one region, or one province."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from prongsai.core.country.regions import REGIONS, region_of
from prongsai.core.sentence import Sentence


class Reach(StrEnum):
    """The width of a scope, the widest first."""

    COUNTRY = "country"
    REGION = "region"
    PROVINCE = "province"


_CAPITAL = "กรุงเทพมหานคร"


@dataclass(frozen=True, slots=True, order=True)
class Scope:
    """``name``: nothing for the country, the code of the region, or the province's full Thai name."""

    reach: Reach
    name: str = ""

    @property
    def key(self) -> str:
        """One word for it, as it is stored: ``country``, ``region:north``, ``province:ลพบุรี``."""
        return f"{self.reach}:{self.name}" if self.name else str(self.reach)

    @property
    def path(self) -> str:
        """The part of an address: ``all``, ``north``, ``ลพบุรี``."""
        return self.name or "all"

    @property
    def label(self) -> Sentence:
        """What people call it."""
        if self.reach is Reach.COUNTRY:
            return Sentence("ทั้งประเทศ", "The whole country")
        if self.reach is Reach.REGION:
            return REGIONS[self.name].name
        prefix = "" if self.name == _CAPITAL else "จังหวัด"
        return Sentence(f"{prefix}{self.name}", f"Province {self.name}")

    def covers(self, other: Scope) -> bool:
        """Whether all that the other shows is within this one."""
        if self.reach is Reach.COUNTRY or self == other:
            return True
        return self.reach is Reach.REGION and other.reach is Reach.PROVINCE and region_of(other.name) == self.name

    def covers_province(self, province: str) -> bool:
        """Whether a body of that province (empty: of none) is within it."""
        if self.reach is Reach.PROVINCE:
            return province == self.name
        return self.reach is Reach.COUNTRY or (province != "" and region_of(province) == self.name)


COUNTRY = Scope(Reach.COUNTRY)


def scope_at(path: str) -> Scope | None:
    """The scope of that part of an address; None where there is none."""
    if path == COUNTRY.path:
        return COUNTRY
    if path in REGIONS:
        return Scope(Reach.REGION, path)
    return Scope(Reach.PROVINCE, path) if region_of(path) else None


def scopes_of(province: str) -> tuple[Scope, ...]:
    """Every scope in which a body of that province (or of none that is known) is seen, from the country down."""
    region = region_of(province)
    return (COUNTRY, Scope(Reach.REGION, region), Scope(Reach.PROVINCE, province)) if region else (COUNTRY,)
