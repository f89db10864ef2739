"""Canonical Readings with real-looking Thai text: no item begins with numbering, no bullet stands inside an item."""

from datetime import date

from hypothesis import strategies as st

from prongsai.core.reports.reading import Memo, ReadDisclosure, Reading, ReadMeasure, Scores, Signatory, Status
from prongsai.core.reports.wording import official_date
from prongsai.frameworks import load

VERBS = ("จัดทำ", "ปรับปรุง", "เผยแพร่", "ทบทวน", "ประชาสัมพันธ์", "กำกับ", "มอบหมาย", "ติดตาม", "ประกาศใช้", "สรุป")
THINGS = (
    "คู่มือการให้บริการประชาชน",
    "แผนการใช้จ่ายงบประมาณประจำปี",
    "ช่องทางแจ้งเรื่องร้องเรียน",
    "แบบสอบถามความพึงพอใจ ณ จุดบริการ",
    "ทะเบียนคุมการยืม-คืนพัสดุ",
    "ระบบ E-Service ของเทศบาล",
    "นโยบาย No Gift Policy",
    "ขั้นตอนการทำงานที่ไม่ซ้ำซ้อน",
    "ผลการสำรวจน้ำดื่มในตำบล",
)
ENDS = (
    "ให้ประชาชนทราบผ่านเว็บไซต์",
    "ตามกฎหมายที่เกี่ยวข้อง",
    "จำนวน ๒ ครั้ง เมื่อวันที่ ๘ กุมภาพันธ์ ๒๕๖๖",
    "คิดเป็นร้อยละ ๙๕.๔๕ ของผู้เข้าร่วม",
    "(ไตรมาสที่ ๑)",
    "อย่างต่อเนื่องและทั่วถึง",
    "ครบตามองค์ประกอบ",
)
UNITS = ("สำนักปลัด", "กองคลัง", "กองช่าง", "กองการศึกษา", "กองสวัสดิการสังคม", "งานนิติการ", "งานประชาสัมพันธ์", "งานพัสดุ")
PERIODS = ("ตลอดปีงบประมาณ", "ปีงบประมาณ ๒๕๖๖", "ก.พ. - ก.ย.๖๖", "เดือน ต.ค. ๖๕ - ก.ย. ๖๖", "ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖")
PLACES = ("ท่าโขง", "หนองแสง", "บ้านป่า", "น้ำดำ", "ดอนสูง")
PEOPLE = ("นายทำนอง มาหากิน", "นางสาวปั้นหยา น้ำคำ", "นายฐิติพงศ์ ใจซื่อ", "นางญาณี ป้องศรี")
POSITIONS = ("นิติกรชำนาญการ", "หัวหน้าสำนักปลัด", "ปลัดเทศบาล", "รองปลัดเทศบาล", "นายกเทศมนตรี")


def said(things=THINGS):
    """A sentence about one of these things."""
    return st.builds("{}{} {}".format, st.sampled_from(VERBS), st.sampled_from(things), st.sampled_from(ENDS))


sentences = said()
some = st.lists(sentences, min_size=1, max_size=4, unique=True).map(tuple)
units = st.lists(st.sampled_from(UNITS), min_size=1, max_size=3, unique=True).map(tuple)
statuses = st.none() | st.sampled_from(Status)
figures = st.integers(0, 10_000).map(lambda value: value / 100)


def memos():
    return st.builds(
        lambda day, **rest: Memo(date=day.isoformat(), date_text=official_date(day.isoformat()), **rest),
        st.dates(date(2020, 1, 1), date(2030, 12, 31)),
        office=st.sampled_from(UNITS),
        number=st.integers(1, 999).map(lambda n: f"ลบ ๕๙๙๐๑/{n}"),
        subject=sentences,
        to=st.sampled_from(POSITIONS),
        period=st.none() | st.sampled_from(PERIODS),
        body=some,
        signatories=st.lists(
            st.builds(Signatory, st.sampled_from(PEOPLE), st.sampled_from(POSITIONS)),
            min_size=1,
            max_size=3,
            unique=True,
        ).map(tuple),
    )


def measures(things=THINGS):
    lists = st.lists(said(things), max_size=4, unique=True).map(tuple)
    full = st.lists(said(things), min_size=1, max_size=4, unique=True).map(tuple)
    return st.builds(
        ReadMeasure,
        title=said(things),
        procedure=full,
        responsible=units,
        period=st.sampled_from(PERIODS),
        monitoring=lists,
        status=statuses,
        result=full,
        outcome=lists,
        suggestion=st.none() | st.just("ไม่มี") | said(things),
    )


@st.composite
def own_measures(draw):
    """Measures with their own numbers 1, 2, 3, each about other things: near-equal rows are one row printed twice."""
    rows = [draw(measures(THINGS[at : at + 3])) for at in range(0, 3 * draw(st.integers(1, 3)), 3)]
    return [ReadMeasure(**{**fields(row), "number": at}) for at, row in enumerate(rows, 1)]


@st.composite
def indicator_measures(draw):
    """Rows of different indicators, in their order, titled with the indicator's name."""
    names = {one.number: one.name for one in load("ita", 2566).indicators}
    chosen = sorted(draw(st.sets(st.sampled_from(sorted(names)), min_size=1, max_size=4)))
    return [ReadMeasure(**{**fields(draw(measures())), "indicator": at, "title": names[at]}) for at in chosen]


def fields(row):
    return {name: getattr(row, name) for name in row.__dataclass_fields__}


@st.composite
def disclosures(draw):
    """Items of the framework in their order."""
    items = load("ita", 2566).items
    chosen = sorted(draw(st.sets(st.sampled_from(range(len(items))), min_size=1, max_size=6)))
    return tuple(
        ReadDisclosure(
            items[at].code, items[at].name, items[at].sub_indicator, draw(some), draw(units), draw(statuses), draw(some)
        )
        for at in chosen
    )


@st.composite
def scores(draw):
    return Scores({str(at): draw(figures) for at in range(1, 11)}, draw(figures))


@st.composite
def readings(draw):
    """A whole canonical report of FY2566."""
    place = draw(st.sampled_from(PLACES))
    return Reading(
        agency=f"เทศบาลตำบล{place}",
        province=draw(st.sampled_from(("ลพบุรี", "ขอนแก่น", "ระยอง"))),
        district=draw(st.sampled_from(("เมือง", "บ้านหมี่", "ท่ายาง"))),
        fiscal_year=2566,
        title="รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใสภายในหน่วยงาน",
        memo=draw(st.none() | memos()),
        measures=(*draw(own_measures()), *draw(indicator_measures())),
        disclosures=draw(disclosures()),
        scores=draw(scores()),
    )
