"""Contents for tests: one that is written out, and any at all."""

from __future__ import annotations

from hypothesis import strategies as st

from prongsai.core.publication.content import Bar, Chart, Content, FileRef, Kind, Part, Section, Table, WebLink

TABLE = Table("งบประมาณ", ("รายการ", "บาท"), (("ค่าวัสดุ", "12,000"), ("ค่าใช้สอย", "8,500")), (1,))
CONTENT = Content(
    Kind.DISCLOSURE,
    2569,
    "o12",
    "แผนการใช้จ่ายงบประมาณประจำปี",
    lead="แผนการใช้จ่ายของเทศบาล",
    group="9.3 การบริหารเงินงบประมาณ",
    subject="budget_plan",
    order=12,
    facts=(("ผู้รับผิดชอบ", "กองคลัง"),),
    parts=(Part("แหล่งที่มาของงบประมาณ", ("หน้า 3",)), Part("ระยะเวลา")),
    sections=(Section("", ("แผนปี 2569", "- ไตรมาสแรก")), Section("ตารางงบ", tables=(TABLE,))),
    links=(WebLink("หน้าแผน", "https://www.tha-khong.example/plan"),),
    files=(FileRef("แผนฉบับเต็ม", "แผน.pdf", "application/pdf", 1200, "a" * 64),),
)

_TEXT = st.text(st.characters(codec="utf-8"), max_size=12)
_FIGURE = st.integers(0, 100).map(str)


def _tables() -> st.SearchStrategy[Table]:
    return st.integers(1, 3).flatmap(
        lambda width: st.builds(
            Table,
            _TEXT,
            st.tuples(*[_TEXT] * width),
            st.lists(st.tuples(*[_TEXT] * width), max_size=3).map(tuple),
            st.lists(st.integers(0, width - 1), max_size=2, unique=True).map(tuple),
            _TEXT,
        )
    )


def _many(of: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(of, max_size=3).map(tuple)


#: Any content that may be frozen.
contents = st.builds(
    Content,
    kind=st.sampled_from(Kind),
    fiscal_year=st.integers(2560, 2600),
    code=_TEXT,
    title=_TEXT,
    lead=_TEXT,
    group=_TEXT,
    subject=_TEXT,
    order=st.integers(0, 99),
    facts=_many(st.tuples(_TEXT, _TEXT)),
    parts=_many(st.builds(Part, _TEXT, _many(_TEXT))),
    sections=_many(
        st.builds(
            Section,
            _TEXT,
            _many(_TEXT),
            _many(st.builds(Chart, _TEXT, _TEXT, _many(st.builds(Bar, _TEXT, _FIGURE, st.just("100"))))),
            _many(_tables()),
        )
    ),
    links=_many(st.builds(WebLink, _TEXT, _TEXT)),
    files=_many(st.builds(FileRef, _TEXT, _TEXT, _TEXT, st.integers(0, 9**9), _TEXT)),
)
