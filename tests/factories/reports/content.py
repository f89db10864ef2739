"""What a made-up report says: its true Reading, damaged as the paper is. How cells are cut is chosen with it."""

from __future__ import annotations

from dataclasses import dataclass, field
from random import Random

from prongsai.core.framework.framework import DisclosureItem
from prongsai.core.reports.reading import Memo, ReadDisclosure, Reading, ReadMeasure, Scores, Signatory, Status
from prongsai.core.thai.digits import to_thai
from prongsai.frameworks import load, newest_for
from tests.factories.reports import words
from tests.factories.reports.damage import hurt

INDICATORS = tuple(one.name for one in load("ita", 2566).indicators)
MONTHS = ("ม.ค.", "ก.พ.", "มี.ค.", "เม.ย.", "พ.ค.", "มิ.ย.", "ก.ค.", "ส.ค.", "ก.ย.", "ต.ค.", "พ.ย.", "ธ.ค.")


@dataclass
class Hand:
    """The hand of the office: a random source, how damaged the paper is, and which year it is of."""

    random: Random
    level: float
    year: int
    agency: str = ""
    period_style: int = 0
    fixed_period: str = ""

    def pick(self, choices: tuple[str, ...]) -> str:
        return self.random.choice(choices)

    def chance(self, share: float) -> bool:
        return self.random.random() < share


@dataclass
class Truth:
    """The true Reading in parts, which the paper is then made of."""

    agency: str
    province: str
    district: str
    year: int
    title: str
    memo: Memo | None = None
    own: list[ReadMeasure] = field(default_factory=list)
    by_indicator: list[ReadMeasure] = field(default_factory=list)
    disclosures: list[ReadDisclosure] = field(default_factory=list)
    scores: Scores | None = None

    def reading(self) -> Reading:
        return Reading(
            agency=self.agency,
            province=self.province,
            district=self.district,
            fiscal_year=self.year,
            title=self.title,
            memo=self.memo,
            measures=(*self.own, *self.by_indicator),
            disclosures=tuple(self.disclosures),
            scores=self.scores,
        )


def sentence(hand: Hand, nested: bool = False) -> str:
    """One item: a verb, a thing, an end; sometimes the agency, sometimes a list inside."""
    pick = hand.pick
    text = f"{pick(words.VERBS)}{pick(words.THINGS)} {pick(words.ENDS)}".strip()
    if hand.chance(0.25):
        text += f" {pick(words.VERBS)}{pick(words.THINGS)} {pick(words.ENDS)}".rstrip()
    if hand.chance(0.12):
        text = f"{hand.agency}{text}"
    if nested:
        text += " ประกอบด้วย (๑) " + pick(words.THINGS) + " (๒) " + pick(words.THINGS)
    return hurt(text, hand.random, hand.level)


def sentences(hand: Hand, low: int, high: int) -> tuple[str, ...]:
    """Different items."""
    made = {sentence(hand): None for _ in range(hand.random.randint(low, high))}
    return tuple(made)


def unit_names(hand: Hand) -> tuple[str, ...]:
    """Some units, sections behind their office."""
    random = hand.random
    chosen = [*random.sample(words.OFFICES, random.randint(1, 3)), *random.sample(words.SECTIONS, random.randint(0, 2))]
    return tuple(chosen)


def period(hand: Hand) -> str:
    """A period in one of the forms of offices, mostly the same in the whole paper."""
    if hand.fixed_period and hand.chance(0.8):
        return hand.fixed_period
    random, year = hand.random, hand.year
    short = to_thai(year % 100)
    before = to_thai((year - 1) % 100)
    made = random.choice(
        (
            f"ปีงบประมาณ {to_thai(year)}",
            f"ปีงบประมาณ พ.ศ. {to_thai(year)}",
            "ตลอดปีงบประมาณ",
            f"ต.ค. {before} - ก.ย. {short}",
            f"เดือน ต.ค. {before} - มี.ค. {short}",
            f"{random.choice(MONTHS[:5])} - {random.choice(MONTHS[5:9])}{short}",
            f"ตุลาคม {to_thai(year - 1)} – มีนาคม {to_thai(year)}",
            f"ไตรมาสที่ ๒ ปีงบประมาณ {to_thai(year)}",
            f"ภายในเดือนมีนาคม {to_thai(year)}",
            f"ก.พ...- ก.ย.{short}",
        )
    )
    hand.fixed_period = hand.fixed_period or made
    return made


def theme(hand: Hand) -> str:
    """The title of a measure."""
    text = f"{hand.pick(words.THEME_STARTS)}{hand.pick(words.THEMES)}"
    if hand.chance(0.3):
        text += f" {hand.pick(words.ENDS)}".rstrip()
    if hand.chance(0.15):
        text += f"ของ{hand.agency}"
    return hurt(text, hand.random, hand.level)


def own_measures(hand: Hand, **has: bool) -> list[ReadMeasure]:
    """Measures with titles of their own; ``has`` says which fields the table carries."""
    titles = {theme(hand): None for _ in range(hand.random.randint(3, 11))}
    made = []
    for at, title in enumerate(titles, 1):
        values = _fields(hand, **has)
        made.append(ReadMeasure(number=at if has.get("number") else None, title=title, **values))
    return made


