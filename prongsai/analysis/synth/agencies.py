"""Made-up agencies: as many of each kind as the country has in proportion, in every province, under names of nobody.

Shares of kinds: ita.md §5 (sizes of 2567, one region of 2564); where no figure was found, a likely one.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

import numpy as np

from prongsai import places
from prongsai.analysis.register import Registered
from prongsai.core.country.kinds import KINDS
from prongsai.core.country.regions import region_of

#: Kind to how many of 8,300 agencies there are.
SHARES = {
    "subdistrict_organisation": 5300,
    "subdistrict_municipality": 2247,
    "town_municipality": 195,
    "city_municipality": 30,
    "provincial_organisation": 76,
    "province": 76,
    "department": 228,
    "university": 84,
    "state_enterprise": 33,
    "public_organisation": 31,
}
#: Kind to the shares of sizes S, M, L, in percent.
_SIZES = {"subdistrict_organisation": (7, 44, 49), "subdistrict_municipality": (8, 39, 53)}
_CAPITAL = "กรุงเทพมหานคร"
#: Words of which names of places are made.
_WORDS = (
    "บ้าน หนอง โคก ห้วย ท่า วัง นา ดอน ป่า คลอง ทุ่ง บึง เขา ผา สระ บ่อ ลาด ปาก แม่ ควน",
    "แก้ว ทอง ขาว แดง ใหญ่ น้อย งาม ไผ่ จาน แสง ยาง ตาล มะขาม โพธิ์ สัก หว้า ประดู่ บัว กลาง เหนือ ใต้ ตะวัน เงิน หิน ทราย "
    "ชัย สุข เจริญ พัฒนา สามัคคี",
)


def agencies(count: int, seed: int) -> Iterator[Registered]:
    """So many agencies, numbered from 0: first the many kinds, each spread over the provinces."""
    draw = np.random.default_rng([seed, 1])
    provinces = [one.name for one in places.load().provinces if one.name != _CAPITAL]
    names = _names()
    number = 0
    for kind, share in _shared(count).items():
        for place in range(share):
            province = provinces[place * 31 % len(provinces)] if KINDS[kind].local else ""
            size = str(draw.choice(["S", "M", "L"], p=np.array(_SIZES.get(kind, (30, 40, 30))) / 100))
            name = _name(kind, place, province, names)
            yield Registered(number, f"{number + 1:05d}", name, kind, size, province, region_of(province))
            number += 1


def _shared(count: int) -> dict[str, int]:
    """Agencies of each kind, by largest remainders: they add up to the count."""
    whole = sum(SHARES.values())
    exact = {kind: count * share / whole for kind, share in SHARES.items()}
    found = {kind: int(value) for kind, value in exact.items()}
    rest = sorted(exact, key=lambda kind: found[kind] - exact[kind])
    for kind in rest[: count - sum(found.values())]:
        found[kind] += 1
    return found


def _names() -> list[str]:
    """Names of places that are nowhere: the middle says that they are made up (สมมุติ)."""
    return [f"{first}สมมุติ{second}" for first, second in product(*(words.split() for words in _WORDS))]


def _name(kind: str, place: int, province: str, names: list[str]) -> str:
    called = KINDS[kind].name.th
    if kind in ("provincial_organisation", "province"):
        again = f" {place // 76 + 1}" if place >= 76 else ""
        return f"{called}สมมุติ{province}{again}"
    if not province:
        return f"{called}สมมุติที่ {place + 1}"
    # 607 shares no divisor with the number of names: every name comes before one comes again.
    again = f" {place // len(names) + 1}" if place >= len(names) else ""
    return f"{called}{names[place * 607 % len(names)]}{again}"
