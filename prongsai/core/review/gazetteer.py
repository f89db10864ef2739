"""Provinces and districts of Thailand as values; the data and its loader are in ``prongsai/places``."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from prongsai.core.review.alike import slip

#: From this likeness on (0 to 1) a name is a slip of another.
_SLIP = 0.75
#: Names of so few letters (ตาก, เลย) are the beginnings of other words.
_SHORT_NAME = 4


@dataclass(frozen=True, slots=True)
class Province:
    """A province: its name, the letters that it bears in numbers of letters, other names, and its districts."""

    name: str
    short: str
    also: tuple[str, ...]
    districts: tuple[str, ...]

    def has(self, district: str) -> bool:
        """Whether a district is in it; ``เมือง`` alone is that of the province's capital."""
        bare = _bare(district)
        return bare in self.districts or (bare == "เมือง" and f"เมือง{self.name}" in self.districts)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All provinces. An empty one knows nothing, and then nothing is told of places."""

    provinces: tuple[Province, ...] = ()

    def province(self, name: str) -> Province | None:
        """The province of that name, written in full or as it is called; a sentence may go on behind a full name."""
        bare = _bare(name)
        exact = next((one for one in self.provinces if bare == one.name or bare in one.also), None)
        begun = (one for one in self.provinces if len(one.name) > _SHORT_NAME and bare.startswith(one.name))
        return exact or max(begun, key=lambda one: len(one.name), default=None)

    def with_letters(self, letters: str) -> Province | None:
        """The province that bears these letters: ``ลบ`` is ลพบุรี."""
        return next((one for one in self.provinces if one.short == letters), None)

    def with_district(self, district: str) -> Iterator[Province]:
        """The provinces that have a district of that name."""
        return (one for one in self.provinces if _bare(district) in one.districts)

    def nearest(self, name: str) -> str | None:
        """The province whose name a slip of the pen may have meant."""
        return _nearest(name, [one.name for one in self.provinces])


def nearest_district(name: str, province: Province) -> str | None:
    """The district of the province whose name a slip of the pen may have meant."""
    return _nearest(_bare(name), list(province.districts))


def _nearest(name: str, names: list[str]) -> str | None:
    best = max(names, key=lambda one: slip(name, one), default=None)
    return best if best is not None and slip(name, best) >= _SLIP else None


def _bare(name: str) -> str:
    return "".join(name.split())