def indicator_measures(hand: Hand, last: int, **has: bool) -> list[ReadMeasure]:
    """Rows of indicators; sometimes several groups of units under one."""
    made: list[ReadMeasure] = []
    for number in range(1, last + 1):
        title = hurt(INDICATORS[number - 1], hand.random, hand.level * 0.5)
        groups = hand.random.choice((1, 1, 1, 2)) if has.get("groups") else 1
        for _ in range(groups):
            row = ReadMeasure(indicator=number, title=title, **_fields(hand, **has))
            if (
                made
                and groups > 1
                and made[-1].indicator == number
                and set(made[-1].responsible) & set(row.responsible)
            ):
                continue
            made.append(row)
    return made


def _fields(hand: Hand, **has: bool) -> dict[str, object]:
    status = hand.random.choice((Status.DONE, Status.DONE, Status.DONE, Status.NOT_STARTED, Status.IN_PROGRESS))
    if has.get("two_way") and status is Status.IN_PROGRESS:
        status = Status.DONE
    return {
        "procedure": sentences(hand, 1, 6),
        "responsible": unit_names(hand),
        "period": period(hand),
        "monitoring": sentences(hand, 1, 2) if has.get("monitoring") else (),
        "status": status if has.get("status") else None,
        "result": sentences(hand, 1, 5),
        "outcome": sentences(hand, 1, 4) if has.get("outcome") else (),
        "suggestion": hand.pick(words.SUGGESTIONS[:1] + words.SUGGESTIONS[2:]) if has.get("suggestion") else None,
    }


def disclosures(hand: Hand) -> list[ReadDisclosure]:
    """All items of the year's framework in order, or those of some sub-indicators."""
    random, listed = hand.random, items_of(hand.year)
    subs = sorted({item.sub_indicator for item in listed}, key=lambda code: [int(part) for part in code.split(".")])
    if hand.chance(0.4):
        start = random.randrange(len(subs))
        subs = subs[start : start + random.randint(2, 4)]
    return [
        ReadDisclosure(
            code=item.code,
            name=hurt(item.name, random, hand.level * 0.6),
            sub_indicator=item.sub_indicator,
            components=tuple(
                dict.fromkeys(sentence(hand, nested=hand.chance(0.2)) for _ in range(random.randint(1, 4)))
            ),
            responsible=unit_names(hand),
            status=random.choice((Status.DONE, Status.DONE, Status.DONE, Status.NOT_STARTED)),
            progress=sentences(hand, 1, 2),
        )
        for item in listed
        if item.sub_indicator in subs
    ]


def items_of(year: int) -> tuple[DisclosureItem, ...]:
    """The items of a year's framework."""
    return newest_for(year)[0].items


def scores(hand: Hand) -> Scores:
    """Ten scores and the total that follows from them."""
    values = [round(hand.random.uniform(60, 100), 2) for _ in range(10)]
    total = 0.3 * sum(values[:5]) / 5 + 0.3 * sum(values[5:8]) / 3 + 0.4 * sum(values[8:]) / 2
    return Scores({str(at): value for at, value in enumerate(values, 1)}, round(total, 2))


def memo(hand: Hand, truth: Truth) -> Memo:
    """A memo with a chain of signatures."""
    random = hand.random
    head = (
        "นายกเทศมนตรี"
        if "เทศบาล" in truth.agency
        else "นายกองค์การบริหารส่วน" + ("ตำบล" if "ตำบล" in truth.agency else "จังหวัด")
    )
    clerk = "ปลัดเทศบาล" if "เทศบาล" in truth.agency else "ปลัดองค์การบริหารส่วนตำบล"
    chain = [*["เจ้าพนักงานธุรการชำนาญงาน", "หัวหน้าสำนักปลัด", f"รอง{clerk}", clerk][: random.randint(1, 4)], head]
    people = random.sample(words.PEOPLE, len(chain))
    month, day = random.randint(1, 12), random.randint(1, 28)
    year = truth.year if month <= 9 else truth.year - 1
    names = (
        "มกราคม",
        "กุมภาพันธ์",
        "มีนาคม",
        "เมษายน",
        "พฤษภาคม",
        "มิถุนายน",
        "กรกฎาคม",
        "สิงหาคม",
        "กันยายน",
        "ตุลาคม",
        "พฤศจิกายน",
        "ธันวาคม",
    )
    return Memo(
        office=f"{random.choice(words.OFFICES[:3])} {truth.agency}",
        number=" ".join(
            (
                random.choice(("นว", "ชร", "สร", "พท", "ลย")),
                to_thai(f"{random.randint(50000, 79999)}/{random.randint(1, 999)}"),
            )
        ),
        date=f"{year - 543}-{month:02}-{day:02}",
        date_text=f"{to_thai(day)} {names[month - 1]} {to_thai(year)}",
        subject=f"{truth.title} รอบ ๖ เดือน (ตุลาคม {to_thai(truth.year - 1)} – มีนาคม {to_thai(truth.year)})",
        to=head,
        body=(
            *(f"{start}{sentence(hand)}" for start in ("ตามที่ ", "ในการนี้ ", "บัดนี้ ")),
            "จึงเรียนมาเพื่อโปรดทราบและพิจารณาสั่งการต่อไป",
        ),
        signatories=tuple(Signatory(name, post) for name, post in zip(people, chain, strict=True)),
    )
